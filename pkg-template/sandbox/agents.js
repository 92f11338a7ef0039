/** Agents. */

import { addInlineActions, attach } from "./actions.js";
import { badRequest, notFound } from "./errors.js";
import { find as findById } from "./find.js";
import { merge, without } from "./merge.js";
import { page } from "./paging.js";
import { slugOf } from "./phone-numbers.js";
import { AGENT_DEFAULTS } from "./starters.js";

const find = (store, id) => findById(store.agents, "agent", id);

/** The phone number with a slug. */
const numberOf = (store, slug) => findById(store.numbers, "phone number", slug).phone_number;

const refuseOldLanguage = (body) => {
  if (body.agent?.language === "es") throw badRequest("language es is not supported: use es-ES");
};

const saved = (status, { model_id, phone_number, attached_phone_numbers: attached, agent }) => ({
  status,
  response: { model_id },
  details: { phone: phone_number ?? attached[0]?.number ?? "", voice: agent.voice_id ?? "" },
});

/** The fields that only other operations change, and `actions`, which are resources of their own. */
const KEPT = ["model_id", "attached_phone_numbers", "input_variables", "actions"];

/** Adds an agent, with defaults for missing settings, and returns it. */
export const addAgent = (store, body, model_id = store.ids.uuid()) => {
  // The only synthesizer that reads them.
  const tagged = body.agent?.global_audio_tags ? { agent: { voice_synthesizer: "eleven_v3" } } : {};
  const agent = {
    ...merge(merge(AGENT_DEFAULTS, tagged), without(body, KEPT)),
    model_id,
    attached_phone_numbers: [],
    actions: [],
    input_variables: [],
  };
  store.agents.set(model_id, agent);
  return agent;
};

/** Replaces all actions of an agent by those in a body. */
const replaceActions = (agent, actions) => {
  Object.assign(agent, { actions: [], input_variables: [] });
  for (const action of actions) attach(agent, action);
};

export const agents = {
  "agents.create": ({ store, body }) => {
    refuseOldLanguage(body);
    const actions = addInlineActions(store, body.actions ?? []);
    const agent = addAgent(store, body);
    replaceActions(agent, actions);
    return saved("ok", agent);
  },
  "agents.list": ({ store, query }) => {
    const { pagination, items } = page([...store.agents.values()], query);
    const assistants = items.map(
      ({ attached_phone_numbers: _, actions: __, input_variables: ___, ...agent }) => agent,
    );
    return { status: "ok", response: { pagination, assistants } };
  },
  "agents.get": ({ store, ids, query }) => {
    const agent = find(store, ids.model_id);
    const none = query.include_actions ? {} : { actions: [], input_variables: [] };
    const pagination = { total_records: 1, limit: 1, offset: 0 };
    return { status: "ok", response: { pagination, assistants: [{ ...agent, ...none }] } };
  },
  "agents.update": ({ store, ids, body }) => {
    const agent = find(store, ids.model_id);
    refuseOldLanguage(body);
    const changed = merge(agent, without(body, [...KEPT, "type"]));
    const mode = changed.agent?.greeting_message_mode ?? "human";
    if (changed.voicemail_message?.enabled && mode !== "human")
      throw badRequest("voicemail_message needs greeting_message_mode human");
    if (body.actions !== undefined) replaceActions(agent, addInlineActions(store, body.actions));
    Object.assign(agent, without(changed, ["actions", "input_variables"]));
    return saved("Updated", agent);
  },
  "agents.delete": ({ store, ids }) => {
    find(store, ids.model_id);
    store.agents.delete(ids.model_id);
    return { status: "Deleted", response: { answer: "Agent deleted" } };
  },
  "agents.attachPhoneNumbers": ({ store, ids, body }) => {
    const agent = find(store, ids.model_id);
    const numbers = body.phone_numbers ?? body.phone_number_slugs.map((slug) => numberOf(store, slug));
    for (const number of numbers) {
      if (agent.attached_phone_numbers.some((known) => known.number === number)) continue;
      agent.attached_phone_numbers.push({ number, sid: null, slug: slugOf(number) });
    }
    return { status: "ok" };
  },
  "agents.detachPhoneNumber": ({ store, ids }) => {
    const agent = find(store, ids.model_id);
    const left = agent.attached_phone_numbers.filter(({ slug }) => slug !== ids.phone_number_slug);
    if (left.length === agent.attached_phone_numbers.length) {
      throw notFound("phone number", ids.phone_number_slug);
    }
    agent.attached_phone_numbers = left;
    return { status: "ok" };
  },
};
