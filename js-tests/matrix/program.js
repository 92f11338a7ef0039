/**
 * The programs of the projects. Each of them makes the same requests with the installed package: it lists the agents, places
 * a call, and has params refused. `__SANDBOX__` is replaced by the URL of the sandbox when a file is written.
 */

/** Runs in the project: its text is copied there. */
async function check({ Synthflow, SynthflowError, ValidationError }, options) {
  const client = new Synthflow({ logLevel: "off", ...options });
  const { data } = await client.agents.list();
  const { model_id } = data.find(({ type }) => type === "outbound");
  const call = { model_id, name: "Ada", phone: "+14155550123" };
  const { call_id } = await client.calls.create(call);
  const error = await client.calls.create({ ...call, phone: 5 }).catch((reason) => reason);
  return {
    agents: data.map(({ name }) => name),
    call_id,
    refused: [error instanceof SynthflowError, error instanceof ValidationError, error.issues?.[0]?.path],
  };
}

const names = "{ Synthflow, SynthflowError, ValidationError }";
const imported = `import ${names} from "synthflow-wasm";\n${check}`;
const withKey = `check(${names}, { apiKey: "test", baseURL: "__SANDBOX__" })`;
const withoutKey = withKey.replace('"test"', "null");
const printed = `${withKey}.then((result) => console.log("RESULT " + JSON.stringify(result)));\n`;

/** Prints its result: an ES module, a CommonJS module. */
export const esm = `${imported}\n${printed}`;
export const cjs = `const ${names} = require("synthflow-wasm");\n${check}\n${printed}`;

/** A module with a function that returns its result: on a server, and in a page. */
export const serverModule = `${imported}\nexport const run = () => ${withKey};\n`;
export const pageModule = `${imported}\nexport const run = () => ${withoutKey};\n`;

/** A script of a page that sets `runJob`, which is called from outside. */
export const page = `${imported}\nglobalThis.runJob = () => ${withoutKey};\n`;

/** The same, but a worker makes the requests. */
export const pageOfWorker = `globalThis.runJob = () => new Promise((resolve, reject) => {
  const worker = new Worker("./worker.js", { type: "module" });
  worker.onerror = ({ message }) => reject(new Error("the worker failed: " + message));
  worker.onmessage = ({ data: { result, reason } }) => (reason ? reject(new Error(reason)) : resolve(result));
});\n`;
export const worker = `${imported}
${withoutKey}.then((result) => postMessage({ result }), (error) => postMessage({ reason: String(error) }));\n`;

/** A page with a script. */
export const html = (script = "/page.js") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script type="module" src="${script}"></script></html>\n`;

/** A worker of an edge host: at `/run` it responds with its result, elsewhere it only says that it is there. */
export const edgeWorker = `${imported}
export default {
  fetch: async (request) =>
    new URL(request.url).pathname === "/run" ? Response.json(await ${withKey}) : new Response("ready"),
};\n`;

const tested = (call) => `test("a real request", async () => {
  const result = await ${call};
  expect(result.agents.length).toBeGreaterThan(0);
  console.log("RESULT " + JSON.stringify(result));
});\n`;

/** Tests with `test` and `expect`; in a simulated page, a client has no key. */
const esmTestOf = (call) => `${imported}\n${tested(call)}`;
const cjsTestOf = (call) => `const ${names} = require("synthflow-wasm");\n${check}\n${tested(call)}`;
export const esmTest = esmTestOf(withKey);
export const pageTests = { "a.test.mjs": esmTestOf(withoutKey), "a.test.cjs": cjsTestOf(withoutKey) };
export const serverTests = { "a.test.mjs": esmTest, "a.test.cjs": cjsTestOf(withKey) };

/** In TypeScript, with the types of the params and the responses; the compiler must refuse the last params too. */
export const typed = `import { Synthflow, SynthflowError, ValidationError } from "synthflow-wasm";
import type { Agent, CreateCall } from "synthflow-wasm";

const run = async (): Promise<object> => {
  const client = new Synthflow({ apiKey: "test", baseURL: "__SANDBOX__", logLevel: "off" });
  const { data } = await client.agents.list();
  const agents: Agent[] = data;
  const outbound = agents.find(({ type }) => type === "outbound");
  const call: CreateCall = { model_id: outbound?.model_id ?? "", name: "Ada", phone: "+14155550123" };
  const { call_id } = await client.calls.create(call);
  // @ts-expect-error a phone number is a string
  const error: unknown = await client.calls.create({ ...call, phone: 5 }).catch((reason: unknown) => reason);
  const path: string | undefined = error instanceof ValidationError ? error.issues[0]?.path : undefined;
  return {
    agents: agents.map(({ name }) => name),
    call_id,
    refused: [error instanceof SynthflowError, error instanceof ValidationError, path],
  };
};
`;
export const typedProgram = `${typed}run().then((result) => console.log("RESULT " + JSON.stringify(result)));\n`;
export const typedTest = `${typed}
test("a real request", async () => {
  const result = await run();
  expect(Object.keys(result)).toContain("call_id");
  console.log("RESULT " + JSON.stringify(result));
});\n`;
