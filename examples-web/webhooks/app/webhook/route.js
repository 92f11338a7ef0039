// @ts-check
/** Next.js: a route handler of the App Router. */

import { receive } from "../../node.mjs";

// The SQLite driver is not for the edge.
export const runtime = "nodejs";

/** @param {Request} request */
export const POST = async (request) => {
  const { status, text } = await receive({
    body: await request.text(),
    headers: request.headers,
    token: new URL(request.url).searchParams.get("token"),
  });
  return new Response(text, { status, headers: { "content-type": "application/json" } });
};
