/** Finds what the path of an issue leads to: its keys, and what is declared there. */

import { definitions } from "../generated/schemas.js";
import { own } from "../shared/own.js";

const PREFIX = "#/$defs/".length;

/** A schema with what it refers to. */
export const resolve = ({ $ref, ...schema }) =>
  $ref ? { ...definitions[$ref.slice(PREFIX)], ...schema } : schema;

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
  const below = (parent, key, schema, after) =>
    walk(
      { keys: [...at.keys, key], schema, parent, title: schema.title ?? at.title },
      after,
      isUnknown,
      found,
    );
  const name = at.keys.length > 0 && rest[0] === "." ? rest.slice(1) : rest;
  for (const node of alternatives(at.schema)) {
    const [index] = rest.match(/^\[\d+\]/) ?? [];
    if (index && node.items) below(node, Number(index.slice(1, -1)), node.items, rest.slice(index.length));
    if (node.type !== "object") continue;
    const { properties = {}, additionalProperties } = node;
    for (const [key, schema] of Object.entries(properties)) {
      const after = name.slice(key.length);
      if (name.startsWith(key) && (after === "" ? !isUnknown : /[.[]/.test(after[0])))
        below(node, key, schema, after);
    }
    if (!Object.hasOwn(properties, name) && isUnknown === (additionalProperties === false)) {
      below(node, name, additionalProperties || {}, "");
    }
  }
};

/** The value that keys lead to; undefined if there is none. */
const valueAt = (params, keys) => keys.reduce(own, params);

/** The same keys, where the last one, which the core cuts at 100 bytes, is that of a property which the value has. */
const completed = ({ keys, ...at }, params) => {
  const last = keys.at(-1);
  const names = Object.keys(Object(valueAt(params, keys.slice(0, -1))));
  // A name that is empty has no path of its own.
  const name = names.find((name) => name === "" || (name.length > 25 && name.startsWith(last)));
  return { ...at, keys: name === undefined ? keys : [...keys.slice(0, -1), name] };
};

/** Where an issue is: `keys`, `schema`, the schema of its `parent`, and the `title` of the nearest field that has one. */
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
