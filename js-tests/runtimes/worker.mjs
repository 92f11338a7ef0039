/** Runs cases in workerd: receives them in a request, responds with the results. */

import * as synthflow from "synthflow-wasm";
import { runCases } from "../faults/run.js";

export default {
  async fetch(request) {
    if (request.method === "GET") return new Response("ready");
    return Response.json(await runCases(synthflow, await request.json(), 20));
  },
};
