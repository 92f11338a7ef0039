/** The same list by batch calls: Synthflow dials, and skips a recipient that it has. */

import { isObject } from "../shared/own.js";
import { Misuse } from "./misuse.js";

/** The most recipients in a request. */
const CHUNK = 10_000;

/** How long a batch is followed: a week. */
const TIMEOUT = 7 * 24 * 3_600_000;

/** The ID of what the journal has of the batch itself: no person has it. */
export const BATCH = "";

/** What another option does is not possible there: Synthflow has the pace and the hours. */
const OTHERS = ["pace", "window", "recall", "follow", "whenNotFound"];

/** Checks the options of a campaign by batch. */
export const checkBatch = (options) => {
  const { batch, call } = options;
  if (batch !== true && !isObject(batch))
    throw new Misuse("batch: expected true, or an object with params of the batch");
  for (const name of OTHERS)
    if (options[name] !== undefined) throw new Misuse(`${name}: not with batch, which has its own`);
  if (!call?.model_id || !call.from_phone_number)
    throw new Misuse("call: a batch needs model_id and from_phone_number");
};

const variablesOf = (given) =>
  Array.isArray(given) ? Object.fromEntries(given.map(({ key, value }) => [key, value])) : given;

const taskOf = ({ id, params }, model_id) => ({
  id,
  to_phone_number: params.phone,
  lead_name: params.name,
  lead_email: params.lead_email,
  custom_variables: variablesOf(params.custom_variables),
  ...(params.model_id !== model_id && { override_model_id: params.model_id }),
});

/** The ID of the batch with this name, which no other has; undefined if there is none. */
const findBatch = async (client, name) => {
  for await (const { batch_call_id, name: other } of client.batchCalls.list()) {
    if (other === name) return batch_call_id;
  }
};

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** The ID of the batch that an earlier run may have created: one that is listed late is waited for. */
const findEarlier = async (client, { name, at }, { timeout = 60_000, interval = 5000 } = {}, signal) => {
  for (;;) {
    const isLast = Date.now() > at + timeout;
    const found = await findBatch(client, name);
    if (found || isLast || signal?.aborted) return found;
    await pause(interval);
  }
};

/**
 * Sends the people to a batch, and reads what was done about each. The journal has the name of the batch before it is created, so
 * that one whose response was lost is found; all the rest can be repeated.
 */
export const runBatch = async ({ client, options, records, known, write, signal }) => {
  const { call, batch } = options;
  const { name: title = "Campaign", ...settings } = batch === true ? {} : batch;
  const everybody = [...records.values()];
  const isOpen = ({ state }) => state !== "done" && state !== "failed";
  const chunks = [];
  for (let at = 0; at < everybody.length; at += CHUNK) chunks.push(everybody.slice(at, at + CHUNK));

  let { batch_call_id, name } = known ?? {};
  const note = (changes) => write({ id: BATCH, params: {}, calls: [] }, { name, ...changes });
  if (!batch_call_id && name) batch_call_id = await findEarlier(client, known, options.lookup, signal);
  if (signal?.aborted) return;
  if (!batch_call_id && everybody.some(isOpen)) {
    name ??= `${title} ${crypto.randomUUID()}`;
    await note({ state: "sending" });
    const tasks = chunks[0].map((record) => taskOf(record, call.model_id));
    const { model_id, from_phone_number } = call;
    try {
      ({ batch_call_id } = await client.batchCalls.create({
        ...settings,
        name,
        model_id,
        from_phone_number,
        tasks,
      }));
    } catch (error) {
      // The batch may exist: this run looks once, the next one looks again before it creates one.
      if (error?.outcome === "unknown") batch_call_id = await findBatch(client, name);
      if (!batch_call_id) throw error;
    }
  }
  if (!batch_call_id) return;
  await note({ state: "placed", batch_call_id });
  for (const chunk of chunks) {
    if (signal?.aborted) return;
    if (chunk.every(({ state }) => state !== "queued")) continue;
    const tasks = chunk.map((record) => taskOf(record, call.model_id));
    await client.batchCalls.create({ batch_call_id, tasks });
    for (const record of chunk)
      if (record.state === "queued") await write(record, { state: "placed", batch_call_id });
  }
  try {
    await client.batchCalls.wait(batch_call_id, { timeout: TIMEOUT, signal });
  } catch (error) {
    if (signal?.aborted) return;
    throw error;
  }
  for await (const { id, status, error_message } of client.batchCalls.listTasks(batch_call_id, {
    limit: 100,
  })) {
    const record = records.get(id);
    if (!record || !isOpen(record)) continue;
    if (status === "dispatched") await write(record, { state: "done", batch_call_id });
    else
      await write(record, {
        state: "failed",
        batch_call_id,
        reason: error_message ?? `the recipient is ${status}`,
      });
  }
};
