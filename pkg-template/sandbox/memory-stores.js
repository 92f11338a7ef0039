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

export const memoryStores = {
  "memoryStores.create": ({ store, body }) => {
    const memory = {
      title: "",
      description: "",
      ...body,
      id: store.ids.uuid(),
      workspace_id: store.workspace,
      created_at: time(store),
      updated_at: time(store),
      contacts: new Map(),
      agents: new Set(),
    };
    store.memoryStores.set(memory.id, memory);
    const { contacts, agents, ...rest } = memory;
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
    const { id, name } = find(store.contacts, "contact", ids.contact_id);
    const memory = `${name} has talked to nobody yet.`;
    memoryOf(store, ids).contacts.set(id, { memory, created_at: time(store), updated_at: time(store) });
    return { status: "ok" };
  },
  "memoryStores.detachContact": ({ store, ids }) => {
    remove(memoryOf(store, ids).contacts, "contact", ids.contact_id);
    return { status: "ok" };
  },
  "memoryStores.getContactMemory": ({ store, ids }) => {
    const { id, title, contacts } = memoryOf(store, ids);
    const memory = find(contacts, "contact", ids.contact_id);
    return { status: "ok", response: { memory_store_id: id, memory_store_title: title, ...memory } };
  },
};
