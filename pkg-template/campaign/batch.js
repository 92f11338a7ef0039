/** The same list by batch calls: Synthflow dials, and skips a recipient that it has. */

import { didYouMean } from "../shared/nearest.js";
import { isObject, own } from "../shared/own.js";
import { Misuse } from "./misuse.js";
import { digitsOf, isShared } from "./people.js";
import { createPermit } from "./permit.js";

/** The most recipients in a request. */
const CHUNK = 10_000;

/** How long a batch is followed: a week. */
const TIMEOUT = 7 * 24 * 3_600_000;

/** How often a batch is read, by default: it takes hours. */
const INTERVAL = 10_000;

/** The id of what the journal has of the batch itself: no person has it. */
export const BATCH = "";

/** What another option does is not possible there: Synthflow has the pace and the hours. */
const OTHERS = ["pace", "window", "recall"];

/** What a recipient of a batch can have, of the params of a call; and the number that all are called from. */
const CARRIED = ["phone", "name", "lead_email", "custom_variables", "model_id", "from_phone_number"];

/** Params of the batch that the campaign sets. */
const OWN = ["model_id", "from_phone_number", "tasks", "batch_call_id"];

const checkFields = (params, at) => {
  for (const [field, value] of Object.entries(params))
    if (value !== undefined && value !== null && !CARRIED.includes(field))
      throw new Misuse(
        `${at}.${field}: not with batch, whose recipients cannot have it${didYouMean(field, CARRIED)}`,
      );
  const { custom_variables: variables } = params;
  const keys = Array.isArray(variables) ? variables.flatMap((one) => (isObject(one) ? [one.key] : [])) : [];
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined)
    throw new Misuse(
      `${at}.custom_variables: ${JSON.stringify(twice)} is there twice; a recipient has it once`,
    );
  for (const [index, one] of (Array.isArray(variables) ? variables : []).entries())
    if (typeof one !== "string" && !(isObject(one) && typeof one.key === "string"))
      throw new Misuse(
        `${at}.custom_variables[${index}]: expected an object with key and value, or a "Key: value" string`,
      );
};

/** Checks the options of a campaign by batch. */
export const checkBatch = (options) => {
  const { call, batch } = options;
  for (const name of OTHERS)
    if (options[name] !== undefined) throw new Misuse(`${name}: not with batch, which has its own`);
  if (options.follow === false)
    throw new Misuse("follow: not false with batch, which is followed to its end");
  if (!call?.model_id || !call.from_phone_number)
    throw new Misuse("call: a batch needs model_id and from_phone_number");
  for (const name of OWN)
    if (Object.hasOwn(batch, name)) throw new Misuse(`batch.${name}: it is taken from call and people`);
  checkFields(call, "call");
};

/** Checks the params of a person: what cannot be sent must not be left out silently. */
export const checkPerson = (params, at, call) => {
  checkFields(params, at);
  if (params.from_phone_number !== call.from_phone_number)
    throw new Misuse(`${at}.from_phone_number: not with batch, which calls everybody from that of call`);
};

/** States of people who may have been called. */
const CALLED = ["sending", "placed", "unknown", "settled", "done"];

