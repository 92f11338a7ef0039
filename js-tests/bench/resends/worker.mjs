/** Runs the cases in workerd: takes them as a request, responds with how each request ended. */

import { run } from "./probe.js";

export default {
  async fetch(request) {
    if (request.method === "GET") return new Response("ready");
    return Response.json(await run(await request.json()));
  },
};
