/** One task: sequential requests, each of which knows its expected response. */

import assert from "node:assert/strict";
import { NotFoundError } from "synthflow-wasm";

/** Sends requests with unique names; returns how many had the expected result. */
export const work = async (client, name, apiKey, count) => {
  const key = `Bearer ${apiKey}`;
  let done = 0;
  for (let index = 0; index < count; index += 1) {
    const id = `${name}/${index}`;
    const pending = index % 2 ? client.agents.update(id, { name: id }) : client.agents.get(id);
    if (index % 10 === 0) {
      await assert.rejects(pending, (error) => error instanceof NotFoundError && error.body.detail === id);
    } else {
      const agent = index % 2 ? (await pending).assistants[0] : await pending;
      const expected = { model_id: id, key, ...(index % 2 ? { name: id } : {}) };
      assert.deepEqual({ ...agent }, expected);
    }
    done += 1;
  }
  return done;
};
