/** Memory stores, to which contacts and agents are attached. */

import { notFound } from "./errors.js";
import { find, includes, remove } from "./find.js";
import { without } from "./merge.js";
import { numbered } from "./paging.js";

const memoryOf = (store, ids) => find(store.memoryStores, "memory store", ids.memory_store_id);

/** The fields that only other operations change. */
const KEPT = ["id", "workspace_id", "contacts", "agents"];

const time = (store) => new Date(store.now()).toISOString();

const shown = ({ description: _, contacts, agents: __, ...memory }) => ({
  ...memory,
  contact_ids: [...contacts.keys()],
});

/** Attaches a contact. Its memory grows with each call: see post-call.js. */
const attachContact = (store, { contacts }, { id, name }) => {
  const memory = `${name} has talked to nobody yet.`;
  contacts.set(id, { memory, calls: [], created_at: time(store), updated_at: time(store) });
};

/** Adds a memory store with contacts and the ids of agents. */
export const addMemoryStore = (store, body, id = store.ids.uuid(), contacts = [], agents = []) => {
  const memory = {
    title: "",
    description: "",
    ...body,
    id,
    workspace_id: store.workspace,
    created_at: time(store),
    updated_at: time(store),
    contacts: new Map(),
    agents: new Set(agents),
  };
  for (const contact of contacts) attachContact(store, memory, contact);
  store.memoryStores.set(id, memory);
  return memory;
};

export const memoryStores = {
  "memoryStores.create": ({ store, body }) => {
    const { contacts, agents, ...rest } = addMemoryStore(store, body);
    return {
      status: "ok",
      response: { ...rest, number_of_contacts: contacts.size, number_of_agents: agents.size },
    };
  },
  "memoryStores.list": ({ store, query }) => {
    const found = [...store.memoryStores.values()].filter(({ title }) => includes(title, query.search));
    return { status: "ok", response: numbered(found.map(shown), query) };
  },
  "memoryStores.get": ({ store, ids }) => ({ status: "ok", response: shown(memoryOf(store, ids)) }),
  // The API has no envelope here.
  "memoryStores.update": ({ store, ids, body }) => {
    const memory = Object.assign(memoryOf(store, ids), without(body, KEPT), { updated_at: time(store) });
    return { id: memory.id };
  },
  "memoryStores.delete": ({ store, ids }) => {
    remove(store.memoryStores, "memory store", ids.memory_store_id);
    return { status: "ok" };
  },
  "memoryStores.attachAgent": ({ store, ids }) => {
    memoryOf(store, ids).agents.add(find(store.agents, "agent", ids.assistant_id).model_id);
    return { status: "ok" };
  },
  "memoryStores.detachAgent": ({ store, ids }) => {
    if (!memoryOf(store, ids).agents.delete(ids.assistant_id)) throw notFound("agent", ids.assistant_id);
    return { status: "ok" };
  },
  "memoryStores.attachContact": ({ store, ids }) => {
    attachContact(store, memoryOf(store, ids), find(store.contacts, "contact", ids.contact_id));
    return { status: "ok" };
  },
  "memoryStores.detachContact": ({ store, ids }) => {
    remove(memoryOf(store, ids).contacts, "contact", ids.contact_id);
    return { status: "ok" };
  },
  "memoryStores.getContactMemory": ({ store, ids }) => {
    const { id, title, contacts } = memoryOf(store, ids);
    const { calls: _, ...memory } = find(contacts, "contact", ids.contact_id);
    return { status: "ok", response: { memory_store_id: id, memory_store_title: title, ...memory } };
  },
};
