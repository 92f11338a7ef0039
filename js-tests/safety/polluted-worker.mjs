/** In workerd: responds with what `polluted.mjs` found. */

import { Synthflow } from "synthflow-wasm";
import { tryPolluted } from "./polluted.mjs";

export default {
  fetch: async ({ method }) => Response.json(method === "POST" ? await tryPolluted(Synthflow) : {}),
};
