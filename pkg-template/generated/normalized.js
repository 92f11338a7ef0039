// Generated from the rules of the declarations by `npm run emit`. Do not edit.

/** A number in a string is converted. */
export const NUMERIC = 0;

/** An object or array in a string of JSON is parsed. */
export const PARSED = 1;

export const ExecutedAction = {
  parameters_hard_coded: PARSED,
  parameters_from_llm: PARSED,
  return_value: PARSED,
};

export const Call = {
  status: "call_status",
  duration: NUMERIC,
  executed_actions: { "*": ExecutedAction },
  telephony_duration: NUMERIC,
  telephony_ringing_duration: NUMERIC,
};

export const ActionCreated = {
  action_id: "id",
};

export const KnowledgeBaseSaved = {
  knowledge_base_id: "id",
};

export const KnowledgeBase = {
  id: "knowledge_base_id",
};

export const KnowledgeBaseSourceCreated = {
  source_id: "id",
};

export const SubaccountCreated = {
  subaccount_id: "id",
};

export const Subaccount = {
  subaccount_id: "id",
};

export const ContactCreated = {
  id: "contact_id",
};

export const Contact = {
  id: "contact_id",
};

export const PostCallCall = {
  status: "call_status",
  duration: NUMERIC,
  telephony_duration: NUMERIC,
  telephony_ringing_duration: NUMERIC,
};

export const PostCallEvent = {
  status: "call_status",
  call: PostCallCall,
  executed_actions: { "*": ExecutedAction },
};

/** The shapes of the responses of operations. */
export const responses = {
  "calls.list": Call,
  "calls.get": Call,
  "actions.create": ActionCreated,
  "knowledgeBases.create": KnowledgeBaseSaved,
  "knowledgeBases.list": KnowledgeBase,
  "knowledgeBases.get": KnowledgeBase,
  "knowledgeBases.update": KnowledgeBaseSaved,
  "knowledgeBases.sources.create": KnowledgeBaseSourceCreated,
  "subaccounts.create": SubaccountCreated,
  "subaccounts.list": Subaccount,
  "subaccounts.get": Subaccount,
  "contacts.create": ContactCreated,
  "contacts.list": Contact,
  "contacts.get": Contact,
};