/** Refuses a journal of calls that were placed one by one: the batch would call these people once more. */
export const refuseCalls = (records) => {
  for (const { state, batch_call_id, batch_name, attempts } of records.values())
    if (attempts > 0 || (CALLED.includes(state) && !batch_call_id && !batch_name))
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

/** The index of the recipient that an issue is about, and the field; none if it is about something else. */
const targetOf = ({ path }) => /^tasks\[(\d+)\]\.?([^.[]*)/.exec(path)?.slice(1) ?? [];

/** The params of a call whose name is another one in a recipient. */
const PARAMS = { lead_name: "name", override_model_id: "model_id", to_phone_number: "phone" };

/** Whether the batch may not have a person: they are sent to it, which skips those that it has. */
const isToSend = ({ state, batch_call_id }) => state === "queued" || (state === "unknown" && !batch_call_id);

/** How many entries are written at a time: a journal may do so at once, or have few connections. */
const WRITES = 50;

/** Writes the same of many people. */
const writeAll = async (people, write, changes) => {
  for (let at = 0; at < people.length; at += WRITES)
    await Promise.all(people.slice(at, at + WRITES).map((record) => write(record, changes)));
};

/**
 * Refuses to add people to a batch that was created with other params, which an append cannot change: they would be called from
 * another number, or at another time. A journal of an earlier version has none.
 */
const checkSame = (before, now) => {
  const isSame = (name) => JSON.stringify(before[name]) === JSON.stringify(now[name]);
  const changed = Object.keys({ ...before, ...now }).filter((name) => !isSame(name));
  if (changed.length > 0)
    throw new Misuse(
      `journal: its batch was created with another ${changed.join(", ")}; use the same, or a new journal for others`,
    );
};

/**
 * Creates `send`, which creates a batch or appends to one, and returns the response and who was sent; undefined if nothing was sent,
 * since there is nobody or the campaign has ended. People whose params are invalid have failed, and the others are sent.
 */
const createSend = ({ client, call, model_id, write, mark, hasStopped, stopped }) => {
  let permit;
  stopped.then(() => permit?.withdraw());
  return async (params, chunk, name) => {
    for (;;) {
      const people = chunk.filter(isToSend);
      if (people.length === 0 || hasStopped()) return undefined;
      permit = createPermit(() => !hasStopped());
      const before = people.map(({ state }) => state);
      // Not in the journal, which has the batch: a report must not say "queued" of people who have been sent.
      for (const record of people) mark(record, "sending");
      try {
        const tasks = people.map((record) => taskOf(record, model_id));
        const response = await client.batchCalls.create({ ...params, tasks }, { signal: permit.signal });
        return { people, response };
      } catch (error) {
        const isWithdrawn = permit.explains(error);
        if (error?.outcome === "unknown" && !isWithdrawn) {
          // The next run sends them to the same batch.
          const reason = "the batch may have this recipient; its response was lost";
          await writeAll(people, write, { state: "unknown", batch_name: name, reason });
          throw error;
        }
        for (const [at, record] of people.entries()) mark(record, before[at]);
        if (isWithdrawn) return undefined;
        const issues = own(error, "issues") ?? [];
        /** Whether it is about one recipient, and not about the batch or what all have from `call`. */
        const isOfOne = (issue) => {
          const [index, field] = targetOf(issue);
          return index !== undefined && !isShared(PARAMS[field] ?? field, people[index].params, call);
        };
        if (issues.length === 0 || !issues.every(isOfOne)) throw error;
        const reasons = new Map(
          issues.map((issue) => [people[targetOf(issue)[0]], `${issue.path}: ${issue.message}`]),
        );
        for (const [record, reason] of reasons) await write(record, { state: "failed", reason });
      }
    }
  };
};

/** The id of the batch with this name, which no other has; undefined if there is none. */
const findBatch = async ({ client, signal }, name) => {
  for await (const { batch_call_id, name: other } of client.batchCalls.list({ limit: 100 }, { signal })) {
    if (other === name) return batch_call_id;
  }
};

/** The id of the batch that an earlier run may have created: one that is listed late is waited for. */
const findEarlier = async (given) => {
  const { known, options, hasStopped, pause } = given;
  const { timeout = 60_000, interval = 5000 } = options.lookup ?? {};
  for (;;) {
    const isLast = Date.now() > known.at + timeout;
    const found = await findBatch(given, known.name);
    if (found || isLast || hasStopped()) return found;
    await pause(interval);
  }
};

/**
 * Sends the people to a batch, and reads what was done about each. The journal has the name of the batch before it is created, so
 * that one whose response was lost is found; all the rest can be repeated.
 */
export const runBatch = async (given) => {
  const { client, options, records, known, write, hasStopped, signal } = given;
  const { call, batch } = options;
  const { name: title = "Campaign", ...settings } = batch === true ? {} : batch;
  const isOpen = ({ state }) => state !== "done" && state !== "failed";
  const { from_phone_number } = call;
  const params = { from_phone_number, ...settings };
  // Of the batch that an earlier run has created.
  const before = known?.name ? known.batch : undefined;
  const { model_id = call.model_id } = before ?? {};
  const send = createSend({ ...given, call, model_id });
  const people = [...records.values()].filter(isToSend);
  const chunks = [];
  for (let at = 0; at < people.length; at += CHUNK) chunks.push(people.slice(at, at + CHUNK));

  let { batch_call_id, name } = known ?? {};
  if (before && people.length > 0) checkSame(before, { model_id, ...params });
  const note = (changes) =>
    write({ id: BATCH, params: {}, calls: [] }, { ...changes, batch: { model_id, ...params } });
  /** What has been sent is at the batch, whether or not the campaign has ended since. */
  const placed = (sent) => writeAll(sent.people, write, { state: "placed", batch_call_id });

  if (!batch_call_id && name) {
    batch_call_id = await findEarlier(given);
    if (hasStopped()) return;
    // It may be listed later: a second one would call everybody twice.
    if (!batch_call_id && options.whenNotFound !== "call") {
      const advice = 'run again later, or with whenNotFound: "call" if you know that there is none';
      throw new Error(
        `runCampaign: the batch "${name}" may have been created, and is not in the list; ${advice}`,
      );
    }
    if (batch_call_id) await note({ state: "placed", name, batch_call_id });
  }
  if (!batch_call_id && people.length > 0) {
    if (hasStopped()) return;
    name ??= `${title} ${crypto.randomUUID()}`;
    await note({ state: "sending", name });
    let [sent, error] = [];
    try {
      // All of the first ones may be invalid.
      while (!sent && chunks.length > 0) {
        sent = await send({ name, model_id, ...params }, chunks[0], name);
        chunks.shift();
      }
    } catch (thrown) {
      error = thrown;
    }
    if (sent) {
      batch_call_id = sent.response.batch_call_id;
      await note({ state: "placed", name, batch_call_id });
      await placed(sent);
    } else if (error?.outcome === "unknown") {
      // The batch may exist: this run looks once, the next one looks again.
      if (hasStopped()) return;
      // A look-up that fails says nothing of the batch.
      batch_call_id = await findBatch(given, name).catch(() => undefined);
      if (!batch_call_id) throw error;
      await note({ state: "placed", name, batch_call_id });
    } else {
      await note({ state: "queued" });
      if (error) throw error;
    }
  }
  if (!batch_call_id) return;
  for (const chunk of chunks) {
    const sent = await send({ batch_call_id }, chunk, name);
    if (sent) await placed(sent);
  }
  if (hasStopped()) return;
  const { interval = INTERVAL } = options.follow;
  await client.batchCalls.wait(batch_call_id, { interval, timeout: TIMEOUT, signal });
  const recipients = client.batchCalls.listTasks(batch_call_id, { limit: 100 }, { signal });
  for await (const { id, status, error_message } of recipients) {
    const record = records.get(id);
    if (!record || !isOpen(record)) continue;
    if (status === "dispatched") await write(record, { state: "done", batch_call_id });
    else {
      const reason = error_message ?? `the recipient is ${status}`;
      await write(record, { state: "failed", batch_call_id, reason });
    }
  }
};
