/** The same list by batch calls: Synthflow dials, and skips a recipient that it has. */

import { Misuse } from "./misuse.js";
import { digitsOf } from "./people.js";

/** The most recipients in a request. */
const CHUNK = 10_000;

/** How long a batch is followed: a week. */
const TIMEOUT = 7 * 24 * 3_600_000;

/** The ID of what the journal has of the batch itself: no person has it. */
export const BATCH = "";

/** What another option does is not possible there: Synthflow has the pace and the hours. */
const OTHERS = ["pace", "window", "recall", "follow"];

/** Checks the options of a campaign by batch. */
export const checkBatch = (options) => {
  const { call } = options;
  for (const name of OTHERS)
    if (options[name] !== undefined) throw new Misuse(`${name}: not with batch, which has its own`);
  if (!call?.model_id || !call.from_phone_number)
    throw new Misuse("call: a batch needs model_id and from_phone_number");
};

/** Refuses a journal of calls that were placed one by one: the batch would call these people once more. */
export const refuseCalls = (records) => {
  for (const { state, batch_call_id, attempts } of records.values())
    if (attempts > 0 || (state !== "queued" && !batch_call_id))
      throw new Misuse("journal: it is that of a campaign without batch");
};

/** A task takes an object only; a call takes pairs and `"Key: value"` lines, too. */
const variablesOf = (given) => {
  if (!Array.isArray(given)) return given;
  const pairs = given.map((one) => {
    if (typeof one !== "string") return [one.key, one.value];
    const [key, ...value] = one.split(":");
    return [key.trim(), value.join(":").trim()];
  });
  return Object.fromEntries(pairs);
};

const taskOf = ({ params }, model_id) => ({
  // The same in every run, whatever ids the list has.
  id: digitsOf(params.phone),
  to_phone_number: params.phone,
  lead_name: params.name,
  lead_email: params.lead_email,
  custom_variables: variablesOf(params.custom_variables),
  ...(params.model_id !== model_id && { override_model_id: params.model_id }),
});

/** The index of the recipient that an issue is about; undefined if it is about something else. */
const indexOf = ({ path }) => /^tasks\[(\d+)\]/.exec(path)?.[1];

/** Creates a batch, or appends to one. People whose params are invalid have failed, and the others are sent. */
const send = async (client, params, chunk, call, write) => {
  for (;;) {
    const people = chunk.filter(({ state }) => state === "queued");
    if (people.length === 0) return {};
    try {
      return await client.batchCalls.create({
        ...params,
        tasks: people.map((record) => taskOf(record, call.model_id)),
      });
    } catch (error) {
      const issues = error?.issues ?? [];
      if (issues.length === 0 || issues.some((issue) => indexOf(issue) === undefined)) throw error;
      const reasons = new Map(
        issues.map((issue) => [people[indexOf(issue)], `${issue.path}: ${issue.message}`]),
      );
      for (const [record, reason] of reasons) await write(record, { state: "failed", reason });
    }
  }
};

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
  const isOpen = ({ state }) => state !== "done" && state !== "failed";
  const queued = [...records.values()].filter(({ state }) => state === "queued");
  const chunks = [];
  for (let at = 0; at < queued.length; at += CHUNK) chunks.push(queued.slice(at, at + CHUNK));

  let { batch_call_id, name } = known ?? {};
  /** The people with whom the batch was created, in this run. */
  let created;
  const note = (changes) => write({ id: BATCH, params: {}, calls: [] }, { name, ...changes });
  if (!batch_call_id && name) {
    batch_call_id = await findEarlier(client, known, options.lookup, signal);
    if (signal?.aborted) return;
    // It may be listed later: a second one would call everybody twice.
    if (!batch_call_id && options.whenNotFound !== "call") {
      const advice = 'run again later, or with whenNotFound: "call" if you know that there is none';
      throw new Error(
        `runCampaign: the batch "${name}" may have been created, and is not in the list; ${advice}`,
      );
    }
  }
  if (!batch_call_id && queued.length > 0) {
    name ??= `${title} ${crypto.randomUUID()}`;
    await note({ state: "sending" });
    const { model_id, from_phone_number } = call;
    try {
      const params = { ...settings, name, model_id, from_phone_number };
      ({ batch_call_id } = await send(client, params, chunks[0], call, write));
      created = chunks[0];
    } catch (error) {
      // The batch may exist: this run looks once, the next one looks again.
      if (error?.outcome === "unknown") batch_call_id = await findBatch(client, name);
      else await write({ id: BATCH, params: {}, calls: [] }, { state: "queued" });
      if (!batch_call_id) throw error;
    }
  }
  if (!batch_call_id) return;
  await note({ state: "placed", batch_call_id });
  for (const chunk of chunks) {
    if (signal?.aborted) return;
    if (chunk !== created) await send(client, { batch_call_id }, chunk, call, write);
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
    else {
      const reason = error_message ?? `the recipient is ${status}`;
      await write(record, { state: "failed", batch_call_id, reason });
    }
  }
};
