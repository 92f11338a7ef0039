/** The workspaces that exist: the one of the sandbox, and its subaccounts. */

import { badRequest } from "./errors.js";

const isWorkspace = (store, id) => id === store.workspace || store.subaccounts.has(id);

/** Refuses a workspace that does not exist. `refuse` creates the error, by default status 400. */
export const checkWorkspace = (store, id, refuse = badRequest) => {
  if (!isWorkspace(store, id)) throw refuse(`workspace ${id} not found`);
};
