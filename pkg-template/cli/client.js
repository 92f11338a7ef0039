/** The client of a command: its key is in the environment, never among the arguments. */

import { InvalidArgumentError, Option } from "commander";
import { messageOf, usage } from "./errors.js";
import { note, withOutput } from "./output.js";

/** Adds the options of every command that sends requests. */
export const withClient = (command) =>
  withOutput(command)
    .addOption(
      new Option("--region <region>", "region of the API key (default: SYNTHFLOW_REGION)").choices([
        "us",
        "eu",
        "global",
      ]),
    )
    .addOption(
      new Option("--base-url <url>", "base URL of the API (default: SYNTHFLOW_BASE_URL)").conflicts("region"),
    )
    .option(
      "--allow-http",
      "plain http to a host other than this machine, such as a sandbox in a private network",
    );

/** Lines of the client are no results. */
const logger = { error: note, warn: note, info: note, debug: note };

/** Runs a function with a client and a signal, which fires at Ctrl-C. */
export const withRequests = async ({ region, baseUrl, allowHttp }, run) => {
  const { Synthflow } = await import("synthflow-wasm");
  let client;
  try {
    client = new Synthflow({ region, baseURL: baseUrl, dangerouslyAllowHttp: allowHttp, logger });
  } catch (error) {
    throw usage(messageOf(error).replace("set dangerouslyAllowHttp", "pass --allow-http"), error);
  }
  const controller = new AbortController();
  const stop = () => controller.abort();
  const signals = ["SIGINT", "SIGTERM"];
  for (const name of signals) process.once(name, stop);
  try {
    return await run(client, controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
  }
};

/** Reads an option that is an integer, from `least`. */
export const integer = (least) => (text) => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > 10_000_000)
    throw new InvalidArgumentError(`expected an integer from ${least} to 10000000`);
  return number;
};
