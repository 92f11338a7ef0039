import type { OperationName } from "./index.js";

/** A JSON Schema. */
export interface JSONSchema {
  [keyword: string]: unknown;
  title?: string | undefined;
  description?: string | undefined;
  type?: string | string[] | undefined;
  properties?: Record<string, JSONSchema> | undefined;
  required?: string[] | undefined;
  $defs?: Record<string, JSONSchema> | undefined;
}

/**
 * Returns the JSON Schema (2020-12) of an operation's params, with the definitions that it refers to. It accepts what `check`
 * accepts, except that it cannot compare two times (`x-days-after`). The object is a new one, which you may change.
 *
 * The values of a closed enum are in `oneOf`, each with `const`, `title` and `description`. Those of an open one, which accepts
 * others too, are in `examples` and, with their descriptions, in `x-suggestions`; `x-retires` is the day from which the API does
 * not offer a value. Fields have `x-unit`; `x-written-as: "pairs"` marks an object that is sent as pairs. For ajv, use its class for 2020-12,
 * `strict: false`, and `formats`.
 * @throws {Error} if there is no such operation, or it has no params.
 * @example
 * ```ts
 * import { schemaOf } from "synthflow-wasm/schema";
 *
 * const { properties = {} } = schemaOf("agents.create");
 * console.log(properties.name?.title, properties.name?.description);
 * ```
 */
export declare function schemaOf(operation: OperationName): JSONSchema;

/** Returns the names of all operations that have params. */
export declare function operations(): OperationName[];

/** The formats that the schemas name besides those of JSON Schema, for example for `ajv.addFormat`. */
export declare const formats: Record<"iana-time-zone", (text: string) => boolean>;
