/** The definitions under the settings of TypeScript that applications have. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.js";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** Uses every entry point, with nothing of the DOM. */
const everything = `
import Default, { APIError, type CreateAgent, Synthflow, ValidationError, VERSION, check, init, webhooks } from "synthflow-wasm";
import * as slim from "synthflow-wasm/slim";
import core from "synthflow-wasm/wasm";
import { unwrap } from "synthflow-wasm/webhooks";
import { isFinalStatus, summarize } from "synthflow-wasm/calls";
import { schemaOf } from "synthflow-wasm/schema";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { createSandbox } from "synthflow-wasm/sandbox";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { watchDrift } from "synthflow-wasm/drift";
export * as campaign from "synthflow-wasm/campaign";

export const use = async (): Promise<void> => {
  await init();
  await slim.init(core);
  await slim.init(new Uint8Array(8));
  slim.initSync(new ArrayBuffer(8));
  await slim.init({ href: "https://a.example/core.wasm" });
  const client: Synthflow = new Default({ apiKey: "a", fetch: createSandbox().fetch, onDrift: watchDrift(() => {}) });
  const derived: Synthflow = client.withOptions({ timeout: 5 });
  const params: CreateAgent = { type: "widget", name: "A", agent: { prompt: "p" } };
  const { data, response } = await derived.agents.create(params).withResponse();
  console.log(data.model_id, response.status, response.headers.get("x"), VERSION, check("agents.create", params).length);
  const raw = await client.agents.get("a").asResponse();
  console.log(raw.ok, await raw.text());
  for await (const { model_id } of client.agents.list()) console.log(model_id?.length);
  try {
    await client.calls.get("c", { signal: null });
  } catch (error) {
    if (error instanceof APIError) console.log(error.headers.get("a"), error.status, error.toJSON().code);
    if (error instanceof ValidationError) console.log(error.issues.length, error.startedAt.getTime());
  }
  await unwrap("", { "synthflow-signature": "a" }, { secret: "s" });
  await webhooks.verify(new Uint8Array(), [["a", "b"]], { secret: ["s"] });
  console.log(isFinalStatus("busy"), summarize(null).id, schemaOf("agents.create").title, (await serveSandbox()).url);
  createNodeHandler(createProxy({ authorize: (request, { ids }) => request.headers.get("a") ?? ids[0] }));
};
declare const console: { log(...values: unknown[]): void };
`;
const withDom = everything.replace(/^declare const console.*$/m, "");

for (const [what, lib, source] of [
  ["no DOM", ["es2022"], everything],
  ["the DOM without dom.iterable", ["es2022", "dom"], withDom],
  ["the DOM", ["es2022", "dom", "dom.iterable", "dom.asynciterable"], withDom],
  ["a web worker", ["es2022", "webworker"], withDom],
]) {
  for (const strict of [true, false]) {
    for (const exactOptionalPropertyTypes of strict ? [true, false] : [false]) {
      const settings = `${what}, strict ${strict}, exactOptionalPropertyTypes ${exactOptionalPropertyTypes}`;
      test(`L11: every entry compiles with ${settings}`, () =>
        compile([["use.mts", source]], "nodenext", { lib, strict, exactOptionalPropertyTypes }));
    }
  }
}

test("L11: the types of the host are used where there are any", () =>
  compile(
    [
      [
        "host.ts",
        `import { APIError, Synthflow } from "synthflow-wasm";
        const client = new Synthflow({ defaultHeaders: new Headers() });
        export const response: Promise<Response> = client.agents.get("a", {}, { signal: new AbortController().signal }).asResponse();
        export const blob = async (): Promise<Blob> => (await response).blob();
        export const headers = (error: APIError): Headers => error.headers;
        import { init } from "synthflow-wasm/slim";
        export const source = (module: WebAssembly.Module) => init(module).then(() => init(new URL("https://a"))).then(() => init(fetch("a")));`,
      ],
    ],
    "bundler",
    { lib: ["es2022", "dom"] },
  ));

