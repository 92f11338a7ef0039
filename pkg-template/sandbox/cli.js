#!/usr/bin/env node
/** `npx synthflow-wasm sandbox --port 4010` */

import { parseArgs } from "node:util";
import { serveSandbox } from "./serve.js";

const help = `synthflow-wasm sandbox [--port 4010] [--host 127.0.0.1] [--agents 3] [--call-duration 3000]
                       [--allow-host name]… [--allow-origin origin]…

Serves a stateful Synthflow in memory, for development and tests without phone calls and costs.

  --port           port to listen on (default 4010; 0 for a free one)
  --host           address to listen on (default 127.0.0.1: this machine only)
  --agents         number of agents at the start (default 3)
  --call-duration  duration of a call until its end, in milliseconds (default 3000)
  --allow-host     host name or IP address of this machine for others, needed with --host 0.0.0.0
  --allow-origin   origin of pages that may use it, such as https://app.example; loopback is always allowed

--allow-host and --allow-origin can be repeated. Requests for other hosts or from other origins get status 403.
`;

const fail = (why) => {
  process.stderr.write(`synthflow-wasm: ${why}\n\n${help}`);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string", default: "4010" },
        host: { type: "string", default: "127.0.0.1" },
        agents: { type: "string", default: "3" },
        "call-duration": { type: "string", default: "3000" },
        "allow-host": { type: "string", multiple: true, default: [] },
        "allow-origin": { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return fail(error.message);
  }
};

const integer = (values, name) => {
  const number = Number(values[name]);
  if (values[name] === "" || !Number.isInteger(number) || number < 0 || number > 10_000_000) {
    fail(`--${name}: expected an integer, got "${values[name]}"`);
  }
  return number;
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
const agents = integer(values, "agents");
const callDuration = integer(values, "call-duration");
try {
  const { url, sandbox, close } = await serveSandbox({
    port,
    host: values.host,
    agents,
    callDuration,
    allowHosts: values["allow-host"],
    allowOrigins: values["allow-origin"],
  });
  process.stdout.write(`The sandbox is listening on ${url}

  curl -H "Authorization: Bearer test" ${url}/assistants/
  SYNTHFLOW_BASE_URL=${url} SYNTHFLOW_API_KEY=test node your-script.mjs

Press Ctrl-C to stop it.
`);
  const push = sandbox.requests.push.bind(sandbox.requests);
  sandbox.requests.push = (request) => {
    process.stdout.write(`${request.method.padEnd(6)} ${request.path}  ${request.operation}\n`);
    return push(request);
  };
  process.on("SIGINT", () => close().then(() => process.exit(0)));
} catch (error) {
  if (error instanceof TypeError) fail(error.message);
  process.stderr.write(`synthflow-wasm: cannot listen on port ${port}: ${error.message}\n`);
  process.exit(1);
}
