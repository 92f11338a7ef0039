/** Params of all operations, some of them valid. */

import fc from "fast-check";
import { operations } from "synthflow-wasm/schema";
import { consistent } from "../contract/across.js";
import { sample } from "../contract/cases.js";
import { contract } from "../contract/spec.js";

/** Values that some rule may accept, at any place. */
const values = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    "",
    "x",
    "true",
    "human",
    "text",
    "en-US",
    "es",
    "10",
    0,
    1,
    5,
    -1,
    0.5,
    1.1,
    1e21,
  ),
  fc.constantFrom("+14155550100", "0123", "https://a.example", "a.example", "Europe/Berlin", "UTC", "+01:00"),
  fc.constantFrom(
    "2026-04-01",
    "2026-04-01T10:00:00Z",
    1775001600,
    1775001600000,
    "09:00",
    [],
    {},
    [1],
    ["inbound"],
  ),
  fc.constantFrom(
    ["inbound", "inbound"],
    { a: 1 },
    { key: "a", value: "b" },
    100,
    101,
    2 ** 53,
    [[]],
    [null],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Names of no field; in a path, some look like several. */
const undeclared = [
  "planted",
  "a.b",
  "[0]",
  "agent.prompt",
  "items[0].x",
  "__proto__",
  "constructor",
  "ä".repeat(80),
];

/** A copy of a value with another at a path that the numbers select; may add or remove a field. */
const changed = (value, [pick, ...path], what) => {
  if (pick === undefined || typeof value !== "object" || value === null) return what;
  const names = Object.keys(value);
  const index = pick % (names.length + 2);
  if (Array.isArray(value)) {
    return index < names.length
      ? value.with(index, changed(value[index], path, what))
      : [...value, value[0] ?? what];
  }
  const { [names[index]]: given, ...others } = value;
  if (index < names.length)
    return pick % 7 === 0 ? others : { ...value, [names[index]]: changed(given, path, what) };
  return { ...value, [index === names.length ? undeclared[pick % undeclared.length] : ""]: what };
};

/** For each operation, params with the required fields and with all. */
export const valid = new Map(
  contract
    .filter(({ name }) => operations().includes(name))
    .map(({ name, params }) => [
      name,
      [false, true].map((full) => consistent(name, sample(params, "", full))),
    ]),
);

/** The name of an operation, and params that are valid but for some changes. */
export const inputs = fc
  .record({
    name: fc.constantFrom(...valid.keys()),
    full: fc.nat(1),
    changes: fc.array(fc.tuple(fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }), values), {
      maxLength: 3,
    }),
  })
  .map(({ name, full, changes }) => ({
    name,
    params: changes.reduce((given, [path, what]) => changed(given, path, what), valid.get(name)[full]),
  }));
