/** Values generated from a schema: minimal, with every field, each field alone, and invalid ones. */

import { resolve } from "./spec.js";

/** Formats that only the notes of the contract define: a phone number, a time zone, the status of a call. */
const byName = [
  [
    /\b(phone|(from|to)_phone_number|lead_phone_number|toPhoneNumber|fromPhoneNumber|phone_number|number)$/,
    "+14155550100",
  ],
  [/\b(to|from)_number$/, "+14155550100"],
  [/\b(call_status|call_status_stat\.items\.status)$/, "completed"],
  [/\b(end_call_reason|end_call_reason_stat\.items\.reason)$/, "voicemail"],
  [/\btype_of_call$/, "inbound"],
  [/timezone/, "Europe/Berlin"],
  [/\blanguage$/, "de-DE"],
  [/\b(from|to)$/, "09:30"],
  [/\baction_type$/, "CUSTOM_ACTION"],
  [/\bprovider_name$/, "twilio"],
  [/\bitems\.status$/, "success"],
];

/** Numbers whose limits only the notes of the contract define. */
const numbers = {
  human_detection_timeout_seconds: 60,
  uac_register_expires: 300,
  max_turns: 20,
  from_date: 1764547200000,
  to_date: 1764633600000,
  trigger_timestamp: 1764547200000,
};

const text = (schema, name) => {
  const known = byName.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  if (schema.format === "date") return "2026-01-31";
  if (schema.format === "date-time") return "2026-01-31T12:00:00Z";
  if (schema.format === "uri") return "https://example.com/hook";
  if (schema.format === "email") return "sam@example.com";
  if (schema.format === "uuid") return "0b9e1b0e-7d5f-4c1a-9a5e-0d7b0a3c1f11";
  return /url$/.test(name) ? "https://example.com/hook" : `text of ${name}`;
};

/** Lists of phone numbers. */
const listName = /phone_numbers$/;

const number = (schema, name, wanted = numbers[name.split(".").pop()] ?? 1) =>
  Math.min(Math.max(wanted, schema.minimum ?? wanted), schema.maximum ?? wanted);

/**
 * A schema with its references resolved and its variants chosen: one schema for each variant of each union, with the
 * first variant of all others. All variants are kept for invalid values.
 */
export const alternatives = (given) => {
  const choices = [];
  const build = (part, path, picked) => {
    const schema = resolve(part);
    const variants = schema.oneOf ?? schema.anyOf;
    if (variants) {
      choices.push([path, variants.length]);
      const chosen = build(variants[picked.get(path) ?? 0], path, picked);
      return { ...chosen, variants: variants.map(resolve) };
    }
    const made = { ...schema };
    // Free keys are represented by one.
    const { properties, additionalProperties: others } = schema;
    const fields =
      properties ??
      (typeof others === "object" && schema.type !== undefined ? { some_key: others } : undefined);
    if (fields) {
      made.properties = Object.fromEntries(
        Object.entries(fields).map(([name, inner]) => [name, build(inner, `${path}.${name}`, picked)]),
      );
    }
    if (schema.items) made.items = build(schema.items, `${path}[]`, picked);
    return made;
  };
  const first = build(given, "", new Map());
  const others = choices.flatMap(([path, count]) =>
    Array.from({ length: count - 1 }, (_, index) => build(given, "", new Map([[path, index + 1]]))),
  );
  return [first, ...others];
};

/** A valid value. `full` includes every optional field, otherwise none. */
export const sample = (given, name = "", full = false) => {
  const schema = resolve(given);
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return sample(variants[0], name, full);
  if (schema.type === "null") return null;
  const type = [schema.type].flat().find((one) => one !== "null");
  if (type === "string") return text(schema, name);
  if (type === "integer") return number(schema, name);
  if (type === "number") return number(schema, name);
  if (type === "boolean") return true;
  if (type === "array") {
    // Items have the format of their list.
    return [sample(schema.items, listName.test(name) ? name.replace(/s$/, "") : name, full)];
  }
  const { properties, required = [] } = schema;
  // For a schema without a type, text.
  if (!properties && !type) return `any ${name}`;
  return Object.fromEntries(
    Object.entries(properties ?? {})
      .filter(([field]) => full || required.includes(field))
      .map(([field, value]) => [field, sample(value, name ? `${name}.${field}` : field, full)]),
  );
};

/** A value of another type than the schema's. */
const ofWrongType = (given) => {
  const schema = resolve(given);
  const variants = (schema.variants ?? schema.oneOf ?? schema.anyOf ?? [schema]).map(resolve);
  const kinds = new Set(
    variants.flatMap(({ type, properties }) => [type ?? (properties ? "object" : "any")].flat()),
  );
  if (kinds.has("any")) return undefined;
  if (!kinds.has("object")) return { wrong: true };
  if (!kinds.has("array")) return ["wrong"];
  return kinds.has("boolean") ? undefined : true;
};

/** Every object in a valid value, with its schema and path. */
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

/** A copy of a value with one change at a path. */
const changed = (whole, path, change) => {
  const copy = structuredClone(whole);
  change(path.reduce((target, step) => target[step], copy));
  return copy;
};

/** `["a", 0, "b"]` as `a[0].b`. */
const dotted = (path) =>
  path.reduce(
    (all, step) => (typeof step === "number" ? `${all}[${step}]` : all ? `${all}.${step}` : step),
    "",
  );

/** Valid values, each with a description. */
export const rightCases = (schema) =>
  alternatives(schema).flatMap((alternative, index) => {
    const minimal = sample(alternative);
    const full = sample(alternative, "", true);
    const alone = Object.keys(alternative.properties ?? {})
      .filter((field) => !(field in minimal))
      .map((field) => [`${field} alone`, { ...minimal, [field]: full[field] }]);
    const values = index === 0 ? everyValue(alternative, full) : [];
    return [["minimal", minimal], ["every field", full], ...alone, ...values];
  });

/** Each value of each enum, and null where it is accepted. */
const everyValue = (variant, full) =>
  objects(variant, full).flatMap(({ schema, path }) =>
    Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => {
      const mayBeNull = [inner.type].flat().includes("null");
      return [...(inner.enum ?? []), ...(mayBeNull ? [null] : [])].map((value) => [
        `${dotted([...path, field])} is ${value}`,
        changed(full, path, (target) => {
          target[field] = value;
        }),
      ]);
    }),
  );

/**
 * Invalid values: a description, the value, and the paths one of which is reported. If a value lacks the field that
 * identifies its variant, the field of another variant may be reported.
 */
export const wrongCases = (schema) => alternatives(schema).flatMap(wrongIn);

const wrongIn = (schema) => {
  const whole = sample(schema, "", true);
  return objects(schema, whole).flatMap(({ schema: at, path }) => {
    const fields = Object.entries(at.properties ?? {});
    const wrong = (what, field, change, others = []) => [
      what,
      changed(whole, path, change),
      [field, ...others].map((name) => dotted([...path, name])),
    ];
    const others = (at.variants ?? []).flatMap(({ required }) => required ?? []);
    const missing = (at.required ?? []).map((field) =>
      wrong("missing", field, (target) => delete target[field], others),
    );
    const kinds = fields
      .filter(([, inner]) => ofWrongType(inner) !== undefined)
      .map(([field, inner]) =>
        wrong("of a wrong type", field, (target) => {
          target[field] = ofWrongType(inner);
        }),
      );
    const choices = fields
      .filter(([, inner]) => inner.enum)
      .map(([field]) =>
        wrong("no value of the list", field, (target) => {
          target[field] = "no such value";
        }),
      );
    return [...missing, ...kinds, ...choices];
  });
};
