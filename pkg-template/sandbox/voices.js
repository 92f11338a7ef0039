/** Voices. */

import { page } from "./paging.js";
import { checkWorkspace } from "./workspaces.js";

export const voices = {
  "voices.list": ({ store, query }) => {
    checkWorkspace(store, query.workspace);
    const search = (query.search ?? "").toLowerCase();
    const found = store.voices.filter(
      ({ name, provider }) =>
        name.toLowerCase().includes(search) && (query.provider === undefined || provider === query.provider),
    );
    const { pagination, items } = page(found, query, 50);
    return {
      status: "Retrieved",
      response: { pagination, voices: items.map((voice) => ({ ...voice, workspace: query.workspace })) },
    };
  },
};
