/**
 * Runs the simulation suite of an agent, and exits with 1 unless every case succeeds: a regression test for CI.
 *
 *     node test-agent.mjs --suite <id> --minutes 15
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

const text = { type: "string" };
const options = { suite: text, turns: { ...text, default: "10" }, minutes: { ...text, default: "30" } };

/** Why a case failed; empty if it succeeded. */
const reasonsOf = ({ status, error_info: error, success_criteria_analysis: analysis }) => {
  if (status !== "completed" || !analysis) return [`not completed: ${error?.message ?? status}`];
  if (analysis.success) return [];
  const unmet = analysis.evaluations.filter(({ success }) => !success).map(({ reasoning }) => reasoning);
  return unmet.length > 0 ? unmet : ["no success"];
};

const main = async () => {
  const { suite: id, turns, minutes } = parseArgs({ options }).values;
  if (!id) throw new Error("expected --suite <id>");
  const client = new Synthflow();
  const suite = await client.simulationSuites.get(id);
  // A run of nothing would succeed.
  if (!suite.cases?.length) throw new Error(`the suite ${suite.name} has no cases`);
  const { session_id } = await client.simulationSuites.execute(id, {
    target_agent_id: suite.model_id,
    max_turns: Number(turns),
  });
  const timeout = Number(minutes) * 60_000;
  const { simulations } = await client.simulationRuns.sessions.wait(session_id, { timeout });
  const runs = new Map(simulations.map((run) => [run.simulation_case_id, run]));

  let failed = 0;
  for (const { simulation_case_id, name } of suite.cases) {
    const reasons = reasonsOf(runs.get(simulation_case_id) ?? { status: "not run" });
    if (reasons.length > 0) failed += 1;
    console.log(`${reasons.length > 0 ? "FAILED" : "ok    "} ${name}`);
    for (const reason of reasons) console.log(`       ${reason}`);
  }
  console.log(`${suite.cases.length - failed} of ${suite.cases.length} succeeded`);
  if (failed > 0) process.exitCode = 1;
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
