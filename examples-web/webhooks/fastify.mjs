// @ts-check
/** Fastify. Its parser of JSON is replaced by one that keeps the bytes; in a plugin, that concerns the plugin's routes only. */

import fastify from "fastify";
import { address, MAX_BODY, receive } from "./node.mjs";

const app = fastify({ bodyLimit: MAX_BODY });

app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));

app.post("/webhook", async (request, response) => {
  const { token } = /** @type {{ token?: string }} */ (request.query);
  const { status, text } = await receive({
    body: /** @type {Buffer} */ (request.body),
    headers: request.headers,
    token,
  });
  return response.code(status).type("application/json").send(text);
});

await app.listen(address);
