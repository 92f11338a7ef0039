/** Batches through the proxy. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { withProxy } from "./support.js";

test("an append to a batch, which may be retried, gets through the proxy, with one key for all attempts", () =>
  withProxy(
    {},
    async ({ front, delivered }) => {
      const keys = [];
      const client = new Synthflow({
        apiKey: null,
        baseURL: "/synthflow",
        logLevel: "off",
        fetch: (url, init) => {
          keys.push(init.headers["idempotency-key"]);
          if (keys.length === 1) throw new TypeError("fetch failed");
          return fetch(front.url + url, init);
        },
      });
      const tasks = [{ id: "1", to_phone_number: "+14155550123" }];
      await client.batchCalls.create({ batch_call_id: "b", tasks });
      assert.equal(keys.length, 2);
      assert.ok(keys[0]);
      assert.equal(keys[0], keys[1]);
      assert.equal(delivered.length, 1);
    },
    () => ({ status: "ok", response: { batch_call_id: "b" } }),
  ));
