/** Values made from a schema: minimal, with every field, each field alone, and wrong ones. */

import { resolve } from "./spec.js";

/** What the contract says in words only: a number of a phone, a time zone, the status of a call. */
const byName = [
  [
    /^(phone|from_phone_number|lead_phone_number|toPhoneNumber|fromPhoneNumber|phone_number)$/,
    "+14155550100",
  ],
  [/^call_status$/, "completed"],
  [/^end_call_reason$/, "voicemail"],
  [/^type_of_call$/, "inbound"],
  [/timezone/, "Europe/Berlin"],
  [/^language$/, "de-DE"],
];

const text = (schema, name) => {
  const known = byName.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  if (schema.format === "date-time") return "2026-01-31T12:00:00Z";
  if (schema.format === "uri") return "https://example.com/hook";
  if (schema.format === "email") return "sam@example.com";
  if (schema.format === "uuid") return "0b9e1b0e-7d5f-4c1a-9a5e-0d7b0a3c1f11";
  return `text of ${name}`;
};

const clamp = (schema, wanted) =>
  Math.min(Math.max(wanted, schema.minimum ?? wanted), schema.maximum ?? wanted);

/** A right value. `full` gives every optional field, else none. */
export const sample = (given, name = "", full = false) => {
  const schema = resolve(given);
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return sample(variants[0], name, full);
  const type = [schema.type].flat().find((one) => one !== "null");
  if (type === "string") return text(schema, name);
  if (type === "integer") return clamp(schema, 1);
  if (type === "number") return clamp(schema, 1);
  if (type === "boolean") return true;
  if (type === "array") {
    // The contract names the list; its entries are of the same kind of thing.
    return [sample(schema.items, name.replace(/s$/, ""), full)];
  }
  const { properties, required = [] } = schema;
  // A schema that says nothing of its kind; a text is what one would send.
  if (!properties && !type) return `any ${name}`;
  return Object.fromEntries(
    Object.entries(properties ?? {})
      .filter(([field]) => full || required.includes(field))
      .map(([field, value]) => [field, sample(value, field, full)]),
  );
};

/** A value of another kind than the schema's. */
const ofWrongKind = (given) => {
  const schema = resolve(given);
  const variants = (schema.oneOf ?? schema.anyOf ?? [schema]).map(resolve);
  const kinds = new Set(
    variants.flatMap(({ type, properties }) => [type ?? (properties ? "object" : "any")].flat()),
  );
  if (kinds.has("any")) return undefined;
  if (!kinds.has("object")) return { wrong: true };
  if (!kinds.has("array")) return ["wrong"];
  return kinds.has("boolean") ? undefined : true;
};

/** Every object in a right value, with its schema, path, and a way to change a copy of the whole. */
const objects = (given, value, path = []) => {
  const schema = resolve(given);
  if (schema.oneOf || schema.anyOf) return objects((schema.oneOf ?? schema.anyOf)[0], value, path);
  if (Array.isArray(value))
    return value.flatMap((entry, index) => objects(schema.items, entry, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([field, inner]) =>
    objects(inner, value[field], [...path, field]),
  );
  return [{ schema, path }, ...below];
};

/** A copy of the whole with one thing changed. */
const changed = (whole, path, change) => {
  const copy = structuredClone(whole);
  change(path.reduce((place, step) => place[step], copy));
  return copy;
};

/** `["a", 0, "b"]` as `a[0].b`. */
const dotted = (path) =>
  path.reduce(
    (all, step) => (typeof step === "number" ? `${all}[${step}]` : all ? `${all}.${step}` : step),
    "",
  );

/** Values that are right: what they show, and the value. */
export const rightCases = (schema) => {
  const variants = resolve(schema).oneOf ?? resolve(schema).anyOf ?? [schema];
  return variants.flatMap((variant) => {
    const minimal = sample(variant);
    const full = sample(variant, "", true);
    const alone = Object.keys(resolve(variant).properties ?? {})
      .filter((field) => !(field in minimal))
      .map((field) => [`${field} alone`, { ...minimal, [field]: full[field] }]);
    return [["minimal", minimal], ["every field", full], ...alone, ...everyChoice(variant, full)];
  });
};

/** Each value of each list of values. */
const everyChoice = (variant, full) =>
  objects(variant, full).flatMap(({ schema, path }) =>
    Object.entries(schema.properties ?? {}).flatMap(([field, inner]) =>
      (resolve(inner).enum ?? []).map((value) => [
        `${dotted([...path, field])} is ${value}`,
        changed(full, path, (place) => {
          place[field] = value;
        }),
      ]),
    ),
  );

/** Values that are wrong: what is wrong, the value, and the path of what is wrong. */
export const wrongCases = (schema) => {
  const whole = sample(schema, "", true);
  return objects(schema, whole).flatMap(({ schema: at, path }) => {
    const fields = Object.entries(at.properties ?? {});
    const missing = (at.required ?? []).map((field) => [
      "missing",
      changed(whole, path, (place) => delete place[field]),
      dotted([...path, field]),
    ]);
    const kinds = fields
      .filter(([, inner]) => ofWrongKind(inner) !== undefined)
      .map(([field, inner]) => [
        "of a wrong kind",
        changed(whole, path, (place) => {
          place[field] = ofWrongKind(inner);
        }),
        dotted([...path, field]),
      ]);
    const choices = fields
      .filter(([, inner]) => resolve(inner).enum)
      .map(([field, inner]) => [
        "no value of the list",
        changed(whole, path, (place) => {
          place[field] = "no such value";
        }),
        dotted([...path, field]),
        resolve(inner).enum,
      ]);
    return [...missing, ...kinds, ...choices];
  });
};
