// @ts-check
/** Express. The body is read as bytes, by a parser of this route only. */

import express from "express";
import { address, MAX_BODY, receive } from "./node.mjs";

const app = express();

app.post("/webhook", express.raw({ type: () => true, limit: MAX_BODY }), async (request, response) => {
  const { body, headers, query } = request;
  const { status, text } = await receive({ body, headers, token: query.token });
  response.status(status).type("json").send(text);
});

app.listen(address.port, address.host);
