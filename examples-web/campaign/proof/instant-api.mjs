/** An API that responds immediately, so that only the workers and Redis are measured. Records when calls arrive. */

import { createServer } from "node:http";

const bodies = {
  POST: (id) => ({ status: "ok", response: { answer: "Call is queued", call_id: `call-${id}` } }),
  GET: (id) => ({ status: "ok", response: { calls: [{ call_id: id, status: "completed" }] } }),
};

/** Starts it. */
export const startInstantApi = async () => {
  const arrivals = [];
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      if (request.method === "POST") arrivals.push(performance.now());
      const id = request.method === "POST" ? arrivals.length : request.url.split("/").at(-1);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(bodies[request.method](id)));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/v2`,
    arrivals,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
