/** What the code of the documentation assumes. */

/** `session.js`: the reader's own, which knows the signed-in user of a request. */
export const session = `
export const userOf = async (request) =>
  request.headers.has("cookie") ? { id: "ada", mayCall: true, phone: "+14155550123" } : undefined;
`;

/** The files that the compiler finds next to the blocks of a page: `session.js`, and those of an example of the repository. */
export const givenFor = (page) => [
  [
    "session.d.ts",
    `interface User { id: string; mayCall: boolean; phone: string }
export declare const currentUser: () => Promise<User | undefined>;
export declare const recordOnce: (id: unknown) => Promise<boolean>;
export declare const userOf: (request: { headers: { has(name: string): boolean } }) => Promise<User | undefined>;
`,
  ],
  ...(page.endsWith("campaigns.md")
    ? [["queue.mjs", 'export * from "../../../../examples-web/campaign/queue.mjs";\n']]
    : []),
];

/** Packages that are not installed, or whose types are of no importance here. */
export const packages = ["redis", "express", "fastify", "hono", "cloudflare:workers", "server-only"]
  .map((name) => `declare module "${name}";\n`)
  .join("");

/** What a block uses and does not declare: how that is recognized, and what it is for the compiler and in a process. */
const names = [
  {
    used: /\bmodel_id\b/,
    declared: /\{[^}\n]*\bmodel_id\b[^}\n]*\}+\]? (=|of) |\bmodel_id( =|:)/,
    type: "declare const model_id: string;",
    value: "const [{ model_id }] = (await new Synthflow().agents.list()).data;",
  },
  {
    used: /^(?!\s*\/\/).*\bclient\b/m,
    declared: /\bclient( =|:)/,
    type: 'declare const client: import("synthflow-wasm").Synthflow;',
    value: "const client = new Synthflow();",
  },
  {
    used: /\bnew Synthflow\b/,
    declared: /import (?!type)[^;]*\bSynthflow\b(?! as)[^;]* from "synthflow-wasm/,
    type: 'import { Synthflow } from "synthflow-wasm";',
    value: 'import { Synthflow } from "synthflow-wasm";',
  },
];

/** The lines before a block, so that it is complete. */
export const assumed = (code, isRun) =>
  names.reduce(
    (all, { used, declared, type, value }) =>
      used.test(all + code) && !declared.test(code) ? `${isRun ? value : type}\n${all}` : all,
    "",
  );