test("L8: Headers are headers of a webhook and of a client, without dom.iterable", () =>
  compile(
    [
      [
        "headers.ts",
        `import { Synthflow, webhooks } from "synthflow-wasm";
        export const verify = (request: Request) => webhooks.verify("", request.headers, { secret: "s" });
        export const unwrap = (request: Request) => webhooks.unwrap(request, { secret: "s" });
        export const client = new Synthflow({ defaultHeaders: new Headers() });
        export const agents = client.agents.list({}, { headers: new Headers(), extraQuery: new URLSearchParams() });`,
      ],
    ],
    "bundler",
    { lib: ["es2022", "dom"] },
  ));

/** The optional properties of all definitions; those of a required field have none. */
const optionalIn = (text) =>
  [...text.matchAll(/^ *(?:readonly )?"?[\w-]+"?\?: (.*)$/gm)].map(([line]) => line);

test("L9: undefined is accepted wherever it is the same as nothing", async () => {
  const lines = readdirSync(pkg)
    .filter((name) => name.endsWith(".d.cts"))
    .flatMap((name) => optionalIn(readFileSync(`${pkg}${name}`, "utf8")));
  assert.ok(lines.length > 1000);
  const others = lines.filter((line) => line.endsWith(";") && !/\bundefined;|\bunknown;/.test(line));
  assert.deepEqual(others, []);
  await compile(
    [
      [
        "undefined.ts",
        `import { Synthflow } from "synthflow-wasm";
        declare const process: { env: Record<string, string | undefined> };
        const client = new Synthflow({ apiKey: process.env.KEY, baseURL: undefined, region: undefined, logger: undefined, fetch: undefined });
        declare const signal: AbortSignal | undefined;
        declare const limit: number | undefined;
        client.agents.list({ limit }, { signal, timeout: undefined, headers: undefined });
        client.agents.list(undefined, undefined).toArray({ limit });
        client.agents.update("a", { name: undefined, agent: { prompt: undefined } });
        client.calls.wait("c", { timeout: undefined, signal, onChange: undefined });
        client.check({ regions: undefined });
        client.request("GET", "/a", undefined, undefined);
        import { createSandbox } from "synthflow-wasm/sandbox";
        createSandbox({ agents: undefined, seed: { agents: undefined } });
        import { createProxy } from "synthflow-wasm/proxy";
        createProxy({ apiKey: process.env.KEY, authorize: () => true, store: undefined });`,
      ],
    ],
    "bundler",
  );
});

test("L10: the webhook of the README compiles without strict, and with it", async () => {
  const [, example] = readme.match(/```js\n(import \{ webhooks \}[\s\S]*?)```/);
  assert.match(example, /call_inbound[\s\S]*event\.call\.call_id/);
  const source = example.replace("POST(request)", "POST(request: Request)");
  const environment = "\ndeclare const process: { env: Record<string, string | undefined> };";
  for (const strict of [true, false]) {
    const options = { strict, exactOptionalPropertyTypes: false };
    await compile([["route.ts", source + environment]], "bundler", options);
  }
});

test("L10: the two kinds of events are distinguished in every form of a condition, without strict too", async () => {
  const source = `
    import type { WebhookEvent } from "synthflow-wasm/webhooks";
    export const one = (event: WebhookEvent) => {
      if (event.event !== "call_inbound") return event.call.call_id;
      return event.call_inbound.from_number;
    };
    export const two = (event: WebhookEvent) => {
      switch (event.event) {
        case "call_inbound":
          return event.call_inbound.to_number;
        default:
          return event.call.call_id;
      }
    };
    export const three = (event: WebhookEvent) => (event.event === "call_inbound" ? 0 : event.call.duration);`;
  for (const strict of [true, false])
    await compile([["events.ts", source]], "bundler", { strict, exactOptionalPropertyTypes: false });
});

test("L12: synthflow-wasm/wasm is typed as what init takes, imported and required", async () => {
  const imported = `
    import core from "synthflow-wasm/wasm";
    import { init, type CoreSource } from "synthflow-wasm/slim";
    export const source: CoreSource = core;
    export const started = init(core);
    // @ts-expect-error: what it is depends on the bundler
    export const bytes: ArrayBuffer = core;`;
  await compile([["wasm.mts", imported]], "nodenext");
  const required = `
    import core = require("synthflow-wasm/wasm");
    import slim = require("synthflow-wasm/slim");
    export const started = slim.init(core);`;
  await compile([["wasm.cts", required]], "nodenext");
});

