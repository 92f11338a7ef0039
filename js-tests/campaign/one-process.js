/** A campaign in a process of its own, which a test kills: `node one-process.js URL JOURNAL COUNT`. */

import { Synthflow } from "synthflow-wasm";
import { runCampaign } from "synthflow-wasm/campaign";
import { fileJournal } from "synthflow-wasm/campaign-file";

const [url, path, count] = process.argv.slice(2);
const client = new Synthflow({ apiKey: "test", baseURL: url, logLevel: "off" });
const { data } = await client.agents.list();
const { line } = await runCampaign({
  client,
  people: Array.from({ length: Number(count) }, (_, at) => ({
    name: `P${at}`,
    phone: `+1415555${1000 + at}`,
  })),
  call: { model_id: data.find(({ type }) => type === "outbound").model_id },
  journal: fileJournal(path),
  pace: { callsPerSecond: 200, maxInFlight: 10 },
  follow: { interval: 20 },
  lookup: { timeout: 300, interval: 50 },
});
console.log(line);
