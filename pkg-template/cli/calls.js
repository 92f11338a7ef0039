/** `synthflow-wasm calls` */

import { InvalidArgumentError } from "commander";
import { dateOf } from "../calls/date.js";
import { isIncoming } from "../shared/direction.js";
import { didYouMean } from "../shared/nearest.js";
import { integer, withClient, withRequests } from "./client.js";
import { addCreate } from "./create.js";
import { usage } from "./errors.js";
import { listUpTo } from "./list.js";
import { clean, isTable, note, printFields, printList, printRows } from "./output.js";

/** The number of the person: the other one is the agent's. */
const phoneOf = (call) =>
  call.lead_phone_number ?? (isIncoming(call.type_of_call) ? call.phone_number_from : call.phone_number_to);

/** The time of a call; as it came, where it is none. */
const timeOf = ({ start_time: time }) => dateOf(time)?.toISOString() ?? time;

const COLUMNS = {
  call_id: (call) => call.call_id,
  status: (call) => call.call_status ?? call.status,
  start_time: timeOf,
  seconds: (call) => call.duration,
  phone: phoneOf,
  name: (call) => call.lead_name ?? call.name,
};

/** Params of the list by the options that set them. */
const FILTERS = {
  agent: "model_id",
  phone: "lead_phone_number",
  status: "call_status",
  "from-date": "from_date",
  "to-date": "to_date",
};

/** Throws if an option is invalid, with the text that was given: an issue of the client names only its type. */
const checkFilters = async (params) => {
  const { check } = await import("synthflow-wasm");
  const { lead_phone_number: phone, call_status: status } = params;
  // The API accepts any text as the number of a list, and finds nothing by most.
  const called = phone === undefined ? [] : check("calls.create", { model_id: "a", name: "a", phone });
  const numbers = called.map((issue) => ({ ...issue, path: FILTERS.phone }));
  const issues = [...check("calls.list", params), ...numbers].map(({ path, expected }) => {
    const option = Object.keys(FILTERS).find((name) => FILTERS[name] === path);
    return `--${option}: expected ${expected}, got ${JSON.stringify(params[path])}`;
  });
  if (issues.length > 0) throw usage(issues.join("; "));
  if (status === undefined) return;
  const { schemaOf } = await import("synthflow-wasm/schema");
  const { examples } = schemaOf("calls.list").$defs.CallStatus;
  // The API adds to this list: no reason to refuse it.
  if (!examples.includes(status))
    note(
      `synthflow-wasm: --status: ${clean(JSON.stringify(status))} is not a known status${didYouMean(status, examples)}`,
    );
};

const list = async (options) => {
  const { agent, phone, status, fromDate, toDate, limit } = options;
  const filters = { model_id: agent, lead_phone_number: phone, call_status: status };
  const params = { ...filters, from_date: fromDate, to_date: toDate };
  await checkFilters(params);
  await withRequests(options, async (client, signal) => {
    printList(await listUpTo(client.calls.list(params, { signal }), limit), COLUMNS, options);
  });
};

/** Prints a call. In a table, turns of the transcript and values of extractors have lines of their own. */
const printCall = async (call, options) => {
  if (!isTable(options)) return printFields(call, options);
  const { extractions, summarize } = await import("synthflow-wasm/calls");
  const { transcript, executed_actions, ...fields } = call;
  const summary = summarize(call);
  const others = Object.entries(executed_actions ?? {}).filter(
    ([name, action]) => Object.keys(extractions({ [name]: action })).length === 0,
  );
  return printRows([
    ...Object.entries({ ...fields, start_time: timeOf(call) }),
    ...summary.transcript.map(({ role, text }) => [role, text]),
    ...Object.entries(summary.extractions).map(([name, value]) => [`extracted ${name}`, value ?? "nothing"]),
    ...others.map(([name, action]) => [`executed ${name}`, action?.return_value]),
  ]);
};

/** Reads the id of a call. */
const idOf = (text) => {
  if (text.trim()) return text;
  throw new InvalidArgumentError("expected the id of a call, got a blank string");
};

export const addCalls = (program) => {
  const calls = program.command("calls").description("phone calls");
  withClient(calls.command("list").description("list the calls of an agent, in the order of the API"))
    .requiredOption("--agent <model_id>", "id of the agent")
    .option("--phone <number>", "only calls with this person, in E.164 format")
    .option("--status <status>", "only calls with this status, such as completed")
    .option("--from-date <time>", "start of the time range, such as 2026-04-01 or an ISO 8601 time")
    .option("--to-date <time>", "end of the time range, exclusive")
    .option("--limit <count>", "maximum number of calls", integer(1), 50)
    .addHelpText(
      "after",
      "\nExample:\n  npx synthflow-wasm calls list --agent YOUR_AGENT_ID --from-date 2026-04-01 --status completed",
    )
    .action(list);
  withClient(calls.command("get").description("get a call"))
    .argument("<call_id>", "id of the call", idOf)
    .addHelpText("after", "\nExample:\n  npx synthflow-wasm calls get YOUR_CALL_ID --output json")
    .action((id, options) =>
      withRequests(options, async (client, signal) => {
        await printCall(await client.calls.get(id, { signal }), options);
      }),
    );
  withClient(calls.command("wait").description("wait until a call has ended, and get it"))
    .argument("<call_id>", "id of the call", idOf)
    .option("--interval <milliseconds>", "pause between two requests", integer(1), 2000)
    .option("--timeout <milliseconds>", "maximum time to wait", integer(1), 3_600_000)
    .addHelpText(
      "after",
      "\nEach status is printed on stderr. A call that failed has ended, too: the exit code is 0.\n\nExample:\n  npx synthflow-wasm calls wait YOUR_CALL_ID --timeout 600000",
    )
    .action((id, options) =>
      withRequests(options, async (client, signal) => {
        const { interval, timeout } = options;
        const onChange = ({ status }) => note(clean(status));
        await printCall(await client.calls.wait(id, { interval, timeout, signal, onChange }), options);
      }),
    );
  addCreate(calls);
};
