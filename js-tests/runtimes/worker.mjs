/** Runs cases in workerd: takes them as a request, answers with the results. */

import * as synthflow from "synthflow-wasm";
import { runCases } from "../faults/run.js";

export default {
  async fetch(request) {
    const { url, cases } = await request.json();
    return Response.json(await runCases(synthflow, url, cases, 20));
  },
};
