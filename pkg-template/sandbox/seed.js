/** Seeding: resources of a plain object are added to the store, with ids of the user's choice. */

import { hasFields, isObject } from "../shared/own.js";
import { addAction, attach } from "./actions.js";
import { addAgent } from "./agents.js";
import { addEndedCall } from "./calls.js";
import { addContact } from "./contacts.js";
import { Misuse, Refusal } from "./errors.js";
import { find } from "./find.js";
import { addKnowledgeBase } from "./knowledge-bases.js";
import { addMemoryStore } from "./memory-stores.js";
import { without } from "./merge.js";
import { validate } from "./params.js";
import { addNumber } from "./phone-numbers.js";
import { addSubaccount } from "./subaccounts.js";
import { variablesOf } from "./variables.js";

const agentOf = (store, id) => find(store.agents, "agent", id);

/** Types of the fields of a call; other fields are returned as they are. */
const CALL_FIELDS = {
  call_id: "string",
  model_id: "string",
  name: "string",
  phone: "string",
  phone_number_to: "string",
  phone_number_from: "string",
  batch_call_id: "string",
  start_time: "number",
  status: "string",
  transcript: "string",
  duration: "number",
};

const checkCall = (item) => {
  if (item.model_id === undefined) throw new Misuse("model_id is missing");
  const wrong = Object.entries(CALL_FIELDS).find(
    ([name, type]) => item[name] !== undefined && typeof item[name] !== type,
  );
  if (wrong) throw new Misuse(`${wrong[0]}: expected a ${wrong[1]}`);
  if (!isObject(item.executed_actions ?? {})) throw new Misuse("executed_actions: expected an object");
  variablesOf(item.custom_variables);
};

/**
 * Each list of a seed, in an order in which later ones can refer to earlier ones: the field of its ids (`key` where it is
 * a field of the item as well), the operation that validates an item, the fields that this operation does not have, and
 * what adds it and returns its id.
 */
const LISTS = {
  actions: {
    id: "action_id",
    check: ({ type, name }) => {
      if (typeof type !== "string" || typeof name !== "string") throw new Misuse("expected type and name");
    },
    add: (store, { return_value, ...item }, id) => {
      const { action_id } = addAction(store, item, id);
      if (return_value !== undefined) store.returnValues.set(action_id, return_value);
      return action_id;
    },
  },
  agents: {
    id: "model_id",
    operation: "agents.create",
    more: ["actions"],
    body: (item) => ({ agent: {}, ...item }),
    add: (store, { actions, ...item }, id) => {
      const agent = addAgent(store, { agent: {}, ...item }, id);
      for (const one of [actions ?? []].flat()) attach(agent, find(store.actions, "action", one));
      return agent.model_id;
    },
  },
  numbers: {
    key: "phone_number",
    check: ({ phone_number: number }) => {
      if (!/^\+\d{5,15}$/.test(number))
        throw new Misuse("phone_number: expected a number such as +14155550100");
    },
    add: (store, item) => addNumber(store, item).slug,
  },
  contacts: {
    id: "id",
    operation: "contacts.create",
    add: (store, item, id) => addContact(store, item, id).id,
  },
  memoryStores: {
    id: "id",
    operation: "memoryStores.create",
    more: ["contacts", "agents"],
    add: (store, { contacts = [], agents = [], ...item }, id) => {
      const people = [contacts].flat().map((one) => find(store.contacts, "contact", one));
      const ids = [agents].flat().map((one) => agentOf(store, one).model_id);
      return addMemoryStore(store, item, id, people, ids).id;
    },
  },
  knowledgeBases: {
    id: "id",
    operation: "knowledgeBases.create",
    add: (store, item, id) => addKnowledgeBase(store, item, id).id,
  },
  subaccounts: {
    id: "subaccount_id",
    operation: "subaccounts.create",
    add: (store, item, id) => addSubaccount(store, item, id).subaccount_id,
  },
  calls: {
    key: "call_id",
    check: checkCall,
    add: (store, item) => addEndedCall(store, agentOf(store, item.model_id), item).call_id,
  },
};

/** An item of a list; a number may be a text. Throws if it could not be added. */
const itemOf = (name, given) => {
  const { id, operation, more = [], body = (item) => item, check = () => {} } = LISTS[name];
  const item = name === "numbers" && typeof given === "string" ? { phone_number: given } : given;
  if (!isObject(item)) throw new Misuse("expected an object");
  if (id && item[id] !== undefined && (typeof item[id] !== "string" || item[id] === ""))
    throw new Misuse(`${id}: expected a non-empty string`);
  check(item);
  if (!operation) return item;
  const { ignored } = validate({ name: operation, method: "POST" }, {}, body(without(item, [id, ...more])));
  if (ignored.length > 0) throw new Misuse(`unknown: ${ignored.join(", ")}`);
  return item;
};

/** Refuses an id that an earlier item of the list has: the later item would replace it. */
const checkIds = (name, items) => {
  const { id, key = id } = LISTS[name];
  const first = new Map();
  for (const [index, { [key]: given }] of items.entries()) {
    if (given === undefined) continue;
    if (first.has(given)) {
      const known = `seed.${name}[${first.get(given)}]`;
      throw new Misuse(
        `seed.${name}[${index}]: duplicate ${key} ${JSON.stringify(given)}, which ${known} has`,
      );
    }
    first.set(given, index);
  }
};

const withPath = (where, run) => {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) throw new Misuse(`${where}: ${error.why}`);
    if (error instanceof Misuse) throw new Misuse(`${where}: ${error.message}`);
    throw error;
  }
};

/** Adds the resources of a seed; returns their ids. Throws for a seed that could not be read. */
export const addSeed = (store, seed) => {
  if (!hasFields(seed)) throw new Misuse("the seed must be an object with fields of its own");
  const names = Object.keys(LISTS);
  const unknown = Object.keys(seed).find((name) => name !== "ids" && !names.includes(name));
  if (unknown !== undefined) throw new Misuse(`seed.${unknown}: unknown; expected ${names.join(", ")}`);
  // Everything is checked before anything is added.
  const lists = names.map((name) => {
    const given = seed[name] ?? [];
    if (!Array.isArray(given)) throw new Misuse(`seed.${name}: expected an array`);
    const items = given.map((item, index) => withPath(`seed.${name}[${index}]`, () => itemOf(name, item)));
    checkIds(name, items);
    return [name, items];
  });
  const ids = {};
  for (const [name, items] of lists) {
    const { id, add } = LISTS[name];
    ids[name] = items.map((item, index) =>
      withPath(`seed.${name}[${index}]`, () => add(store, id ? without(item, [id]) : item, item[id])),
    );
  }
  return ids;
};
