/** What requests contain, for the tests of params. */

import { check } from "synthflow-wasm";
import { withServer } from "../support/server.js";

/** The paths and codes of the issues of params. */
export const codes = (operation, params) =>
  check(operation, params).map(({ path, code }) => `${path} ${code}`);

/** What the body or the query of a request is. */
export const sent = async (run) => {
  const respond = () => ({ status: "ok", response: { call_id: "c", model_id: "m", id: "i", calls: [] } });
  return withServer(respond, async ({ client, delivered }) => {
    await run(client());
    const [{ method, url, body }] = delivered;
    return method === "GET"
      ? Object.fromEntries(new URL(url, "http://a.example").searchParams)
      : JSON.parse(body);
  });
};
