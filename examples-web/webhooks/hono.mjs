// @ts-check
/** Hono, in Node. The same route runs wherever Hono does; the storage is what differs there. */

import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { address, MAX_BODY, receive } from "./node.mjs";

const app = new Hono();

app.post("/webhook", bodyLimit({ maxSize: MAX_BODY }), async ({ req }) => {
  const { status, text } = await receive({
    body: await req.text(),
    headers: req.raw.headers,
    token: req.query("token"),
  });
  return new Response(text, { status, headers: { "content-type": "application/json" } });
});

serve({ fetch: app.fetch, port: address.port, hostname: address.host });
