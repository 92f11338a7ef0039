/** Actions, which are attached to agents. */

import { isObject } from "../shared/own.js";
import { badRequest } from "./errors.js";
import { find, remove } from "./find.js";
import { merge } from "./merge.js";
import { page } from "./paging.js";

const found = ({ store, ids }) => find(store.actions, "action", ids.action_id);

/** The only type of action in a body. */
const kindOf = (body) => {
  const kinds = Object.keys(body);
  if (kinds.length !== 1 || !isObject(body[kinds[0]]))
    throw badRequest("expected exactly one type of action");
  return kinds[0];
};

const users = (store, action) =>
  [...store.agents.values()].filter(({ actions }) => actions.includes(action.action_id));

const shown = (store, action, withAgents) => ({
  ...action,
  ...(withAgents && { assistants: users(store, action).map(({ model_id }) => model_id) }),
});

/** The variables of an attached action, as an agent has them. */
const variablesOf = ({ action_id, parameters_hard_coded: fixed }, item = {}) => ({
  action_id,
  values: [fixed.variables_during_the_call]
    .flat()
    .filter(isObject)
    .map(({ name, type, description, example }) => ({
      name: name ?? "",
      type: type ?? "string",
      description: description ?? null,
      example: example ?? null,
      required: false,
    })),
  trigger_condition: item.trigger_condition ?? null,
});

/** The actions in a body, in either of its two forms. */
const named = (store, { actions = [], items = [] }) => [
  ...actions.map((id) => [find(store.actions, "action", id), {}]),
  ...items.map((item) => [find(store.actions, "action", item.action_id ?? item.slug), item]),
];

export const actions = {
  "actions.create": ({ store, body }) => {
    const kind = kindOf(body);
    const action = addAction(store, { type: kind, [kind]: body[kind] });
    return {
      status: "ok",
      response: { action_id: action.action_id, action_type: kind, prompt_variables: [] },
    };
  },
  "actions.list": ({ store, query }) => {
    const { pagination, items } = page([...store.actions.values()], query);
    return { status: "ok", response: { pagination, actions: items } };
  },
  "actions.get": (request) => ({
    status: "ok",
    response: { actions: [shown(request.store, found(request), request.query.include_assistants)] },
  }),
  "actions.update": (request) => {
    const action = found(request);
    const kind = kindOf(request.body);
    if (kind !== action.action_type) throw badRequest(`the type of the action is ${action.action_type}`);
    const before = action.parameters_hard_coded;
    // The type of an extractor's question cannot change, and is not in an update.
    const [question] = kind === "INFORMATION_EXTRACTOR" ? Object.keys(before) : [];
    const changes = request.body[kind];
    action.parameters_hard_coded = merge(before, question ? { [question]: changes } : changes);
    const { name, description } = request.body[kind];
    Object.assign(action, name && { name }, description && { description });
    return { status: "Updated", response: { action_id: action.action_id } };
  },
  "actions.delete": ({ store, ids }) => {
    const action = remove(store.actions, "action", ids.action_id);
    for (const agent of users(store, action)) detach(agent, [action.action_id]);
    return { status: "Deleted", response: { answer: "Action deleted" } };
  },
  "actions.initialize": ({ store, body }) => {
    const action = find(store.actions, "action", body.action_id);
    if (action.action_type !== "CUSTOM_ACTION") throw badRequest("only custom actions can be initialized");
    return { status: "ok", response: { answer: "Action initialized" } };
  },
  "actions.attach": ({ store, body }) => {
    const agent = find(store.agents, "agent", body.model_id);
    for (const [action, item] of named(store, body)) attach(agent, action, item);
    return { status: "ok", response: {} };
  },
  "actions.detach": ({ store, body }) => {
    detach(find(store.agents, "agent", body.model_id), body.actions ?? []);
    return { status: "ok", response: {} };
  },
};

/** Adds an action, in the form that an agent has it in: `{ type, name, [type]: { … } }`. */
export const addAction = (store, { type, name, ...given }, action_id = store.ids.uuid()) => {
  const fields = isObject(given[type]) ? given[type] : {};
  const [question] = type === "INFORMATION_EXTRACTOR" ? Object.values(fields) : [];
  const action = {
    action_id,
    action_type: type,
    name: name ?? fields.name ?? type.toLowerCase().replaceAll("_", " "),
    description: fields.description ?? question?.description ?? "",
    parameters_hard_coded: fields,
  };
  store.actions.set(action_id, action);
  return action;
};

/** Adds the actions in the body of an agent. */
export const addInlineActions = (store, given) => given.map((item) => addAction(store, item));

/** Attaches an action to an agent, once. */
export const attach = (agent, action, item) => {
  detach(agent, [action.action_id]);
  agent.actions.push(action.action_id);
  agent.input_variables.push(variablesOf(action, item));
};

const detach = (agent, ids) => {
  agent.actions = agent.actions.filter((id) => !ids.includes(id));
  agent.input_variables = agent.input_variables.filter(({ action_id }) => !ids.includes(action_id));
};
