/** In workerd: one request of each retry policy to a server; how each ended. */

import { Synthflow } from "synthflow-wasm";

export default {
  async fetch(request) {
    const { url, cases } = await request.json();
    // The look whether the worker is up.
    if (cases) return new Response();
    const client = new Synthflow({ apiKey: "k", baseURL: url, maxRetries: 0, logLevel: "off" });
    const requests = {
      create: () => client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" }),
      get: () => client.agents.get("a"),
      update: () => client.agents.update("a", { name: "B" }),
      bare: () => client.request("POST", "/new"),
      wait: () => client.calls.wait("c", { interval: 5, timeout: 2000 }),
    };
    const results = {};
    for (const [name, send] of Object.entries(requests)) {
      results[name] = await send().then(
        () => "resolved",
        (error) => `${error.outcome}: ${error.message}`,
      );
    }
    const cache = (value) => {
      try {
        new Request("https://a.example", { cache: value });
        return true;
      } catch {
        return false;
      }
    };
    return Response.json({ results, takesNoStore: cache("no-store") });
  },
};
