/** Batch calls: an append whose every task has an id may be repeated, anything else may not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { rejection, withServer } from "../support/server.js";

const created = { status: "ok", response: { batch_call_id: "b", status: "scheduled" } };
const task = { id: "1", to_phone_number: "+14155550123" };
const fresh = { model_id: "m", from_phone_number: "+14155550100", tasks: [task] };

/** Breaks the first connection after the request was read. */
const breakFirst = (_, response, index) => {
  if (index > 0) return created;
  response.socket.resetAndDestroy();
};

const deliveries = (params, options) =>
  new Promise((resolve) => {
    withServer(breakFirst, async ({ client, delivered }) => {
      const outcome = await client()
        .batchCalls.create(params, options)
        .then(
          () => "done",
          (error) => error.outcome,
        );
      resolve([delivered.length, outcome]);
    });
  });

test("an append whose every task has an id is retried: the API skips the ids that it has", async () => {
  assert.deepEqual(await deliveries({ batch_call_id: "b", tasks: [task, { ...task, id: "2" }] }), [
    2,
    "done",
  ]);
});

const once = {
  "a new batch": [fresh],
  "an append with a task without id": [
    { batch_call_id: "b", tasks: [task, { to_phone_number: "+14155550124" }] },
  ],
  "an append with an empty id": [{ batch_call_id: "b", tasks: [{ ...task, id: "" }] }, { validation: "off" }],
  "an append with a blank id": [{ batch_call_id: "b", tasks: [{ ...task, id: " " }] }, { validation: "off" }],
  "an append to a batch with a blank id": [
    { batch_call_id: " ", tasks: [{ ...task, id: "1" }] },
    { validation: "off" },
  ],
  "an append with an id that is no string": [
    { batch_call_id: "b", tasks: [{ ...task, id: 5 }] },
    { validation: "off" },
  ],
  "tasks that are no array": [{ batch_call_id: "b", tasks: { 0: task } }, { validation: "off" }],
  "no tasks": [{ batch_call_id: "b", tasks: [] }, { validation: "off" }],
  "an append to a batch without id": [{ ...fresh, batch_call_id: "" }, { validation: "off" }],
  "an append whose tasks are those of extraBody": [
    { batch_call_id: "b" },
    { validation: "off", extraBody: { tasks: [task] } },
  ],
  "an append with a new field of extraBody": [
    { batch_call_id: "b", tasks: [task] },
    { extraBody: { brand_new: 1 } },
  ],
};

for (const [what, [params, options]] of Object.entries(once)) {
  test(`${what} is delivered once`, async () => {
    assert.deepEqual(await deliveries(params, options), [1, "unknown"]);
  });
}

test("pause, resume and cancel are retried", async () => {
  for (const method of ["pause", "resume", "cancel"]) {
    await withServer(breakFirst, async ({ client, delivered }) => {
      assert.equal((await client().batchCalls[method]("b")).batch_call_id, "b");
      assert.deepEqual(
        delivered.map(({ url }) => url),
        [`/v2/calls/batch/b/${method}`, `/v2/calls/batch/b/${method}`],
      );
    });
  }
});

test("a response without an id is no success", async () => {
  await withServer(
    () => ({ status: "ok", response: {} }),
    async ({ client }) => {
      assert.equal((await rejection(client().batchCalls.create(fresh))).outcome, "unknown");
    },
  );
});
