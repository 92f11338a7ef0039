#!/usr/bin/env node
/** `npx synthflow-wasm sandbox --port 4010` */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { report } from "./report.js";
import { serveSandbox } from "./serve.js";

const help = `synthflow-wasm sandbox [--port 4010] [--host 127.0.0.1] [options]

Serves a stateful Synthflow in memory, for development and tests without phone calls and costs.

  --port             port to listen on (default 4010; 0 for a free one)
  --host             address to listen on (default 127.0.0.1: this machine only)
  --allow-host       host name or IP address of this machine for others, needed with --host 0.0.0.0
  --allow-origin     origin of pages that may use it, such as https://app.example; loopback is always allowed
  --api-key          the only API key to accept (default: any)
  --no-api-key       accept requests without an API key too
  --seed             JSON file with agents, contacts, calls and others to begin with
  --agents           number of agents at the start (default 3, or none if the seed has agents)
  --call-duration    duration of a call until its end, in milliseconds (default 3000)
  --calls-per-second limit of call attempts; others get status 429
  --concurrent-calls limit of calls at the same time; others get status 429
  --retry-after      value of the header Retry-After with status 429 (default: no header)
  --webhook-secret   secret that webhooks are signed with (default sandbox-webhook-secret)
  --no-webhooks      do not send webhooks
  --live-shapes      respond in the shapes of real accounts where they differ from the reference

--allow-host and --allow-origin can be repeated. Requests for other hosts or from other origins get status 403.
Requests are printed on stdout; fields that the API does not have are ignored, and printed on stderr.

Control, without an API key: POST /__sandbox/seed, /fail, /reset, /call, /settle; GET /__sandbox/log.
`;

const fail = (why) => {
  process.stderr.write(`synthflow-wasm: ${why}\n\n${help}`);
  process.exit(2);
};

const text = { type: "string" };
const flag = { type: "boolean", default: false };
const list = { type: "string", multiple: true, default: [] };

const read = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string", default: "4010" },
        host: { type: "string", default: "127.0.0.1" },
        "allow-host": list,
        "allow-origin": list,
        "api-key": text,
        "no-api-key": flag,
        seed: text,
        agents: text,
        "call-duration": text,
        "calls-per-second": text,
        "concurrent-calls": text,
        "retry-after": text,
        "webhook-secret": text,
        "no-webhooks": flag,
        "live-shapes": flag,
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return fail(error.message);
  }
};

/** The value of an option as an integer; `undefined` if it is not given. */
const integer = (values, name) => {
  if (values[name] === undefined) return undefined;
  const number = Number(values[name]);
  if (values[name] === "" || !Number.isInteger(number) || number < 0 || number > 10_000_000) {
    fail(`--${name}: expected an integer, got "${values[name]}"`);
  }
  return number;
};

const seedOf = (path) => {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return fail(`--seed: ${error.message}`);
  }
};

/** Prints a request, and the fields of its body that the API does not have. */
const print = ({ method, path, operation, ignored }) => {
  process.stdout.write(`${method.padEnd(6)} ${path}  ${operation}\n`);
  for (const field of ignored) report(method, path, "ignored", `unknown field ${field}`);
};

const { values, positionals } = read();
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
if (positionals.length !== 1 || positionals[0] !== "sandbox") {
  fail(`expected the command "sandbox", got "${positionals.join(" ")}"`);
}

const port = integer(values, "port");
const options = {
  port,
  host: values.host,
  allowHosts: values["allow-host"],
  allowOrigins: values["allow-origin"],
  apiKey: values["no-api-key"] ? null : values["api-key"],
  seed: seedOf(values.seed),
  agents: integer(values, "agents"),
  callDuration: integer(values, "call-duration"),
  rateLimits: {
    callsPerSecond: integer(values, "calls-per-second"),
    concurrentCalls: integer(values, "concurrent-calls"),
    retryAfter: integer(values, "retry-after"),
  },
  webhooks: values["no-webhooks"] ? "off" : "send",
  webhookSecret: values["webhook-secret"],
  shapes: values["live-shapes"] ? "live" : "documented",
  onRequest: print,
};
try {
  const { url, close } = await serveSandbox(options);
  process.stdout.write(`The sandbox is listening on ${url}

  curl -H "Authorization: Bearer test" ${url}/assistants/
  SYNTHFLOW_BASE_URL=${url} SYNTHFLOW_API_KEY=test node your-script.mjs

Press Ctrl-C to stop it.
`);
  process.on("SIGINT", () => close().then(() => process.exit(0)));
} catch (error) {
  if (error instanceof TypeError) fail(error.message);
  process.stderr.write(`synthflow-wasm: cannot listen on port ${port}: ${error.message}\n`);
  process.exit(1);
}
