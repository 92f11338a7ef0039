/** Arbitrary inputs of each property, as recipes: JSON that can be printed, shrunk and saved. */

import fc from "fast-check";
import { sample } from "../contract/cases.js";
import { contract } from "../contract/spec.js";
import { names } from "./hostile.js";

const monster = fc.constantFrom(...names).map((name) => ({ $: name }));

const parts = [
  "",
  ".",
  "..",
  "/",
  "../x",
  "a/b",
  "a?b",
  "a#b",
  "%2e%2e",
  "%",
  "\\",
  "+",
  "a b",
  "\r\n",
  "\0",
];
const words = ["__proto__", "constructor", "toJSON", "then", "name", "model_id", "length"];
const letters = ["\ud800", "a\udfffb", "😀", "\ufeff", "\u2028", "\ufffd", "é"];

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(...parts, ...words, ...letters),
);

/** Any value at all. */
const hostile = fc.oneof(
  { weight: 4, arbitrary: monster },
  { weight: 2, arbitrary: text },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.dictionary(text, monster, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.array(monster, { maxLength: 3 }) },
);

/** A copy of a value with another inserted at a position that `path` selects. */
const plant = (value, [pick, ...path], what) => {
  if (pick === undefined || typeof value !== "object" || value === null) return what;
  const fields = Object.keys(value);
  const at = pick % (fields.length + 1);
  if (Array.isArray(value)) {
    const copy = [...value];
    copy[at] = plant(value[at], path, what);
    return copy;
  }
  const name = fields[at] ?? `planted_${pick}`;
  return { ...value, [name]: plant(value[name], path, what) };
};

const right = new Map(
  contract.map(({ name, params }) => [name, params ? [sample(params), sample(params, "", true)] : [{}]]),
);

/** Valid params with one planted value. */
const params = (name) =>
  fc
    .tuple(fc.constantFrom(...right.get(name)), fc.array(fc.nat(60), { maxLength: 4 }), hostile)
    .map(([whole, path, what]) => plant(whole, path, what));

const id = fc.oneof(
  { weight: 3, arbitrary: fc.constant("an-id") },
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: hostile },
);

const some = (options) => fc.dictionary(fc.constantFrom(...options), hostile, { maxKeys: 3 });

const requestOptions = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ $: "undefined" }) },
  { weight: 1, arbitrary: hostile },
  {
    weight: 2,
    arbitrary: some(["timeout", "maxRetries", "validation", "headers", "extraBody", "extraQuery", "signal"]),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      validation: fc.constantFrom("off", "warn"),
      extraBody: fc.dictionary(text, hostile, { maxKeys: 3 }),
      extraQuery: fc.dictionary(text, hostile, { maxKeys: 3 }),
    }),
  },
);

const operation = fc.constantFrom(...contract.map(({ name }) => name));

const status = fc.oneof(
  fc.integer({ min: 200, max: 599 }),
  fc.constantFrom(200, 200, 200, 429, 500),
  hostile,
);

/** The JSON of a response: with known envelopes, lists and errors, and hostile values. */
const body = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.dictionary(
    fc.constantFrom("status", "response", "detail", "message", "error", "assistants", "calls", "pagination"),
    fc.oneof(fc.jsonValue(), fc.constantFrom("error", "ok"), fc.dictionary(text, fc.jsonValue())),
  ),
);

/** Ways to create the text of a response from a body. */
const forms = ["cut", "text", "html", "deep", "deep error", "huge", "lines", "bom"];
const large = ["deep", "deep error", "huge"];

/** The inputs of each property, by its name. */
export const inputs = {
  call: operation.chain((name) =>
    fc.record({
      name: fc.constant(name),
      ids: fc.array(id, { minLength: 2, maxLength: 2 }),
      params: params(name),
      options: requestOptions,
      args: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.array(hostile, { maxLength: 5 })),
    }),
  ),
  response: fc.record({
    name: operation,
    status,
    form: fc.oneof(
      { weight: 20, arbitrary: fc.constant("json") },
      ...forms.map((form) => ({ weight: large.includes(form) ? 1 : 5, arbitrary: fc.constant(form) })),
    ),
    body,
    headers: fc.oneof(hostile, fc.dictionary(fc.constantFrom("retry-after", "location"), text)),
    value: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, hostile),
    throws: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.tuple(hostile)),
  }),
  client: fc.oneof(
    hostile,
    some([
      "apiKey",
      "baseURL",
      "region",
      "timeout",
      "maxRetries",
      "fetch",
      "defaultHeaders",
      "logger",
      "logLevel",
    ]),
    fc.record({
      apiKey: text,
      baseURL: fc.oneof(
        text,
        fc.webUrl(),
        text.map((end) => `https://a.example/${end}`),
      ),
    }),
  ),
  request: fc.record({
    method: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("GET", "POST", "PATCH", "DELETE") }, hostile),
    path: fc.oneof(
      text,
      text.map((end) => `/${end}`),
      fc.webPath(),
      hostile,
    ),
    params: hostile,
    options: requestOptions,
  }),
  webhook: fc.record({
    body: fc.oneof(hostile, fc.json()),
    headers: hostile,
    options: hostile,
    reply: hostile,
  }),
};
