/** `synthflow-wasm/schema`: the params of each operation as JSON Schema, for forms and validators. Without the core. */

import { own } from "../shared/own.js";
import { isTimeZone } from "../shared/time-zone.js";
import { declared } from "./declared.js";
import { describe } from "./describe.js";

export { issuesByPath } from "./describe.js";
export { english } from "./labels/english.js";
export { german } from "./labels/german.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Adds the names of the definitions that a schema refers to. */
const collect = (schema, names, definitions) => {
  JSON.stringify(schema, (key, value) => {
    const name = key === "$ref" && value.slice("#/$defs/".length);
    if (name && !names.has(name)) {
      names.add(name);
      collect(definitions[name], names, definitions);
    }
    return value;
  });
  return names;
};

/** The type of an operation's params, and the title of its form. */
const paramsOf = (caller, operation) => {
  const found = own(declared().params, operation);
  if (found === undefined) {
    throw new Error(
      `${caller}: ${JSON.stringify(operation)} is not an operation with params; see operations()`,
    );
  }
  return found;
};

/** Some hosts have no structuredClone. */
const copyOf = (value) => JSON.parse(JSON.stringify(value));

/**
 * The JSON Schema (2020-12) of an operation's params, with all definitions that it refers to. A new object each time, which
 * the caller may change. Throws for an unknown operation.
 */
export const schemaOf = (operation) => {
  const [type, title] = paramsOf("schemaOf", operation);
  const { definitions } = declared();
  const names = collect({ $ref: `#/$defs/${type}` }, new Set(), definitions);
  const used = Object.fromEntries([...names].map((name) => [name, definitions[name]]));
  const { [type]: root, ...others } = copyOf(used);
  const isRecursive = JSON.stringify(used).includes(`"#/$defs/${type}"`);
  return {
    $schema: DIALECT,
    title,
    ...root,
    $defs: isRecursive ? { ...others, [type]: copyOf(definitions[type]) } : others,
  };
};

/** The issues of an operation's params, each with what is declared of its field and a sentence for the person at a form. */
export const describeIssues = (operation, issues, options) => {
  const [type, title] = paramsOf("describeIssues", operation);
  return describe({ $ref: `#/$defs/${type}`, title }, issues, options);
};

/** The names of all operations that have params. */
export const operations = () => Object.keys(declared().params);

/** The formats that the schemas name besides those of JSON Schema, for `ajv.addFormat`. */
export const formats = { "iana-time-zone": isTimeZone };
