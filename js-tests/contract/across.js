/**
 * What the notes of the contract say across fields, and where other sources accept more than it: valid params are changed
 * so that they satisfy the notes, and some of the invalid ones are accepted.
 */

const keep = (value, names) => {
  const [first] = names.filter((name) => name in value);
  for (const name of names) if (name !== first) delete value[name];
};

const KINDS = [
  "REAL_TIME_BOOKING",
  "INFORMATION_EXTRACTOR",
  "LIVE_TRANSFER",
  "SEND_SMS",
  "INCALL_SMS",
  "INCALL_WHATSAPP",
  "CUSTOM_ACTION",
  "CUSTOM_EVAL",
];

const oneKind = (value) => {
  if (Object.keys(value).length === 0) value.SEND_SMS = { content: "a", instructions: "b" };
  keep(value, KINDS);
};

const voicemailNeedsHuman = (value) => {
  if (value.voicemail_message && value.agent) value.agent.greeting_message_mode = "human";
  if (value.agent?.global_audio_tags) value.agent.voice_synthesizer = "eleven_v3";
};

const registrationNeedsTrunk = (value) => {
  if (value.uac_enabled) Object.assign(value, { trunk_username: "user", trunk_pwd: "secret" });
};

/** What makes valid params of an operation satisfy the notes; returns undefined if it changes no field. */
const fixes = {
  "agents.create": voicemailNeedsHuman,
  "agents.update": voicemailNeedsHuman,
  "calls.startWebSocketMedia": (value) => {
    if (value.wsMediaFraming === "payload") value.wsMediaCodec = "pcmu";
  },
  "actions.update": oneKind,
  "actions.create": (value) => {
    oneKind(value);
    if (value.INFORMATION_EXTRACTOR) {
      keep(value.INFORMATION_EXTRACTOR, ["YES_NO", "SINGLE_CHOICE", "OPEN_QUESTION"]);
    }
    const { question } = value.CUSTOM_EVAL ?? {};
    if (question?.category === "pass_fail") question.expected_result = "true";
    if (question?.category === "numeric") question.expected_result = "10";
  },
  "actions.attach": (value) => {
    if (!value.items) value.actions ??= [];
    for (const item of value.items ?? []) delete item.slug;
  },
  "phoneNumbers.importCustom": (value) => {
    value.termination_uri ??= "sip.example.com";
    registrationNeedsTrunk(value);
  },
  "phoneNumbers.update": registrationNeedsTrunk,
  "knowledgeBases.sources.create": (value) => {
    if (value.type === "text") value.content ??= "text";
    if (value.type === "pdf" || value.type === "web") value.url ??= "https://example.com/file.pdf";
  },
  "subaccounts.create": (value) => {
    if (value.grant_permissions) delete value.revoke_permissions;
  },
  "subaccounts.update": (value) => {
    if (value.grant_permissions) delete value.revoke_permissions;
  },
  "chats.createOutbound": (value) => {
    if (value.template) value.channel = "whatsapp";
  },
  "batchCalls.create": (value) => {
    if (!value.batch_call_id) Object.assign(value, { model_id: "m", from_phone_number: "+14155550100" });
  },
};

/** A copy of valid params that satisfies the notes. */
export const consistent = (operation, params) => {
  const copy = structuredClone(params);
  fixes[operation]?.(copy);
  return copy;
};

/** Values that the contract refuses and the client accepts, each with the reason. Unused entries fail. */
export const accepted = [
  [/^contacts\.create (name|phone_number) missing$/, "the legacy reference requires nothing"],
  [/^actions\.create REAL_TIME_BOOKING\.CALCOM\.user_email missing$/, "Synthflow's own client omits it"],
  [/^simulationCases\.generate include_tests missing$/, "a published Synthflow example omits it"],
  [/^calls\.create custom_variables of a wrong type$/, "an object is sent as pairs"],
  [/^actions\.initialize variables of a wrong type$/, "an object is sent as pairs"],
];
