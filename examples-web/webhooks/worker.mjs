// @ts-check
/** Cloudflare Workers. The calls are in the SQLite storage of a Durable Object, which handles the events. */

import { createHandler } from "./handler.mjs";
import { createStorage } from "./storage.mjs";

/**
 * @typedef {import("@cloudflare/workers-types").DurableObjectNamespace} Namespace
 * @typedef {import("@cloudflare/workers-types").DurableObjectState} State
 * @typedef {{ SYNTHFLOW_WEBHOOK_SECRET?: string, SYNTHFLOW_WEBHOOK_TOKEN?: string, CALLS: Namespace }} Env
 */

export class Calls {
  /**
   * @param {State} state
   * @param {Env} env
   */
  constructor({ storage: { sql } }, env) {
    this.receive = createHandler({
      secret: env.SYNTHFLOW_WEBHOOK_SECRET,
      token: env.SYNTHFLOW_WEBHOOK_TOKEN,
      storage: createStorage((query, ...values) => sql.exec(query, ...values).toArray()),
    });
  }

  /** @param {Request} request */
  async fetch(request) {
    const { status, text } = await this.receive({
      body: await request.text(),
      headers: request.headers,
      token: new URL(request.url).searchParams.get("token"),
    });
    return new Response(text, { status, headers: { "content-type": "application/json" } });
  }
}

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   */
  fetch: (request, env) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST" || pathname !== "/webhook") return new Response(null, { status: 404 });
    const calls = env.CALLS.get(env.CALLS.idFromName("calls"));
    return calls.fetch(/** @type {any} */ (request));
  },
};
