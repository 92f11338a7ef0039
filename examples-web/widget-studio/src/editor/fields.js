/** The fields of the form, from the JSON Schema of an operation. */

import { groups, hidden, longTexts } from "./groups.js";

const resolver = (schema) => (node) => {
  const found = node.$ref ? schema.$defs[node.$ref.slice("#/$defs/".length)] : node;
  // A value in two forms, such as text and number: the one with options is offered.
  const forms = found.anyOf?.map((form) =>
    form.$ref ? schema.$defs[form.$ref.slice("#/$defs/".length)] : form,
  );
  return { ...(forms?.find(({ oneOf }) => oneOf) ?? found), ...node };
};

const TIME_ZONE = "iana-time-zone";

/** A limit of a number; the limits of all integers are none. */
const limit = (number) => (Math.abs(number) < Number.MAX_SAFE_INTEGER ? number : undefined);

const kindOf = (key, { type, oneOf, items, ...node }) => {
  if (oneOf?.every((option) => "const" in option)) return "choice";
  if (node["x-suggestions"] || node.format === TIME_ZONE) return "suggestion";
  if (type === "boolean") return "switch";
  if (type === "number" || type === "integer") {
    return limit(node.minimum) !== undefined && limit(node.maximum) !== undefined ? "slider" : "number";
  }
  if (type === "array") return items?.type === "string" ? "lines" : "rules";
  if (key === "agent.voice_id") return "voice";
  return longTexts.has(key) ? "long" : "text";
};

const today = () => new Date().toISOString().slice(0, 10);

/** The values to offer; those that the API has retired are not. */
const optionsOf = (node) => {
  if (node.format === TIME_ZONE)
    return Intl.supportedValuesOf("timeZone").map((value) => ({ value, title: value }));
  return (node.oneOf ?? node["x-suggestions"] ?? [])
    .filter((option) => !(option["x-retires"] <= today()))
    .map(({ const: value, title }) => ({ value, title }));
};

const stepOf = ({ type, minimum, maximum }) => (type === "integer" ? 1 : maximum - minimum <= 1 ? 0.05 : 0.1);

/** The leaves of a schema, each with its path. An object is not a field, but its fields are. */
const leaves = (resolve, node, path) =>
  Object.entries(node.properties).flatMap(([name, given]) => {
    const field = resolve(given);
    const at = [...path, name];
    if (hidden.has(at.join(".")) || field.deprecated) return [];
    const isRequired = node.required?.includes(name) ?? false;
    return field.properties ? leaves(resolve, field, at) : [{ path: at, node: { ...field, isRequired } }];
  });

/** The fields of the objects of a list, required ones first. */
const itemFields = (resolve, { items }) =>
  leaves(resolve, resolve(items), [])
    .map(({ path, node }) => describe(resolve, path, node))
    .sort((a, b) => Number(b.isRequired) - Number(a.isRequired));

const describe = (resolve, path, node) => {
  const key = path.join(".");
  const kind = kindOf(key, node);
  return {
    key,
    path,
    kind,
    id: `field-${key.replaceAll(".", "-")}`,
    title: node.title,
    description: node.description ?? "",
    isRequired: node.isRequired,
    unit: node["x-unit"],
    minimum: limit(node.minimum),
    maximum: limit(node.maximum),
    step: stepOf(node),
    options: optionsOf(node),
    ...(kind === "rules" && { items: itemFields(resolve, node) }),
  };
};

/** The groups of the form: `{ name, fields }`, in order. */
export const groupsOf = (schema) => {
  const resolve = resolver(schema);
  const fields = leaves(resolve, schema, []).map(({ path, node }) => describe(resolve, path, node));
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const placed = new Set(Object.values(groups).flat());
  const rest = fields.filter(({ key }) => !placed.has(key));
  return Object.entries(groups).map(([name, keys]) => {
    const own = keys.map((key) => byKey.get(key)).filter(Boolean);
    return { name, fields: name === "advanced" ? [...own, ...rest] : own };
  });
};
