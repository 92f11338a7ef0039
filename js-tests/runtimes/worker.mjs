/** Runs cases in workerd: takes them as a request, answers with the results. */

import * as synthflow from "synthflow-wasm";
import { runCases } from "../faults/run.js";

export default {
  async fetch(request) {
    if (request.method === "GET") return new Response("ready");
    return Response.json(await runCases(synthflow, await request.json(), 20));
  },
};
