/** Phone books and their entries. */

import { find, remove } from "./find.js";
import { numbered } from "./paging.js";

const bookOf = (store, ids) => find(store.phoneBooks, "phone book", ids.phone_book_id);

export const phoneBooks = {
  "phoneBooks.create": ({ store, body }) => {
    const key = store.ids.uuid();
    store.phoneBooks.set(key, { phone_book_id: key, name: body.name, entries: new Map() });
    return { status: "ok", response: { key } };
  },
  "phoneBooks.list": ({ store, query }) => {
    const uses = (agent, id) =>
      agent.actions.some((action) => store.actions.get(action)?.parameters_hard_coded.phone_book_id === id);
    const books = [...store.phoneBooks.values()].map(({ entries, ...book }) => ({
      ...book,
      workspace_id: store.workspace,
      entry_count: entries.size,
      agents: [...store.agents.values()]
        .filter((agent) => uses(agent, book.phone_book_id))
        .map(({ model_id }) => model_id),
    }));
    return { status: "ok", response: numbered(books, query) };
  },
  "phoneBooks.delete": ({ store, ids }) => {
    remove(store.phoneBooks, "phone book", ids.phone_book_id);
    return { status: "ok" };
  },
  "phoneBooks.entries.create": ({ store, ids, body }) => {
    const key = store.ids.uuid();
    bookOf(store, ids).entries.set(key, body);
    return { status: "ok", response: { key } };
  },
  "phoneBooks.entries.delete": ({ store, ids }) => {
    remove(bookOf(store, ids).entries, "entry", ids.entry_id);
    return { status: "ok" };
  },
};
