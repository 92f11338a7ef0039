/** A world of one process: who was called, and a client, a journal and a crash at any step. */

import { SynthflowError } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";

/** What ends a process in a test: nothing runs after it. */
class Crash extends Error {}

const forever = new Promise(() => {});

/**
 * Creates a world. `faults(phone, attempt)` returns what happens to an attempt: nothing, `"lost"` (it rings, and the response is
 * lost), `"dropped"` (neither), `429`, or another status.
 */
export const createWorld = (faults = () => undefined) => {
  const dialed = new Map();
  const attempts = new Map();
  const entries = [];
  let calls = 0;
  /** One process: it ends at the given step, of all that differ from outside. */
  const start = async (people, { crashAt = Infinity, ...options } = {}) => {
    let step = 0;
    let crash;
    const crashed = new Promise((_, reject) => {
      crash = () => reject(new Crash());
    });
    crashed.catch(() => {});
    /** Whether the process is still there; it ends before the step with the number `crashAt`. */
    const reach = async () => {
      step += 1;
      if (step < crashAt) return;
      crash();
      await forever;
    };
    const own = memoryJournal(entries);
    const journal = {
      read: own.read,
      write: async (entry) => {
        await reach();
        await own.write(entry);
        await reach();
      },
    };
    const create = async ({ phone }) => {
      await reach();
      const attempt = attempts.get(phone) ?? 0;
      attempts.set(phone, attempt + 1);
      const fault = faults(phone, attempt);
      const fail = (outcome, status) =>
        new SynthflowError({ message: `${fault}`, outcome, status, attempts: 1 });
      if (typeof fault === "number") throw Object.assign(fail("refused", fault), { retryAfter: 0 });
      if (fault === "dropped") throw fail("unknown");
      const call_id = `call-${++calls}`;
      dialed.set(phone, [...(dialed.get(phone) ?? []), call_id]);
      await reach();
      if (fault === "lost") throw fail("unknown");
      return { call_id };
    };
    const findPlaced = async ({ phone, except = [] }) => {
      await reach();
      const found = (dialed.get(phone) ?? []).filter((id) => !except.includes(id));
      const calls = found.map((call_id) => ({ call_id }));
      const outcome = ["not-found", "placed"][calls.length] ?? "ambiguous";
      return { outcome, call: calls[0], calls };
    };
    const wait = async () => {
      await reach();
      return { status: "completed", end_call_reason: "human_goodbye", duration: 5 };
    };
    const client = { calls: { create, findPlaced, wait } };
    const pace = { callsPerSecond: Infinity, maxInFlight: 2 };
    const running = runCampaign({ client, people, journal, pace, ...options });
    running.catch(() => {});
    try {
      return { report: await Promise.race([running, crashed]), steps: step };
    } catch (error) {
      if (error instanceof Crash) return { steps: step };
      throw error;
    }
  };
  return { dialed, entries, start };
};
