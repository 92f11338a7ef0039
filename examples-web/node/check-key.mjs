/**
 * Is my key good, and of which region? A key of another region is refused with status 401. Only reads.
 *
 *     node check-key.mjs
 */

import { Synthflow } from "synthflow-wasm";

const main = async () => {
  const client = new Synthflow();
  // With SYNTHFLOW_BASE_URL the key is not sent to Synthflow itself.
  const regions = process.env.SYNTHFLOW_BASE_URL ? undefined : ["us", "eu", "global"];
  const { ok, region, errors } = await client.check({ regions });
  if (ok) return console.log(region ? `The key is good: SYNTHFLOW_REGION=${region}` : "The key is good.");
  for (const [where, { message }] of Object.entries(errors)) console.error(`${where}: ${message}`);
  process.exitCode = 1;
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
