/** `synthflow-wasm webhooks` */

import { parse, sign } from "../webhooks/index.js";
import { Failure, usage } from "./errors.js";
import { readText } from "./input.js";
import { print, withOutput } from "./output.js";

const run = async (file, options) => {
  const secret = process.env[options.secretEnv];
  // What is not the name of a variable may be the secret.
  const name = /^[A-Z][A-Z\d_]*$/.test(options.secretEnv) ? options.secretEnv : "of --secret-env";
  if (!secret) throw usage(`the environment variable ${name} with the webhook secret is not set`);
  const event = parse(await readText(file));
  const call = event.event === "call_inbound" ? event.call_inbound : event.call;
  const id = call?.call_id;
  if (typeof id !== "string") throw new Failure("the event has no call_id, which is what a signature covers");
  const signature = await sign(id, secret);
  if (options.output === "json") print(JSON.stringify({ "synthflow-signature": signature }));
  else print(`synthflow-signature: ${signature}`);
};

export const addWebhooks = (program) => {
  const webhooks = program.command("webhooks").description("webhooks, for tests of their receiver");
  const command = webhooks
    .command("sign")
    .description("print the signature header for the body of a webhook");
  withOutput(command, "json, or table for the header in one line (default: table)")
    .argument("[file]", "file with the body; - is stdin", "-")
    .option("--secret-env <name>", "environment variable with the secret", "SYNTHFLOW_WEBHOOK_SECRET")
    .addHelpText(
      "after",
      `
Example:
  curl -X POST --data-binary @event.json -H "$(npx synthflow-wasm webhooks sign event.json)" http://localhost:3000/webhook`,
    )
    .action(run);
};
