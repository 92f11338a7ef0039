/** Batch calls dial over time, once per recipient. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSandbox } from "../support/sandbox.js";

const numbers = (count, first = 0) =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${first + index}`,
    to_phone_number: `+1415555${String(1000 + first + index)}`,
    lead_name: `Person ${first + index}`,
  }));

const start = async (options) => {
  const started = startSandbox(options);
  const { client, agentId, sandbox } = started;
  const model_id = await agentId();
  const { batchCalls } = client;
  const create = (body) => batchCalls.create({ model_id, from_phone_number: "+15005550000", ...body });
  const statuses = async (id) => {
    const counts = {};
    for await (const { status } of batchCalls.listTasks(id, { limit: 100 }))
      counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  const callsOf = async (id) => (await client.calls.list({ model_id, batch_call_id: id, limit: 100 })).data;
  return { ...started, sandbox, model_id, batchCalls, create, statuses, callsOf };
};

test("a batch claims its recipients, then places their calls, as slots get free", async () => {
  const { batchCalls, create, statuses, callsOf, pass } = await start();
  const made = await create({ name: "Reminders", tasks: numbers(25) });
  const { batch_call_id: id } = made;
  assert.deepEqual(
    [made.status, made.name, made.total_task_count, made.pending_count, made.dispatched_count],
    ["in_progress", "Reminders", 25, 25, 0],
  );
  assert.deepEqual(await statuses(id), { claimed: 10, pending: 15 });
  pass(300);
  assert.deepEqual(await statuses(id), { dispatched: 10, pending: 15 });
  assert.equal((await callsOf(id)).length, 10);
  pass(3300);
  assert.deepEqual(await statuses(id), { dispatched: 20, pending: 5 });
  pass(10_000);
  const ended = await batchCalls.get(id);
  assert.deepEqual([ended.status, ended.dispatched_count, ended.pending_count], ["completed", 25, 0]);
  const calls = await callsOf(id);
  assert.equal(calls.length, 25);
  assert.ok(
    calls.every(({ call_status, batch_call_id }) => call_status === "completed" && batch_call_id === id),
  );
  assert.match(calls[3].transcript, /this is Person 3/);
});

test("a batch that nobody looks at is in the same state", async () => {
  const { batchCalls, create, callsOf, pass, now } = await start();
  const { batch_call_id: id } = await create({ tasks: numbers(25) });
  pass(3_600_000);
  const { status, created_at } = await batchCalls.get(id);
  assert.equal(status, "completed");
  const times = (await callsOf(id)).map(({ start_time }) => Number(start_time) - Date.parse(created_at));
  assert.deepEqual([times[0], times[10], times[20], now() > times[24]], [300, 3600, 6900, true]);
});

test("recipients whose id the batch has are skipped in an append; a request has each id once", async () => {
  const { create, batchCalls, callsOf, pass } = await start();
  await assert.rejects(
    create({ tasks: [...numbers(2), ...numbers(2)] }),
    /tasks\[2\]: expected no duplicates/,
  );
  const { batch_call_id: id } = await create({ tasks: numbers(2) });
  const append = (tasks) => batchCalls.create({ batch_call_id: id, tasks });
  assert.equal((await append(numbers(3))).total_task_count, 3);
  pass(10_000);
  assert.equal((await append(numbers(3))).status, "completed");
  // Appending to a completed batch goes on; without an id, every recipient is another one.
  const anyone = { to_phone_number: "+14155559999" };
  assert.equal((await append([...numbers(3), anyone, anyone])).total_task_count, 5);
  pass(10_000);
  assert.equal((await callsOf(id)).length, 5);
});

test("a batch is scheduled, paused, resumed and canceled", async () => {
  const { create, batchCalls, statuses, callsOf, pass, now, send } = await start();
  const { batch_call_id: id, status } = await create({
    tasks: numbers(15),
    trigger_timestamp: now() + 60_000,
  });
  assert.equal(status, "scheduled");
  pass(59_000);
  assert.deepEqual(await statuses(id), { pending: 15 });
  pass(1000);
  assert.deepEqual(await statuses(id), { claimed: 10, pending: 5 });
  // Claimed recipients have not been called yet.
  assert.equal((await batchCalls.pause(id)).status, "paused");
  pass(60_000);
  assert.deepEqual(await statuses(id), { pending: 15 });
  await batchCalls.resume(id);
  pass(400);
  assert.deepEqual(await statuses(id), { dispatched: 10, pending: 5 });
  const canceled = await batchCalls.cancel(id);
  assert.deepEqual([canceled.status, canceled.pending_count], ["canceled", 0]);
  assert.deepEqual(await statuses(id), { dispatched: 10, canceled: 5 });
  pass(60_000);
  // Canceling hangs nothing up.
  const calls = await callsOf(id);
  assert.deepEqual([calls.length, calls[0].call_status], [10, "completed"]);
  for (const [path, body] of [
    [`/calls/batch/${id}/pause`],
    [`/calls/batch/${id}/resume`],
    ["/calls/batch", { batch_call_id: id, tasks: numbers(1, 50) }],
  ]) {
    assert.equal((await send("POST", path, body)).status, 400, path);
  }
  assert.equal((await batchCalls.cancel(id)).status, "canceled");
});

test("what a batch cannot be is refused; recipients without a call have failed", async () => {
  const { send, create, batchCalls, agentId, pass, model_id } = await start();
  const from_phone_number = "+15005550000";
  for (const [body, status] of [
    [{ model_id, from_phone_number, tasks: [] }, 400],
    [{ model_id, from_phone_number, tasks: numbers(1).map(({ id }) => ({ id })) }, 400],
    [{ model_id, tasks: numbers(1) }, 400],
    [{ from_phone_number, tasks: numbers(1) }, 400],
    [{ model_id, from_phone_number }, 400],
    [{ model_id: "none", from_phone_number, tasks: numbers(1) }, 404],
    [{ model_id: await agentId("widget"), from_phone_number, tasks: numbers(1) }, 400],
    [{ batch_call_id: "none", tasks: numbers(1) }, 404],
    [{ model_id, from_phone_number, tasks: Array.from({ length: 10_001 }, () => numbers(1)[0]) }, 400],
  ]) {
    assert.equal(
      (await send("POST", "/calls/batch", body)).status,
      status,
      JSON.stringify(body).slice(0, 80),
    );
  }
  for (const path of ["/calls/batch/none", "/calls/batch/none/tasks"]) {
    assert.equal((await send("GET", path)).status, 404);
  }
  assert.equal((await batchCalls.list()).total, 0);
  const [first, second] = numbers(2);
  const { batch_call_id: id } = await create({ tasks: [{ ...first, override_model_id: "none" }, second] });
  pass(5000);
  const { data } = await batchCalls.listTasks(id, { status: "failed" });
  assert.deepEqual(
    data.map((task) => [task.id, task.error_message]),
    [["r0", "agent none not found"]],
  );
  const { failed_count, dispatched_count, status } = await batchCalls.get(id);
  assert.deepEqual([failed_count, dispatched_count, status], [1, 1, "completed"]);
});

test("variables, another agent, and the concurrency that a batch leaves to others", async () => {
  const { client, create, statuses, callsOf, pass, sandbox, agentId } = await start({
    rateLimits: { concurrentCalls: 5 },
  });
  const { model_id } = await client.agents.create({
    type: "outbound",
    name: "Other",
    agent: { greeting_message: "Hi {who}" },
  });
  const tasks = numbers(6).map((task) => ({
    ...task,
    override_model_id: model_id,
    custom_variables: { who: task.id },
  }));
  const { batch_call_id: id } = await create({ tasks, reserved_concurrency: 3 });
  await statuses(id);
  pass(300);
  assert.deepEqual(await statuses(id), { dispatched: 2, pending: 4 });
  // The reserved slots are free for other calls.
  const call = { model_id: await agentId(), name: "Sam", phone: "+14155550100" };
  for (let index = 0; index < 3; index += 1) await client.calls.create(call);
  pass(60_000);
  assert.deepEqual(await statuses(id), { dispatched: 6 });
  const calls = (await client.calls.list({ model_id, batch_call_id: id })).data;
  assert.equal(sandbox.instructions(calls[1].call_id).greeting, "Hi r1");
  assert.deepEqual(await callsOf(id), []);
});

test("a batch keeps to the rate of call attempts", async () => {
  const { create, callsOf, pass } = await start({ rateLimits: { callsPerSecond: 2 } });
  const { batch_call_id: id } = await create({ tasks: numbers(6) });
  pass(30_000);
  const times = (await callsOf(id)).map(({ start_time }) => Number(start_time));
  assert.deepEqual(
    times.map((time) => time - times[0]),
    [0, 0, 1000, 1000, 2000, 2000],
  );
});

test("call_time_window: a batch dials in the hours of its agent's time zone", async () => {
  const { client, create, callsOf, pass, model_id } = await start();
  await client.agents.update(model_id, { agent: { timezone: "America/New_York" } });
  // Wednesday 2026-11-25 12:00 UTC is 07:00 in New York.
  const weekly_hours = { wednesday: [{ start: "09:00", end: "10:00" }], thursday: [["08:30", "17:00"]] };
  const { batch_call_id: id } = await create({
    tasks: numbers(1),
    call_time_window: { enable: true, weekly_hours },
  });
  const at = async (batch) => (await callsOf(batch)).map(({ start_time }) => new Date(Number(start_time)));
  pass(3_600_000);
  assert.deepEqual(await at(id), []);
  pass(4 * 3_600_000);
  assert.equal((await at(id))[0].toISOString(), "2026-11-25T14:00:00.300Z");
  const next = await create({ tasks: numbers(1), call_time_window: { enable: true, weekly_hours } });
  pass(24 * 3_600_000);
  assert.equal((await at(next.batch_call_id))[0].toISOString(), "2026-11-26T13:30:00.300Z");
  // Hours that are off, or in a form that is not known, do not apply.
  for (const call_time_window of [
    { enable: false, weekly_hours },
    { enable: true, weekly_hours: { a: [1] } },
  ]) {
    const open = await create({ tasks: numbers(1), call_time_window });
    pass(1000);
    assert.equal((await at(open.batch_call_id)).length, 1);
  }
});

test("where calls advance with each poll, so do batches", async () => {
  const { create, batchCalls, callsOf } = await start({ callDuration: 0 });
  const { batch_call_id: id } = await create({ tasks: numbers(25) });
  const seen = new Set();
  for (let isOpen = true, polls = 0; isOpen; polls += 1) {
    assert.ok(polls < 100);
    const tasks = (await batchCalls.listTasks(id, { limit: 100 })).data;
    for (const { status } of tasks) seen.add(status);
    isOpen = tasks.some(({ status }) => status !== "dispatched");
  }
  assert.equal((await batchCalls.get(id)).status, "completed");
  assert.deepEqual([...seen].sort(), ["claimed", "dispatched", "pending"]);
  assert.equal((await callsOf(id)).length, 25);
});

test("10,000 recipients, and a year that nobody looked", async () => {
  const { create, batchCalls, pass } = await start();
  const { batch_call_id: id } = await create({ tasks: numbers(8999) });
  await batchCalls.create({
    batch_call_id: id,
    tasks: Array(1001).fill({ to_phone_number: "+14155550100" }),
  });
  const stuck = await create({ tasks: numbers(1), reserved_concurrency: 1000 });
  pass(365 * 24 * 3_600_000);
  const started = performance.now();
  const ended = await batchCalls.get(id);
  assert.deepEqual([ended.status, ended.dispatched_count], ["completed", 10_000]);
  assert.ok(performance.now() - started < 5000);
  assert.equal((await batchCalls.get(stuck.batch_call_id)).pending_count, 1);
});

test("W34: the calls of a batch send their webhooks", async () => {
  const events = [];
  const onWebhook = async (request) => void events.push(await request.json());
  const { sandbox, client, create, pass, model_id } = await start({ webhooks: "send", onWebhook });
  await client.agents.update(model_id, { external_webhook_url: "https://app.example/hook" });
  await create({ tasks: numbers(15) });
  pass(10_000);
  await sandbox.settle();
  assert.equal(events.length, 15);
  assert.equal(new Set(events.map(({ call }) => call.call_id)).size, 15);
});
