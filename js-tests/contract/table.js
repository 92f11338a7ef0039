/** The packed tables, decoded independently of the Rust code. */

import { readFileSync } from "node:fs";
import { responses as packed } from "../../pkg-template/generated/responses.js";

const KINDS = [
  "any",
  "text",
  "integer",
  "number",
  "boolean",
  "time",
  "list",
  "map",
  "model",
  "open model",
  "union",
  "string enum",
  "open string enum",
];

/** The number of kinds without fields, which are the first shapes of a table. */
const PLAIN = 6;

/** The bits of a field, lowest first. */
const RULES = ["required", "nullable", "inQuery", "e164", "timeZone", "notEmpty"];

const METHODS = ["GET", "PUT", "DELETE", "POST", "PATCH"];

/** The number in the low bits of a character. */
const bits = (character) => character.charCodeAt(0) & 63;

/** `[name, text]`: the text before and after the first space. */
const pair = (entry) => entry.match(/^([^ ]*) ?(.*)$/).slice(1);

/** The rule of a field's text: limits, a format, or an earlier time. */
const ruleOf = (text, kind) => {
  const [first, second] = pair(text);
  if (text === "") return {};
  if (first === "pairs") return { pairs: true };
  if (kind !== "text") return { range: [Number(first), second === "" ? undefined : Number(second)] };
  return second === "" ? { like: first } : { daysAfter: [first, Number(second)] };
};

/** `{ operations, shape }`: the operations of a table, and its shapes by index. */
const decode = (text) => {
  const [methods, responseKinds, names, paths, held, references, kinds, flags, lists] = text.split("\n");
  let [fresh, referred, flagged] = [PLAIN, 0, 0];
  const reference = () => {
    const number = references.charCodeAt(referred++) - "0".charCodeAt(0);
    if (number < PLAIN) return number < 0 ? undefined : number;
    return number === PLAIN ? fresh++ : fresh - (number - PLAIN);
  };
  const [pathOf, heldOf] = [paths.split("|"), held.split("|").map(pair)];
  const all = names.split(";").flatMap((group) => {
    const [resource, ...methods] = group.split("|");
    return methods.map((method) => `${resource}.${method}`);
  });
  const operations = all.map((name, index) => ({
    name,
    method: METHODS[bits(methods[index]) & 7],
    path: pathOf[index],
    envelopeField: heldOf[index][0],
    retryPolicy: ["safe", "idempotent", "non_idempotent"][(bits(methods[index]) >> 3) & 3],
    paging: ["none", "offset", "page", "cursor"][(bits(responseKinds[index]) >> 2) & 3],
    responseKind: ["whole", "one", "page", "stream"][bits(responseKinds[index]) & 3],
    creates: heldOf[index][1],
    params: reference(),
    response: reference(),
  }));

  const named = [...kinds].map((letter) => KINDS[bits(letter) & 15]);
  const field = (entry) => {
    const [[name, about], holds, bit] = [pair(entry), reference(), bits(flags[flagged++])];
    const rules = Object.fromEntries(RULES.map((rule, index) => [rule, (bit & (1 << index)) !== 0]));
    return { name, holds, ...rules, ...ruleOf(about, named[holds]) };
  };
  const listed = lists.split(";").map((list) => list.split("|"));
  const read = (kind, entries) => {
    if (kind === undefined || entries === undefined) return { kind };
    if (kind.endsWith("string enum")) {
      const values = entries.map(pair);
      return {
        kind: "string enum",
        open: kind === "open string enum",
        values: values.filter(([, instead]) => instead === "").map(([value]) => value),
        refused: values.filter(([, instead]) => instead !== ""),
      };
    }
    // A model's entry without a name is a rule across its fields.
    const isRule = (entry) => kind.endsWith("model") && entry.startsWith(" ");
    const fields = entries.filter((entry) => !isRule(entry)).map(field);
    if (kind === "list" || kind === "map") return { kind, holds: fields[0].holds };
    if (kind === "union") return { kind, members: fields.map(({ holds }) => holds) };
    return { kind, fields };
  };
  const shapes = named.map((kind, index) => read(kind, listed[index - PLAIN]));
  return { operations, shape: (index) => shapes[index] };
};

/** The table of requests, as it is in the wasm. */
export const requests = decode(
  readFileSync(new URL("../../src/schema/generated/requests.table", import.meta.url), "utf8"),
);

/** The table of responses, as `synthflow-wasm/drift` has it. */
export const responses = decode(packed);
