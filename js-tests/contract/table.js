/** The packed tables, decoded without help of the Rust code: what the wasm really checks with. */

import { readFileSync } from "node:fs";
import { answers as packed } from "../../pkg-template/generated/answers.js";

const KINDS = [
  "any",
  "text",
  "integer",
  "number",
  "boolean",
  "list",
  "map",
  "model",
  "choice",
  "union",
  "open model",
];

/** The bits of a field, lowest first. */
const RULES = ["required", "nullable", "e164", "timeZone", "inQuery", "range", "like", "daysAfter"];

const reader = (bytes, strings = []) => {
  let at = 0;
  const byte = () => bytes[at++];
  const count = () => {
    const low = byte();
    return low < 0x80 ? low : (low & 0x7f) | (byte() << 7);
  };
  const take = (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = () => Buffer.from(take(8)).readDoubleLE();
  const many = (read) => Array.from({ length: count() }, read);
  const text = () => strings[count()];
  return { byte, count, take, number, many, text, rest: () => bytes.subarray(at) };
};

/** `{ operations, shape }`: the operations of a table, and its shapes by index. */
const decode = (bytes) => {
  const head = reader(bytes);
  const strings = head.many(() => Buffer.from(head.take(head.count())).toString("utf8"));
  const shapes = head.many(() => head.take(head.count()));

  const field = (read) => {
    const [name, holds, bits] = [read.text(), read.count(), read.byte()];
    const has = Object.fromEntries(RULES.map((rule, index) => [rule, (bits & (1 << index)) !== 0]));
    if (has.range) has.range = [read.number(), read.number()];
    if (has.like) has.like = read.text();
    if (has.daysAfter) has.daysAfter = [read.text(), read.byte()];
    return { name, holds, ...has };
  };
  const shape = (index) => {
    const read = reader(shapes[index], strings);
    const kind = KINDS[read.byte()];
    if (kind === "list" || kind === "map") return { kind, holds: read.count() };
    if (kind === "model" || kind === "open model") return { kind, fields: read.many(() => field(read)) };
    if (kind === "union") return { kind, members: read.many(read.count) };
    if (kind !== "choice") return { kind };
    return { kind, open: read.byte() === 1, values: read.many(read.text), refused: read.many(read.text) };
  };

  const rest = reader(head.rest(), strings);
  const optional = () => {
    const index = rest.count();
    return index === 0 ? undefined : index - 1;
  };
  const operations = rest.many(() => ({
    name: rest.text(),
    http: rest.text(),
    path: rest.text(),
    at: rest.text(),
    repeat: rest.byte(),
    paging: ["none", "offset", "page", "cursor"][rest.byte()],
    form: ["whole", "one", "page", "stream"][rest.byte()],
    params: optional(),
    answer: optional(),
  }));
  return { operations, shape };
};

/** The table of requests, as it is in the wasm. */
export const requests = decode(
  readFileSync(new URL("../../src/schema/generated/requests.table", import.meta.url)),
);

/** The table of answers, as `synthflow-wasm/drift` has it. */
export const answers = decode(Buffer.from(packed, "hex"));
