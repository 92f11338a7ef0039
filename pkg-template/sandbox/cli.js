#!/usr/bin/env node
/** `npx synthflow-wasm sandbox --port 4010` */

import { parseArgs } from "node:util";
import { serveSandbox } from "./serve.js";

const help = `synthflow-wasm sandbox [--port 4010] [--host 127.0.0.1] [--agents 3] [--call-duration 3000]
                       [--allow-host name]… [--allow-origin origin]…

Serves a stateful Synthflow in memory, for trying things without phone calls and without costs.

  --port           where it listens (default 4010, 0 takes a free one)
  --host           on which address (default 127.0.0.1: this machine only)
  --agents         how many agents it starts with
  --call-duration  milliseconds a call takes from its placing to its end
  --allow-host     a name or IP address by which others reach this machine, needed with --host 0.0.0.0
  --allow-origin   an origin whose pages may use it, such as https://app.example; those of this machine may

--allow-host and --allow-origin can be repeated. Requests to other hosts or of other origins get 403.
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

const whole = (values, name) => {
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

const port = whole(values, "port");
const agents = whole(values, "agents");
const callDuration = whole(values, "call-duration");
try {
  const { url, sandbox, close } = await serveSandbox({
    port,
    host: values.host,
    agents,
    callDuration,
    allowHosts: values["allow-host"],
    allowOrigins: values["allow-origin"],
  });
  process.stdout.write(`The sandbox listens at ${url}

  curl -H "Authorization: Bearer test" ${url}/assistants/
  SYNTHFLOW_BASE_URL=${url} SYNTHFLOW_API_KEY=test node your-script.mjs

Ctrl-C stops it.
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
