/** `describeIssues`: what validation found, for the person at a form. */

import { copyOf, own } from "../shared/own.js";
import { kindOf, kinds } from "./kinds.js";
import { english } from "./labels/english.js";
import { alternatives, locate, resolve } from "./locate.js";

/** The schema that an issue of this code is about, of several that the value may be of. */
const concerned = (code, nodes) => {
  const has = (...keywords) => nodes.find((node) => keywords.some((keyword) => keyword in node));
  const rank = (node) => kinds.indexOf(kindOf(node));
  return (
    (code === "out_of_range" && has("minimum", "maximum", "minItems", "x-days-after")) ||
    (code === "invalid_format" && has("pattern", "format")) ||
    (code === "invalid_value" && has("oneOf", "x-suggestions", "minLength")) ||
    [...nodes].sort((one, other) => rank(one) - rank(other))[0] ||
    {}
  );
};

/** The values of an enum that are offered, with their titles. */
const valuesOf = ({ oneOf, examples, "x-suggestions": suggestions }) =>
  oneOf ?? suggestions?.filter((one) => examples.includes(one.const)) ?? [];

/** What a rule across fields says about an issue. */
const ruleOf = ({ code, expected }, nodes, node, parent) => {
  if (expected === "no duplicates") return { rule: "distinct" };
  if (expected.startsWith("exactly one of ")) {
    const of = nodes.find(({ allOf }) => allOf?.[0].oneOf);
    const names = of?.allOf[0].oneOf.map(({ required }) => required[0]) ?? [];
    return { rule: "exactly_one", values: names, choices: names.map((name) => of.properties[name].title) };
  }
  const after = code === "out_of_range" && node["x-days-after"];
  if (after) {
    const { title } = parent.properties[after.field];
    return { rule: "days_after", minimum: 0, maximum: after.days, choices: [title] };
  }
  const values = valuesOf(node);
  const listed = [...expected.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
  const isListed = expected[0] === '"' && (code === "required" || code === "invalid_value");
  const possible = isListed ? values.filter((one) => listed.includes(one.const)) : values;
  const offered = possible.length > 0 ? possible : values;
  return {
    ...(offered.length < values.length && { rule: "depends_on" }),
    ...(offered.length > 0 && {
      values: offered.map((one) => one.const),
      choices: offered.map((one) => one.title),
    }),
  };
};

/** An issue with what is declared of its field. */
const described = (issue, root, params) => {
  const { keys, schema, parent, title } = locate(root, issue, params);
  const nodes = alternatives(schema);
  const node = concerned(issue.code, nodes);
  const { minimum = node.minItems, maximum = node.maxItems, "x-unit": unit } = node;
  const facts = { minimum, maximum, unit, ...ruleOf(issue, nodes, node, parent) };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { ...issue, keys, title, kind: kindOf(node), ...Object.fromEntries(known) };
};

const sentence = (labels, issue) => {
  const label = own(labels, issue.code) ?? own(english, issue.code) ?? english.unreadable;
  return label(issue);
};

/** The options, if they are some: a name that is none, or labels that are no functions, would have no effect. */
const optionsOf = (options = {}) => {
  const { labels = {}, params, ...others } = copyOf(options) ?? { others: options };
  const sentences = Object.entries(copyOf(labels) ?? { labels });
  const isLabel = ([code, label]) =>
    Object.hasOwn(english, code) && (label === undefined || typeof label === "function");
  if (Object.keys(others).length > 0 || !sentences.every(isLabel))
    throw new TypeError(
      "describeIssues: expected { labels, params }, in labels functions by the codes of issues",
    );
  return { labels, params };
};

export const describe = (root, issues, options) => {
  const { labels, params } = optionsOf(options);
  return issues.map((issue) => {
    const one = described(issue, resolve(root), params);
    return { ...one, label: sentence(labels, one) };
  });
};

/** Groups issues by their paths, in an object without prototype: a path such as `__proto__` is a property like any other. */
export const issuesByPath = (issues) => {
  const groups = Object.create(null);
  for (const issue of issues) {
    groups[issue.path] ??= [];
    groups[issue.path].push(issue);
  }
  return groups;
};
