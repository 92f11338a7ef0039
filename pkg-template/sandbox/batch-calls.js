/** Batch calls: many recipients, dialed by the sandbox over time. */

import { poll, wakeBatches } from "./batches.js";
import { outboundAgent } from "./call-records.js";
import { badRequest } from "./errors.js";
import { find } from "./find.js";
import { page } from "./paging.js";

const batchOf = ({ store, ids }) => {
  const batch = find(store.batches, "batch call", ids.batch_call_id);
  poll(store, batch);
  return batch;
};

const count = ({ tasks }, ...statuses) => tasks.filter(({ status }) => statuses.includes(status)).length;

const shown = (batch) => ({
  batch_call_id: batch.batch_call_id,
  name: batch.name,
  from_phone_number: batch.from_phone_number,
  model_id: batch.model_id,
  status: batch.status,
  total_task_count: batch.tasks.length,
  dispatched_count: count(batch, "dispatched"),
  failed_count: count(batch, "failed"),
  pending_count: count(batch, "pending", "claimed"),
  created_at: batch.created_at,
});

const ok = (batch) => ({ status: "ok", response: shown(batch) });

/** Adds recipients, except those whose id the batch already has. Returns whether there was another one. */
const append = (batch, tasks) => {
  const before = batch.tasks.length;
  for (const task of tasks) {
    if (task.id && batch.ids.has(task.id)) continue;
    if (task.id) batch.ids.add(task.id);
    batch.tasks.push({ ...task, status: "pending", error_message: null });
  }
  return batch.tasks.length > before;
};

/** Makes a batch dial from its trigger time on. */
const start = (store, batch) => {
  const now = store.now();
  batch.next = Math.max(now, batch.trigger);
  batch.status = batch.trigger > now ? "scheduled" : "in_progress";
  store.activeBatches.add(batch);
};

const stop = (store, batch, status) => {
  batch.status = status;
  batch.next = Number.POSITIVE_INFINITY;
  store.activeBatches.delete(batch);
  // Their calls were not placed yet.
  for (const task of batch.claimed.splice(0).reverse()) {
    task.status = "pending";
    batch.position -= 1;
  }
  wakeBatches(store, store.now());
};

const create = (store, body) => {
  for (const name of ["model_id", "from_phone_number"]) {
    if (!body[name]) throw badRequest(`${name} is missing in the body: a new batch needs it`);
  }
  outboundAgent(store, body.model_id);
  const batch = {
    batch_call_id: store.ids.uuid(),
    name: body.name ?? "",
    model_id: body.model_id,
    from_phone_number: body.from_phone_number,
    reserved_concurrency: body.reserved_concurrency,
    call_time_window: body.call_time_window,
    trigger: body.trigger_timestamp ?? store.now(),
    created_at: new Date(store.now()).toISOString(),
    tasks: [],
    ids: new Set(),
    position: 0,
    claimed: [],
    isWaiting: false,
    next: 0,
  };
  store.batches.set(batch.batch_call_id, batch);
  return batch;
};

/** The maximum number of recipients in a request. */
const MAX_TASKS = 10_000;

export const batchCalls = {
  "batchCalls.create": ({ store, body }) => {
    const { batch_call_id: id, tasks } = body;
    if (tasks.length < 1 || tasks.length > MAX_TASKS)
      throw badRequest(`tasks in the body: expected 1 to ${MAX_TASKS} recipients, got ${tasks.length}`);
    const known = id === undefined ? undefined : find(store.batches, "batch call", id);
    if (known?.status === "canceled") throw badRequest(`batch call ${id} is canceled`);
    const batch = known ?? create(store, body);
    const isLonger = append(batch, tasks);
    if (isLonger && (!known || known.status === "completed")) start(store, batch);
    return ok(batch);
  },
  "batchCalls.list": ({ store, query }) => {
    const { pagination, items } = page([...store.batches.values()], query);
    for (const batch of items) poll(store, batch);
    return { status: "ok", response: { pagination, batch_calls: items.map(shown) } };
  },
  "batchCalls.get": (request) => ok(batchOf(request)),
  "batchCalls.listTasks": (request) => {
    const { status } = request.query;
    const tasks = batchOf(request).tasks.filter((task) => status === undefined || task.status === status);
    const { pagination, items } = page(tasks, request.query);
    return { status: "ok", response: { pagination, tasks: items } };
  },
  "batchCalls.pause": (request) => {
    const batch = batchOf(request);
    if (batch.status === "paused") return ok(batch);
    if (!["scheduled", "in_progress"].includes(batch.status)) {
      throw badRequest(
        `the batch call is ${batch.status}: only a scheduled one, or one in progress, can be paused`,
      );
    }
    stop(request.store, batch, "paused");
    return ok(batch);
  },
  "batchCalls.resume": (request) => {
    const batch = batchOf(request);
    if (["scheduled", "in_progress"].includes(batch.status)) return ok(batch);
    if (batch.status !== "paused") throw badRequest(`the batch call is ${batch.status}, not paused`);
    start(request.store, batch);
    return ok(batch);
  },
  "batchCalls.cancel": (request) => {
    const batch = batchOf(request);
    if (batch.status === "completed") throw badRequest("the batch call is completed");
    stop(request.store, batch, "canceled");
    for (const task of batch.tasks) if (task.status === "pending") task.status = "canceled";
    return ok(batch);
  },
};
