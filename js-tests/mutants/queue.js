/** Faults in the campaign on BullMQ and Redis. */

const tests = ["js-tests/campaign/queue.test.js"];
const folder = "examples-web/campaign";

export const queue = [
  {
    name: "a person who is being called can be claimed once more",
    file: `${folder}/claim.lua`,
    before: 'old and old.state ~= "failed"',
    after: 'old and old.state ~= "failed" and old.state ~= "sending"',
    tests,
    pattern: "a claim is for one attempt",
  },
  {
    name: "a number is called for each id that has it",
    file: `${folder}/claim.lua`,
    before: "owner and owner ~= id",
    after: "false",
    tests,
    pattern: "a claim is for one attempt",
  },
  {
    name: "the late result of another attempt overwrites the record",
    file: `${folder}/move.lua`,
    before: "record.attempt ~= attempt or not isExpected",
    after: "not isExpected",
    tests,
    pattern: "a claim is for one attempt",
  },
  {
    name: "a canceled campaign calls on",
    file: `${folder}/claim.lua`,
    before: 'redis.call("HEXISTS", settings, "cancelled") == 1',
    after: "false",
    tests,
    pattern: "cancel skips everybody",
  },
  {
    name: "BullMQ gives up a job that stalled twice",
    file: `${folder}/worker.mjs`,
    before: "maxStalledCount: Number.MAX_SAFE_INTEGER",
    after: "maxStalledCount: 1",
    tests,
    pattern: "killed again and again",
  },
  {
    name: "a wrong key makes everybody fail",
    file: `${folder}/call.mjs`,
    before: "const FOR_ALL = [401, 402",
    after: "const FOR_ALL = [402",
    tests,
    pattern: "a wrong key pauses",
  },
];
