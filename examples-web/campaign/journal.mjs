/**
 * The journal: what is known about each person, in Redis. BullMQ decides when a person's job runs; the journal decides
 * whether the job may send the request. Its two steps are Lua scripts, which Redis runs one at a time.
 *
 * States: `queued` (no record), `sending`, `placed`, `unknown`, `settled`, `done`, `failed`, `skipped`.
 */

import { readFileSync } from "node:fs";

const lua = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

const digitsOf = (phone) => String(phone).replace(/\D/g, "");

/** The id of a person. Default: the digits of the phone number. */
export const idOf = ({ id, phone }) => String(id ?? digitsOf(phone));

const parsed = (text) => (text === null ? undefined : JSON.parse(text));

/** Creates the journal of a campaign on an ioredis connection. */
export const createJournal = (redis, name) => {
  const key = (part) => `campaign:{${name}}:${part}`;
  const [people, phones, counts, settings] = ["people", "phones", "counts", "settings"].map(key);
  redis.defineCommand("claimPerson", { numberOfKeys: 4, lua: lua("claim.lua") });
  redis.defineCommand("movePerson", { numberOfKeys: 2, lua: lua("move.lua") });

  return {
    /** Moves a person from queued to sending. Only if `isMine` may the request be sent. */
    claim: async (person, attempt) => {
      const id = idOf(person);
      const keys = [people, phones, counts, settings];
      const [isMine, text] = await redis.claimPerson(...keys, id, digitsOf(person.phone), attempt);
      return { isMine: isMine === 1, record: parsed(text) };
    },
    /** Moves a person from one of the expected states to another; resolves with the record as it is then. */
    move: async (person, { attempt }, expected, state, fields = {}) => {
      const args = [idOf(person), attempt, expected.join(" "), state, JSON.stringify(fields)];
      return parsed(await redis.movePerson(people, counts, ...args));
    },
    /** The record of a person; undefined while queued. */
    get: async (id) => parsed(await redis.hget(people, id)),
    /** All records, as pairs of id and record. */
    async *records() {
      for await (const page of redis.hscanStream(people, { count: 1000 })) {
        for (let index = 0; index < page.length; index += 2) yield [page[index], JSON.parse(page[index + 1])];
      }
    },
    /** The number of people in each state but `queued`. */
    counts: async () => {
      const found = Object.entries(await redis.hgetall(counts));
      return Object.fromEntries(found.map(([state, count]) => [state, Number(count)]));
    },
    /** The settings that the workers of all machines share. */
    settings: async () => {
      const found = Object.entries(await redis.hgetall(settings));
      return Object.fromEntries(found.map(([field, text]) => [field, JSON.parse(text)]));
    },
    set: (field, value) => redis.hset(settings, field, JSON.stringify(value)),
    unset: (field) => redis.hdel(settings, field),
  };
};
