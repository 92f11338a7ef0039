/** The client of a command: its key is in the environment, never among the arguments. */

import { InvalidArgumentError, Option } from "commander";
import { messageOf, usage } from "./errors.js";
import { clean, note, withOutput } from "./output.js";

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

/** A message of the client with what sets its options here: `--region` has been checked, so a wrong one is in the environment. */
const named = (message, baseUrl) =>
  message
    .replace(/^client option apiKey: it is empty.*/, "there is no API key: set SYNTHFLOW_API_KEY")
    .replace("client option apiKey", "SYNTHFLOW_API_KEY")
    .replace(
      /^client option region: (.*), got .*/,
      (_, expected) => `SYNTHFLOW_REGION: ${expected}, got "${clean(process.env.SYNTHFLOW_REGION)}"`,
    )
    .replace("client option baseURL", baseUrl === undefined ? "SYNTHFLOW_BASE_URL" : "--base-url")
    .replace("the client option region", "--region or SYNTHFLOW_REGION")
    .replace("set dangerouslyAllowHttp", "pass --allow-http");

/** Lines of the client are no results. */
const log = (line) => note(named(line));
const logger = { error: log, warn: log, info: log, debug: log };

/** Runs a function with a client and a signal, which fires at Ctrl-C. */
export const withRequests = async ({ region, baseUrl, allowHttp }, run) => {
  const { Synthflow } = await import("synthflow-wasm");
  let client;
  try {
    client = new Synthflow({ region, baseURL: baseUrl, dangerouslyAllowHttp: allowHttp, logger });
  } catch (error) {
    throw usage(named(messageOf(error), baseUrl), error);
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

/** Reads an option that is an integer, from `least` to `most`. */
export const integer =
  (least, most = 10_000_000) =>
  (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`expected an integer from ${least} to ${most}`);
    return number;
  };
