/** Properties that hold for all inputs and all responses. Each throws if it does not. */

import assert from "node:assert/strict";
import { Synthflow, SynthflowError, ValidationError, webhooks } from "synthflow-wasm";
import { consistent } from "../contract/across.js";
import { sample } from "../contract/cases.js";
import { contract, methodOf } from "../contract/spec.js";
import { build } from "./hostile.js";

const KEY = "secret-key-1234567890";
const BASE = "https://api.example/v2";

const operations = new Map(contract.map((operation) => [operation.name, operation]));

/** The text of any value. */
const show = (value) => {
  try {
    return String(value?.message ?? value);
  } catch {
    return "something without words";
  }
};

/** Asserts that it is an error of the package, and not one of a core that failed. */
const isOurs = (error, Class = SynthflowError) => {
  assert.ok(error instanceof Class, `not ours: ${show(error)} ${show(error?.stack)}`);
  assert.ok(!error.message.includes("the core failed"), error.message);
  assert.ok(error.message.length < 100_000, `a message of ${error.message.length} letters`);
  assert.ok(!`${error.message}${error.stack}${JSON.stringify(error.issues)}`.includes(KEY), "the key");
};

/** Asserts that a request has the right target and allowed content. */
const isSound = ({ url, init }, template) => {
  const [path, query] = url.slice(BASE.length).split(/\?(.*)/s);
  assert.ok(url.startsWith(BASE), url);
  const parsed = new URL(url);
  assert.equal(parsed.hash, "");
  assert.equal(parsed.pathname, `/v2${path}`, "the path is not what was built");
  assert.equal(path.split("/").length, template.split("/").length, `${path} for ${template}`);
  assert.ok(!query || /^[\w.~%=&-]*$/.test(query), query);
  assert.ok(init.body === undefined || typeof init.body === "string");
  if (init.body) JSON.parse(init.body);
  new Headers(init.headers);
};

/** A client that records what it sent. */
const recording = (respond, options) => {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, init });
    return respond();
  };
  const client = new Synthflow({
    apiKey: KEY,
    baseURL: BASE,
    logLevel: "off",
    maxRetries: 0,
    fetch,
    ...options,
  });
  return { client, sent };
};

const good = () => ({
  status: 200,
  ok: true,
  headers: {},
  text: async () => '{"status":"ok","response":{}}',
});

const watched = recording(good);

/** A call returns a promise that settles, and its request is valid. */
const settles = async (run, template) => {
  const { sent } = watched;
  sent.length = 0;
  let promise;
  try {
    promise = run(watched.client);
  } catch (error) {
    // A call always returns a promise.
    assert.fail(`it threw: ${show(error)}`);
  }
  assert.ok(promise instanceof Promise);
  let failed;
  try {
    await promise;
  } catch (error) {
    failed = error;
    isOurs(error);
    if (error instanceof ValidationError) assert.equal(sent.length, 0);
  }
  assert.ok(sent.length <= 1);
  if (failed?.outcome === "not-sent") assert.equal(sent.length, 0);
  if (sent[0]) isSound(sent[0], template);
  return sent[0];
};

/** Encoded for a path: `encodeURIComponent` leaves five characters that must be encoded too. */
const encoded = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const call = async ({ name, ids, params, options, args }) => {
  const operation = operations.get(name);
  const given = ids.slice(0, operation.ids.length).map(build);
  const takesParams = operation.body || Object.keys(operation.params?.properties ?? {}).length > 0;
  const all = args ? build(args) : [...given, ...(takesParams ? [build(params)] : []), build(options)];
  const sent = await settles((client) => methodOf(client, operation)(...all), operation.path);
  if (!sent || args || options.$ !== "undefined") return;
  for (const id of given) assert.ok(sent.url.includes(`/${encoded(id)}`), `${id} in ${sent.url}`);
  // What was validated is what was sent, except for a getter that returns a different value each time.
  const { body } = sent.init;
  if (!body || JSON.stringify(params).includes("getter that changes")) return;
  const again = await settles(
    (client) => methodOf(client, operation)(...given, JSON.parse(body)),
    operation.path,
  );
  assert.equal(again?.init.body, body);
};

/** The text of a response. */
const written = (form, body) => {
  const json = JSON.stringify(body);
  return {
    json,
    cut: json.slice(0, -1),
    text: `x${json}`,
    html: `<html>${json}`,
    deep: `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    "deep error": `${'{"detail":'.repeat(5000)}${json}${"}".repeat(5000)}`,
    huge: JSON.stringify({ detail: "x".repeat(300_000), body }),
    lines: `${json}\n${json}\n`,
    bom: `\ufeff${json}`,
  }[form];
};

const response = async ({ name, status, form, body, headers, value, throws }) => {
  const { client } = recording(() => {
    if (throws) throw build(throws[0]);
    if (value !== null) return build(value);
    const text = written(form, body);
    return { status: build(status), ok: status < 300, headers: build(headers), text: async () => text };
  });
  const operation = operations.get(name);
  const ids = operation.ids.map(() => "an-id");
  const params = operation.params ? [consistent(name, sample(operation.params))] : [];
  try {
    const data = await methodOf(client, operation)(...ids, ...params);
    if (operation.responseKind === "page") assert.ok(Array.isArray(data.data));
  } catch (error) {
    isOurs(error);
    assert.equal(error.attempts, 1);
    assert.ok(["unknown", "refused", "not-sent"].includes(error.outcome));
  }
};

const client = async (options) => {
  let made;
  try {
    made = new Synthflow(build(options));
  } catch (error) {
    return isOurs(error);
  }
  assert.equal(typeof made.agents.list, "function");
};

const request = async ({ method, path, params, options }) => {
  const given = [method, path, params, options].map(build);
  await settles((one) => one.request(...given), typeof path === "string" ? path : "");
};

const webhook = async ({ body, headers, options, reply }) => {
  try {
    await webhooks.unwrap(build(body), build(headers), build(options));
  } catch (error) {
    assert.ok(error instanceof webhooks.WebhookVerificationError, `not ours: ${show(error)}`);
  }
  try {
    webhooks.inboundReply(build(reply));
  } catch (error) {
    assert.ok(
      error instanceof Error && /inboundReply|inbound/.test(error.message),
      `not ours: ${show(error)}`,
    );
  }
};

/** By name. */
export const properties = { call, response, client, request, webhook };
