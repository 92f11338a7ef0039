/** Finds what the path of an issue leads to: its keys, and what is declared there. */

import { own } from "../shared/own.js";
import { declared } from "./declared.js";

const PREFIX = "#/$defs/".length;

/** A schema with what it refers to. */
export const resolve = ({ $ref, ...schema }) =>
  $ref ? { ...declared().definitions[$ref.slice(PREFIX)], ...schema } : schema;

/** The schemas that a value may be of, without null. */
export const alternatives = (schema) => {
  const { anyOf, ...others } = resolve(schema);
  if (!anyOf) return others.type === "null" ? [] : [others];
  return anyOf.flatMap((member) => alternatives({ ...others, ...resolve(member) }));
};

/**
 * Adds the locations that a path may lead to, the deepest first. Names are not escaped in a path, so that a name which the
 * caller gave may look like several. Nothing is declared below such a name: it is the rest of the path.
 */
const walk = (at, rest, isUnknown, found) => {
  if (rest === "") return found.push(at);
  const below = (parent, key, schema, after, isGiven = false) => {
    const title = schema.title ?? at.title;
    walk({ keys: [...at.keys, key], schema, parent, title, isGiven }, after, isUnknown, found);
  };
  const name = at.keys.length > 0 && rest[0] === "." ? rest.slice(1) : rest;
  for (const node of alternatives(at.schema)) {
    const [index] = rest.match(/^\[\d+\]/) ?? [];
    if (index && node.items) below(node, Number(index.slice(1, -1)), node.items, rest.slice(index.length));
    if (![node.type].flat().includes("object")) continue;
    const { properties = {}, unevaluatedProperties, additionalProperties = unevaluatedProperties } = node;
    for (const [key, schema] of Object.entries(properties)) {
      const after = name.slice(key.length);
      if (name.startsWith(key) && (after === "" ? !isUnknown : /[.[]/.test(after[0])))
        below(node, key, schema, after);
    }
    if (!Object.hasOwn(properties, name) && isUnknown === (additionalProperties === false)) {
      below(node, name, additionalProperties || {}, "", true);
    }
  }
};

/** The value that keys lead to; undefined if there is none. */
const valueAt = (params, keys) => keys.reduce(own, params);

/** The length from which a name of a path may have been cut: at 100 bytes, of at most three for a unit of UTF-16. */
const CUT = 33;

/**
 * The same location, with the whole name of a property that the value has: the core cuts the names that a caller gave, and an
 * empty one has no path of its own.
 */
const completed = (at, params) => {
  const [above, last] = [at.keys.slice(0, -1), at.keys.at(-1)];
  const names = at.isGiven ? Object.keys(Object(valueAt(params, above))) : [];
  const name = names.find((name) => name === "" || (last.length >= CUT && name.startsWith(last)));
  return name === undefined ? at : { ...at, keys: [...above, name] };
};

/**
 * Where an issue is: `keys`, the `schema` there, the schema of its `parent`, the `title` of the nearest field that has one, and
 * whether the last key `isGiven` by the caller, not declared.
 */
export const locate = (root, { path, code }, params) => {
  const found = [];
  const isUnknown = code === "unknown_field";
  walk(
    { keys: [], schema: root, title: root.title },
    path === "params" && !isUnknown ? "" : path,
    isUnknown,
    found,
  );
  const [first = { keys: [path], schema: {}, title: "" }] = found;
  if (params === undefined) return first;
  const exists = ({ keys }) => valueAt(params, keys) !== undefined;
  return found.find(exists) ?? found.map((at) => completed(at, params)).find(exists) ?? first;
};
