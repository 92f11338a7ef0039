/** The `@example` blocks of the definitions that the package ships. */

import { readdirSync, readFileSync } from "node:fs";

const pkg = new URL("../../pkg/", import.meta.url);

/** The definitions, by the names of their files. */
export const definitions = readdirSync(pkg)
  .filter((name) => name.endsWith(".d.cts"))
  .map((name) => [name, readFileSync(new URL(name, pkg), "utf8")]);

/** An example's code with the comment's stars; then the rest of the comment, and the name of what it belongs to. */
const EXAMPLE =
  /^ *\* @example\n *\* ```ts\n(?<code>(?: *\*.*\n)+?) *\* ```\n(?: *\*.*\n)*? *\*\/\n *(?:export (?:declare )?(?:function|interface) )?(?<name>\w+)/gm;

const IMPORT = /^(?:import|declare) .*;\n/gm;

/** An example: the name of its type and member, its code, and that in two parts: what must be at the top level, and the rest. */
const example = (file, type, { code: commented, name }) => {
  const code = commented.replace(/^ *\* ?/gm, "");
  return {
    name: type ? `${type}.${name}` : name,
    type,
    member: name,
    file,
    code,
    imports: (code.match(IMPORT) ?? []).join(""),
    body: code.replace(IMPORT, "").replace(/^export (?=async function)/gm, ""),
  };
};

const TYPE = /^export (?:declare class|interface) (\w+)/gm;

/** The type whose member is at an index: that which was declared last. */
const typeAt = (text, index) => [...text.slice(0, index).matchAll(TYPE)].at(-1)?.[1];

/** All examples. A member's comment is indented; others belong to no type. */
export const examples = definitions.flatMap(([file, text]) =>
  [...text.matchAll(EXAMPLE)].map(({ 0: comment, index, groups }) =>
    example(file, comment.startsWith("  ") ? typeAt(text, index) : undefined, groups),
  ),
);
