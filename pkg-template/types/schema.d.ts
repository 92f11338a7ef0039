import type { Issue, IssueCode, OperationName } from "./index.js";

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

/**
 * What a field takes. A `"suggestion"` is one of the listed values or another one; a `"section"` is an object; `"any"` is a field
 * that is not declared or takes any JSON value.
 */
export type FieldKind =
  | "choice"
  | "suggestion"
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "time"
  | "time_zone"
  | "phone"
  | "url"
  | "list"
  | "section"
  | "any";

/** An issue with what is declared of its field, from which a label is made. */
export interface UnlabeledIssue extends Issue {
  /** Path of the value as names and indices, such as `["agent", "end_call_reasons_v2", 0, "reason"]`; empty for the params. */
  keys: (string | number)[];
  /** Title of the field, else of the nearest field above it. */
  title: string;
  /** What the field takes. */
  kind: FieldKind;
  /** Unit of a number. */
  unit?: string | undefined;
  /** Minimum of a number; of a list, its minimum length; of the rule `"days_after"`, 0. */
  minimum?: number | undefined;
  /** Maximum of a number; of a list, its maximum length; of the rule `"days_after"`, the number of days. */
  maximum?: number | undefined;
  /**
   * The rule across fields that is broken: `"exactly_one"` of some fields must be set; an entry of a list is not `"distinct"`; a
   * time must be at most some days after another field's (`"days_after"`); the accepted values depend on another field
   * (`"depends_on"`).
   */
  rule?: "exactly_one" | "distinct" | "days_after" | "depends_on" | undefined;
  /** Accepted values of an enum; suggested ones, if it accepts others too. Of the rule `"exactly_one"`, the names of the fields. */
  values?: string[] | undefined;
  /** Titles of `values`; of the rule `"days_after"`, the title of the other field. */
  choices?: string[] | undefined;
}

/** An issue for a form. */
export interface DescribedIssue extends UnlabeledIssue {
  /** One sentence for the person at the form, without the path: `"Enter a number from 0.7 to 1.2."` */
  label: string;
}

/** Functions that make the sentence of an issue, by its code. */
export type Labels = { readonly [Code in IssueCode]: (issue: UnlabeledIssue) => string };

/** The English sentences, the default. */
export declare const english: Labels;

/** The German sentences. Titles within them are those of the schema, in English. */
export declare const german: Labels;

/** Options of `describeIssues`. */
export interface DescribeOptions {
  /** Functions that make the sentences. Codes without one use the English sentence. Default `english`. */
  labels?: { readonly [Code in IssueCode]?: Labels[Code] | undefined } | undefined;
  /**
   * The params that were checked. They are needed for the `keys` of a name that the API does not know and that has dots or
   * brackets, is empty, or is longer than 100 bytes.
   */
  params?: unknown | undefined;
}

/**
 * Describes the issues of an operation's params for a form: copies with `keys`, `title`, what the field takes, and a `label`, one
 * sentence for the person at the form. Takes the issues of `check` or of a `ValidationError`.
 * @throws {Error} if there is no such operation, it has no params, or an option or a code of the labels does not exist.
 * @example
 * ```ts
 * import { check } from "synthflow-wasm";
 * import { describeIssues, german } from "synthflow-wasm/schema";
 *
 * const params = { type: "widget", name: "Concierge", agent: { prompt: "Help.", voice_speed: 3 } };
 * const [issue] = describeIssues("agents.create", check("agents.create", params));
 * console.log(issue?.keys, issue?.label); // ["agent", "voice_speed"], "Enter a number from 0.7 to 1.2."
 *
 * describeIssues("agents.create", check("agents.create", params), { labels: german });
 * describeIssues("agents.create", check("agents.create", params), { labels: { required: () => "Please fill this in." } });
 * ```
 */
export declare function describeIssues(
  operation: OperationName,
  issues: readonly Issue[],
  options?: DescribeOptions,
): DescribedIssue[];

/**
 * Groups issues by their `path`. The object has no prototype, so that a path such as `"__proto__"` or `"constructor"` is only there
 * if it has issues.
 * @example
 * ```ts
 * import { check } from "synthflow-wasm";
 * import { describeIssues, issuesByPath } from "synthflow-wasm/schema";
 *
 * const issues = issuesByPath(describeIssues("calls.create", check("calls.create", { phone: "4155550123" })));
 * console.log(issues["phone"]?.[0]?.label);
 * ```
 */
export declare function issuesByPath<T extends { path: string }>(
  issues: readonly T[],
): { [path: string]: T[] | undefined };
