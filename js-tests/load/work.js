/** What one task does: requests one after the other, each of which knows its own answer. */

import assert from "node:assert/strict";
import { NotFoundError } from "synthflow-wasm";

/** Sends so many requests under names of its own; answers with how many ended as they should. */
export const work = async (client, name, apiKey, count) => {
  const key = `Bearer ${apiKey}`;
  let done = 0;
  for (let index = 0; index < count; index += 1) {
    const id = `${name}/${index}`;
    const answer = index % 2 ? client.agents.update(id, { name: id }) : client.agents.get(id);
    if (index % 10 === 0) {
      await assert.rejects(answer, (error) => error instanceof NotFoundError && error.body.detail === id);
    } else {
      const agent = index % 2 ? (await answer).assistants[0] : await answer;
      const expected = { model_id: id, key, ...(index % 2 ? { name: id } : {}) };
      assert.deepEqual({ ...agent }, expected);
    }
    done += 1;
  }
  return done;
};
