/** `synthflow-wasm calls create`: it rings a phone, so it needs `--yes`, and is never retried. */

import { isObject } from "../shared/own.js";
import { withClient, withRequests } from "./client.js";
import { FAILED, Failure, messageOf, state, UNKNOWN, USAGE, usage } from "./errors.js";
import { readJson } from "./input.js";
import { printIssues } from "./issues.js";
import { clean, note, printFields, quoted } from "./output.js";

const toPairs = (entries) => entries.map(([key, value]) => ({ key, value }));

/**
 * The variables of the file, in their form, and those that are added: two of a name would be one of them only, and it is not known
 * which. What else is wrong with them the check says.
 */
const variablesOf = ({ custom_variables: given = [] }, added) => {
  const isList = Array.isArray(given);
  if (!isList && !isObject(given))
    throw usage("--variable: custom_variables in the file of --params: expected pairs or an object");
  const isThere = ([name]) =>
    isList
      ? given.some((pair) => (pair?.key ?? String(pair).split(":")[0]) === name)
      : Object.hasOwn(given, name);
  const twice = added.find(isThere);
  if (twice) throw usage(`--variable: ${twice[0]} is in the file of --params, too`);
  return isList ? [...given, ...toPairs(added)] : { ...given, ...Object.fromEntries(added) };
};

/** What is given by options, over what is in the file. */
const paramsOf = async ({ params: file, agent, phone, name, variable }) => {
  const given = file === undefined ? {} : await readJson(file);
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw usage(`${file}: expected a JSON object with the params of the call`);
  const params = { ...given };
  if (agent !== undefined) params.model_id = agent;
  if (phone !== undefined) params.phone = phone;
  if (name !== undefined) params.name = name;
  if (variable) params.custom_variables = variablesOf(params, variable);
  return params;
};

/** Where the call would be placed from. */
const destinationOf = ({ region, baseUrl }) => {
  const { SYNTHFLOW_BASE_URL, SYNTHFLOW_REGION } = process.env;
  if (baseUrl || (!region && SYNTHFLOW_BASE_URL)) return baseUrl || SYNTHFLOW_BASE_URL;
  return `region ${region ?? (SYNTHFLOW_REGION || "global")}`;
};

/** A minute earlier, since clocks differ. */
const MARGIN_MS = 60_000;

/** What to do if the call may have been placed. */
const adviceOn = ({ startedAt }, { model_id, phone }, { region, baseUrl }) => {
  const from = new Date(startedAt.getTime() - MARGIN_MS).toISOString();
  const where = [region && ` --region ${region}`, baseUrl && ` --base-url ${quoted(baseUrl)}`];
  const call = JSON.stringify({ model_id, phone, since: startedAt });
  return [
    "The call may have been placed. Do not place it again before you know; it may be listed late. Look for it:",
    `  npx synthflow-wasm calls list --agent ${quoted(model_id)} --phone ${quoted(phone)} --from-date ${from}${where.filter(Boolean).join("")}`,
    `or in a program, which looks until it is found or a minute has passed: client.calls.findPlaced(${clean(call)})`,
  ];
};

const place = (params, options) =>
  withRequests(options, async (client, signal) => {
    try {
      const placed = await client.calls.create(params, { signal, maxRetries: 0 });
      state.isPlaced = true;
      // Also on stderr, since stdout may be a full disk.
      note(`synthflow-wasm: the call was placed: ${clean(placed.call_id)}`);
      printFields(placed, options);
    } catch (error) {
      if (error?.outcome !== "unknown") throw error;
      throw new Failure(messageOf(error), UNKNOWN, error, adviceOn(error, params, options));
    }
  });

const create = async (options) => {
  const params = await paramsOf(options);
  const { check } = await import("synthflow-wasm");
  const issues = check("calls.create", params);
  if (issues.length > 0) {
    printIssues(issues, options);
    note("synthflow-wasm: nothing was sent: the params have issues");
    process.exitCode = FAILED;
    return;
  }
  if (options.yes !== true) {
    printFields(params, options);
    note(
      `synthflow-wasm: nothing was sent. This would call ${params.phone} (${clean(destinationOf(options))}).`,
    );
    note("Add --yes to place the call.");
    process.exitCode = USAGE;
    return;
  }
  await place(params, options);
};

const pair = (text, all = []) => {
  const at = text.indexOf("=");
  if (at < 1) throw usage(`--variable: expected name=value`);
  const name = text.slice(0, at);
  if (all.some(([known]) => known === name)) throw usage(`--variable: ${name} is given twice`);
  return [...all, [name, text.slice(at + 1)]];
};

export const addCreate = (calls) => {
  withClient(calls.command("create").description("place a call: a phone rings, and it costs money"))
    .option("--agent <model_id>", "id of the outbound agent")
    .option("--phone <number>", "number to call, in E.164 format")
    .option("--name <name>", "name of the person")
    .option("--variable <name=value>", "variable for the prompt; can be repeated", pair)
    .option("--params <file>", "JSON file with these and other params of calls.create; - is stdin")
    .option("--yes", "place the call; without it, only what would be sent is printed")
    .addHelpText(
      "after",
      `
Without --yes, the params are checked and printed, no request is sent, and the exit code is 2. The request is never retried. With
exit code 3, the call may have been placed: the message says how to find out.

Example:
  npx synthflow-wasm calls create --agent YOUR_AGENT_ID --phone +14155550123 --name Sam --variable time=9:30 --yes`,
    )
    .action(create);
};
