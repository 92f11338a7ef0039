/** What the page may do: the proxy that adds the API key, on the sandbox or on a real account. */

import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";

/** No operation that rings, sends, runs something or costs. */
const allow = [
  "agents.list",
  "agents.get",
  "agents.create",
  "agents.update",
  "voices.list",
  "actions.list",
  "actions.attach",
  "actions.detach",
  "knowledgeBases.list",
  "knowledgeBases.attach",
  "knowledgeBases.detach",
  "calls.list",
  "calls.get",
  "analytics.export",
];

/**
 * Returns the handler of `/synthflow`. It serves pages of this machine only; on a server that others reach, it needs
 * `authorize` instead of `localOnly`.
 */
export const createApi = (options) => createNodeHandler(createProxy({ localOnly: true, allow, ...options }));
