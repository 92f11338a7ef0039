/** Faults in the pace of calls, in the search for a lost call, and in campaigns. */

import { campaign, client } from "./tests.js";

const source = (name) => `pkg-template/campaign/${name}.js`;
const pace = "pkg-template/shared/pace.js";
const placed = "pkg-template/src/placed.js";
/** Without the one of 10,000 calls, which takes long with a wasm that is not optimized. */
const quick = "^(calls are sent|no more requests|a 429 holds)";

export const campaigns = [
  {
    name: "calls are sent without a pause",
    file: pace,
    before: "next = now + gap;",
    after: "next = now;",
    tests: client("pace"),
    pattern: quick,
  },
  {
    name: "a pace has no limit of requests at once",
    file: pace,
    before: "if (timer || active >= maxInFlight) return;",
    after: "if (timer) return;",
    tests: client("pace"),
    pattern: quick,
  },
  {
    name: "a request that has ended keeps its turn",
    file: pace,
    before: "active -= isActive;",
    after: "",
    tests: client("pace"),
    pattern: quick,
  },
  {
    name: "a 429 holds nobody else",
    file: "pkg-template/src/drive.js",
    before: "place?.leave(action.time || action.value?.retryAfter);",
    after: "place?.leave();",
    tests: client("pace"),
    pattern: quick,
  },
  {
    name: "the calls to other numbers are candidates",
    file: placed,
    before: "return !(isOther || time < from",
    after: "return !(time < from",
    tests: client("find-placed"),
  },
  {
    name: "a list that cannot be read shows that a call was not placed",
    file: placed,
    before: "if (isLast || !isTransient(error)) throw error;",
    after: 'if (isLast) return { outcome: "not-found", calls: [] };',
    tests: client("find-placed"),
  },
  {
    name: "the search for a call ends at a connection that is refused",
    file: placed,
    before: " || error instanceof APIConnectionError",
    after: "",
    tests: client("find-placed"),
  },
  {
    name: "one of several calls is taken for the lost one",
    file: placed,
    before: "return calls.length > 1",
    after: "return calls.length > 9",
    tests: client("find-placed"),
  },
  {
    name: "a call is placed before it is written down",
    file: source("attempt"),
    before: 'await write(record, { state: "sending",',
    after: 'void write(record, { state: "sending",',
    tests: campaign("crashes"),
  },
  {
    name: "a call that may have been placed is repeated",
    file: source("attempt"),
    before: 'await write(record, { state: "unknown", until: now(), reason });\n    return settle(record);',
    after: 'return write(record, { state: "queued", reason });',
    tests: campaign("crashes"),
  },
  {
    name: "after a crash, who was being called is called",
    file: source("index"),
    before: 'if (record.state === "sending" || record.state === "unknown") return attempt.settle(record);',
    after: 'if (record.state === "unknown") return attempt.settle(record);',
    tests: campaign("crashes"),
  },
  {
    name: "duplicates are called",
    file: source("people"),
    before: "const known = ids.has(id) ? id : records.get(digits)?.id;",
    after: "const known = ids.has(id) ? id : undefined;",
    tests: campaign("campaign"),
  },
  {
    name: "a refused key fails people",
    file: source("attempt"),
    before: "const FOR_ALL = [401, 402, 403, 404, 405, 424];",
    after: "const FOR_ALL = [];",
    tests: campaign("campaign"),
  },
  {
    name: "a torn line stays in the journal",
    file: source("file"),
    before: "} else await truncate(path, end);",
    after: "}",
    tests: campaign("file"),
  },
  {
    name: "a whole last line of a journal is dropped",
    file: source("file"),
    before: "if (isEntry(rest)) {",
    after: "if (false) {",
    tests: campaign("file"),
  },
  {
    name: "a process writes to a journal that was taken over",
    file: source("lock"),
    before: "if (!(await isOwn()))",
    after: "if (false)",
    tests: campaign("file"),
  },
  {
    name: "an entry that follows another at once is never written",
    file: source("file"),
    before: "if (waiting.length > 0) startFlush();",
    after: "",
    tests: campaign("file"),
  },
  {
    name: "an inbound call is a placed one",
    file: placed,
    before: 'call.type_of_call === "inbound" ||',
    after: "",
    tests: client("find-placed"),
  },
  {
    name: "a response without a list of calls says that none was placed",
    file: placed,
    before: "if (!Array.isArray(current.body?.calls)) {",
    after: "if (false) {",
    tests: client("find-placed"),
  },
  {
    name: "two processes use one journal",
    file: source("lock"),
    before: "while (!(await tryLink(own, path))) {",
    after: "while (!(await tryLink(own, path)) && false) {",
    tests: campaign("file"),
  },
  {
    name: "a batch whose response was lost is created once more",
    file: source("batch"),
    before: 'if (error?.outcome === "unknown") batch_call_id = await findBatch(client, name);',
    after: 'if (error?.outcome === "unknown") batch_call_id = undefined;',
    tests: campaign("batch"),
  },
];
