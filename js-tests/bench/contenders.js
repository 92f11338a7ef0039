/**
 * The clients that are compared. `options`, `create`, `list` and `encode` are also written into generated programs as
 * source text, so each uses only its arguments.
 *
 * `create` is a POST of a small JSON, `list` a GET, `encode` a POST of `large`: a text and a hundred pairs.
 */

import { fileURLToPath } from "node:url";

/** The module of the first two. */
const RAW = fileURLToPath(new URL("raw.js", import.meta.url));

const raw = {
  module: RAW,
  options: (url) => ({ baseURL: url }),
  create: (client) => client.post("/calls", { model_id: "m", name: "Sam", phone: "+14155550100" }),
  list: (client) => client.get("/calls?model_id=m"),
  encode: (client, large) =>
    client.post("/calls", {
      model_id: "m",
      name: "Sam",
      phone: "+14155550100",
      prompt: large.text,
      custom_variables: large.pairs.map(([key, value]) => ({ key, value })),
    }),
};

const ours = {
  module: "synthflow-wasm",
  client: "Synthflow",
  options: (url) => ({ apiKey: "test", baseURL: url, dangerouslyAllowBrowser: true }),
  create: (client) => client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" }),
  list: (client) => client.calls.list({ model_id: "m" }),
  encode: (client, large) =>
    client.calls.create({
      model_id: "m",
      name: "Sam",
      phone: "+14155550100",
      prompt: large.text,
      custom_variables: large.pairs.map(([key, value]) => ({ key, value })),
    }),
};

const openai = {
  client: "OpenAI",
  options: (url) => ({ apiKey: "test", baseURL: url, dangerouslyAllowBrowser: true }),
  create: (client) =>
    client.chat.completions.create({ model: "m", messages: [{ role: "user", content: "+14155550100" }] }),
  list: (client) => client.models.list(),
  encode: (client, large) =>
    client.chat.completions.create({
      model: "m",
      messages: [
        { role: "system", content: large.text },
        ...large.pairs.map(([name, content]) => ({ role: "user", name, content })),
      ],
    }),
};

/** By name; the names are those of the tables. */
export const contenders = {
  "raw fetch": { ...raw, client: "RawClient" },
  "raw fetch, again": { ...raw, client: "RawClient" },
  "raw fetch + timeout": { ...raw, client: "TimedClient" },
  "retell-sdk": {
    module: "retell-sdk",
    client: "Retell",
    options: (url) => ({ apiKey: "test", baseURL: url }),
    create: (client) =>
      client.call.createPhoneCall({ from_number: "+14155550100", to_number: "+14155550101" }),
    list: (client) => client.call.list({}),
    encode: (client, large) =>
      client.call.createPhoneCall({
        from_number: "+14155550100",
        to_number: "+14155550101",
        metadata: { prompt: large.text },
        retell_llm_dynamic_variables: Object.fromEntries(large.pairs),
      }),
  },
  "@vapi-ai/server-sdk": {
    module: "@vapi-ai/server-sdk",
    client: "VapiClient",
    options: (url) => ({ token: "test", environment: url }),
    create: (client) => client.calls.create({ assistantId: "m", customer: { number: "+14155550100" } }),
    list: (client) => client.calls.list(),
    encode: (client, large) =>
      client.calls.create({
        assistantId: "m",
        name: large.text,
        assistantOverrides: { variableValues: Object.fromEntries(large.pairs) },
      }),
  },
  "openai 6": { ...openai, module: "openai-6" },
  "openai 7": { ...openai, module: "openai" },
  "synthflow-wasm": ours,
  "synthflow-wasm, unchecked": {
    ...ours,
    options: (url) => ({ ...ours.options(url), validation: "off" }),
  },
  "synthflow-wasm, onDrift": {
    ...ours,
    options: async (url) => {
      const { watchDrift } = await import("synthflow-wasm/drift");
      return { ...ours.options(url), onDrift: watchDrift(() => {}) };
    },
  },
};

/** The names by which ratios are taken, and ours. */
export const BASE = "raw fetch";
export const FLOOR = "raw fetch + timeout";
export const OURS = "synthflow-wasm";

/** One of each, without the control and our variants. */
export const each = Object.keys(contenders).filter((name) => !/again|, (unchecked|onDrift)/.test(name));

/** The same with the control. */
export const withControl = Object.keys(contenders).filter((name) => !/, (unchecked|onDrift)/.test(name));

/** Creates the client of a contender. */
export const open = async (name, url, more) => {
  const { module, client, options } = contenders[name];
  const { [client]: Client } = await import(module);
  return new Client({ ...(await options(url)), ...more });
};

/** Source text that imports the class of a contender as `Client`. */
export const importOf = ({ module, client }, form = "import") => {
  const from = JSON.stringify(module);
  return form === "require"
    ? `const { ${client}: Client } = require(${from});\n`
    : `import { ${client} as Client } from ${from};\n`;
};

/** Source text that constructs its client. */
export const constructOf = ({ options }, url) => `new Client(${JSON.stringify(options(url))})`;

/** Source text of its small request, for a program that has a `client`. */
export const requestOf = ({ create }) => String(create).replace(/^\(client\) =>\s*/, "");

/** A URL for programs that send nothing. */
export const NO_SERVER = "http://127.0.0.1:1/v2";