test("L16: what require returns is typed as the class with everything else", async () => {
  const source = `
    import Synthflow = require("synthflow-wasm");
    import Slim = require("synthflow-wasm/slim");
    const client = new Synthflow({ apiKey: "a" });
    export const again: Synthflow = new Synthflow.Synthflow().withOptions({});
    export const agent: Promise<Synthflow.Agent> = client.agents.get("a");
    export const same: Synthflow = new Synthflow.default();
    export const isOne = (error: unknown): error is Synthflow.APIError => error instanceof Synthflow.APIError;
    export const version: string = Synthflow.VERSION + Slim.VERSION;
    export const reply = Synthflow.webhooks.inboundReply({ end_call: true });
    export const region: Synthflow.Region = "us";
    export const started = Slim.init(new Uint8Array());
    export const slim = new Slim({ apiKey: "a" });
    export const issues: Synthflow.Issue[] = Synthflow.check("agents.create", {});
  `;
  await compile([["class.cts", source]], "nodenext");
  const named = `
    import Synthflow, { type Agent, APIError, Synthflow as Client } from "synthflow-wasm";
    export const client: Client = new Synthflow();
    export const agent: Promise<Agent> = client.agents.get("a");
    export const isOne = (error: unknown) => error instanceof APIError;`;
  await compile([["named.cts", named]], "nodenext", { esModuleInterop: true });
  await compile([["named.mts", named]], "nodenext");
});

test("L17: an interface is accepted as fields that are added, and as params of a request", () =>
  compile(
    [
      [
        "interface.ts",
        `import { Synthflow, webhooks } from "synthflow-wasm";
        interface Extra { brand_new_field: number }
        declare const extra: Extra;
        const client = new Synthflow();
        export const updated = client.agents.update("a", {}, { extraBody: extra, extraQuery: extra });
        export const mapped = client.agents.update("a", {}, { extraBody: new Map([["a", 1]]), extraQuery: new URLSearchParams() });
        export const sent = client.request("POST", "/a", extra);
        export const reply = webhooks.inboundReply({ override_model_id: "", custom_variables: extra, metadata: extra });
        // @ts-expect-error: not an object
        client.agents.update("a", {}, { extraBody: "text" });`,
      ],
    ],
    "bundler",
    { lib: ["es2022", "dom", "dom.iterable"] },
  ));

test("the definitions are in the package once, in less than 500 KB", () => {
  const files = readdirSync(pkg).filter((name) => /\.d\.c?ts$/.test(name));
  const sizes = files.map((name) => statSync(`${pkg}${name}`).size);
  assert.ok(sizes.reduce((sum, size) => sum + size) < 500_000);
  assert.deepEqual(
    files.filter((name) => readFileSync(`${pkg}${name}`, "utf8").includes("interface Agents {")),
    ["types.d.cts"],
  );
});

test("L9: rows whose columns may be undefined are people of a campaign, and params of a search", () =>
  compile(
    [
      [
        "rows.mts",
        `import type { Synthflow } from "synthflow-wasm";
        import { runCampaign } from "synthflow-wasm/campaign";
        declare const client: Synthflow;
        declare const row: { phone: string; name?: string | undefined; agent?: string | undefined };
        const { phone, name, agent: model_id } = row;
        export const one = runCampaign({ client, people: [{ phone, name, model_id }], call: { model_id, name } });
        export const other = client.calls.findPlaced({ model_id: "m", phone, name, since: 1 });`,
      ],
    ],
    "nodenext",
    {},
  ));

test("W15: the event of a load balancer of AWS is a request; a body without headers is none", async () => {
  const source = (event) => `import { unwrap } from "synthflow-wasm/webhooks";
    interface LoadBalancerEvent {
      headers?: Record<string, string | undefined> | undefined;
      multiValueHeaders?: Record<string, string[] | undefined> | undefined;
      body: string | null;
      isBase64Encoded: boolean;
    }
    declare const event: ${event};
    export const read = unwrap(event, { secret: "s" });`;
  await compile([["event.mts", source("LoadBalancerEvent")]], "nodenext", {});
  await assert.rejects(compile([["event.mts", source("{ body: string }")]], "nodenext", {}), /headers/);
});
