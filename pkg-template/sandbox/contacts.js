/** Contacts. */

import { find, includes, remove } from "./find.js";
import { merge, without } from "./merge.js";
import { numbered } from "./paging.js";

const found = ({ store, ids }) => find(store.contacts, "contact", ids.contact_id);

const time = (store) => new Date(store.now()).toISOString();

/** A contact, with the ids of the memory stores it is attached to. */
const shown = (store, contact) => ({
  ...contact,
  memory_store_ids: [...store.memoryStores.values()]
    .filter(({ contacts }) => contacts.has(contact.id))
    .map(({ id }) => id),
});

/** Adds a contact. */
export const addContact = (store, body, id = store.ids.uuid()) => {
  const contact = {
    name: "",
    phone_number: "",
    email: "",
    contact_metadata: {},
    workspace_id: store.workspace,
    created_at: time(store),
    updated_at: time(store),
    ...body,
    id,
  };
  store.contacts.set(id, contact);
  return contact;
};

export const contacts = {
  "contacts.create": ({ store, body }) => {
    const { id } = addContact(store, body);
    return { status: "ok", response: { id } };
  },
  "contacts.list": ({ store, query }) => {
    const matching = [...store.contacts.values()].filter(({ phone_number: number }) =>
      includes(number, query.search),
    );
    const items = matching.map((contact) => shown(store, contact));
    // The response is paged by number, by whichever of the two the request was.
    const { limit: page_size, offset = 0 } = query;
    const page_number = page_size && Math.floor(offset / page_size) + 1;
    return { status: "ok", response: numbered(items, { page_size, page_number, ...query }) };
  },
  "contacts.get": (request) => ({ status: "ok", response: shown(request.store, found(request)) }),
  "contacts.update": (request) => {
    const contact = found(request);
    Object.assign(contact, merge(contact, without(request.body, ["id"])), {
      updated_at: time(request.store),
    });
    return { status: "ok" };
  },
  "contacts.delete": ({ store, ids }) => {
    remove(store.contacts, "contact", ids.contact_id);
    for (const memory of store.memoryStores.values()) memory.contacts.delete(ids.contact_id);
    return { status: "ok" };
  },
};
