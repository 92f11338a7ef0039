/** `synthflow-wasm sandbox --port 4010` */

import { report } from "../sandbox/report.js";
import { integer } from "./client.js";
import { Failure, usage } from "./errors.js";
import { readJson } from "./input.js";
import { quoted } from "./output.js";

/** Prints a request, and the fields of its body that the API does not have. */
const printRequest = ({ method, path, operation, ignored }) => {
  process.stdout.write(`${method.padEnd(6)} ${path}  ${operation}\n`);
  for (const field of ignored) report(method, path, "ignored", `unknown field ${field}`);
};

const collect = (text, all) => [...all, text];

/** Double quotes work in every shell, as long as nothing in them has a meaning. */
const headerOf = (key) =>
  quoted(key) === key ? `"Authorization: Bearer ${key}"` : quoted(`Authorization: Bearer ${key}`);

const listening = (url, key) => `The sandbox is listening on ${url}

  curl -H ${headerOf(key)} ${url}/assistants/
  SYNTHFLOW_BASE_URL=${url} SYNTHFLOW_API_KEY=${quoted(key)} node your-script.mjs

Press Ctrl-C to stop it.
`;

const run = async (options) => {
  const { port, host, allowHost, allowOrigin, apiKey, agents, callDuration } = options;
  const { callsPerSecond, concurrentCalls, retryAfter } = options;
  if (retryAfter !== undefined && callsPerSecond === undefined && concurrentCalls === undefined)
    throw usage("--retry-after: it is sent only with --calls-per-second or --concurrent-calls");
  const { serveSandbox } = await import("../sandbox/serve.js");
  let server;
  try {
    server = await serveSandbox({
      port,
      host,
      allowHosts: allowHost,
      allowOrigins: allowOrigin,
      apiKey: apiKey === false ? null : apiKey,
      seed: options.seed === undefined ? undefined : await readJson(options.seed),
      agents,
      callDuration,
      rateLimits: { callsPerSecond, concurrentCalls, retryAfter },
      webhooks: options.webhooks ? "send" : "off",
      webhookSecret: options.webhookSecret,
      shapes: options.liveShapes ? "live" : "documented",
      onRequest: printRequest,
    });
  } catch (error) {
    if (error instanceof TypeError) throw usage(error.message, error);
    if (error instanceof Failure) throw error;
    throw new Failure(`cannot listen on port ${port}: ${error.message}`, 1, error);
  }
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => server.close().then(() => process.exit(0)));
  process.stdout.write(listening(server.url, apiKey || "test"));
};

export const addSandbox = (program) =>
  program
    .command("sandbox")
    .description(
      "serve a stateful Synthflow in memory, for development and tests without phone calls and costs",
    )
    .option("--port <port>", "port to listen on; 0 for a free one", integer(0, 65_535), 4010)
    .option("--host <address>", "address to listen on: by default, this machine only", "127.0.0.1")
    .option(
      "--allow-host <name>",
      "host name or IP address for others, needed with --host 0.0.0.0",
      collect,
      [],
    )
    .option(
      "--allow-origin <origin>",
      "origin of pages that may use it; loopback is always allowed",
      collect,
      [],
    )
    .option("--api-key <key>", "the only API key to accept (default: any)")
    .option("--no-api-key", "accept requests without an API key, too")
    .option("--seed <file>", "JSON file with agents, contacts, calls and others to begin with")
    .option(
      "--agents <count>",
      "agents at the start (default: 3, or none if the seed has agents)",
      integer(0),
    )
    .option("--call-duration <milliseconds>", "duration of a call until its end (default: 3000)", integer(0))
    .option("--calls-per-second <count>", "limit of call attempts; others get status 429", integer(0))
    .option(
      "--concurrent-calls <count>",
      "limit of calls at the same time; others get status 429",
      integer(0),
    )
    .option("--retry-after <seconds>", "header Retry-After with status 429 (default: none)", integer(0))
    .option(
      "--webhook-secret <secret>",
      "secret that webhooks are signed with (default: sandbox-webhook-secret)",
    )
    .option("--no-webhooks", "do not send webhooks")
    .option("--live-shapes", "respond in the shapes of real accounts where they differ from the reference")
    .option("--debug", "print the stack of an error")
    .addHelpText(
      "after",
      `
--allow-host and --allow-origin can be repeated. Requests for other hosts or from other origins get status 403.
Requests are printed on stdout; fields that the API does not have are ignored, and printed on stderr.

Control, without an API key: POST /__sandbox/seed, /fail, /reset, /call, /settle; GET /__sandbox/log.

Example:
  npx synthflow-wasm sandbox --port 4010 --call-duration 500`,
    )
    .action(run);
