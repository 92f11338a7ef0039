/** `synthflow-wasm agents` */

import { integer, withClient, withRequests } from "./client.js";
import { listUpTo } from "./list.js";
import { printList } from "./output.js";

const COLUMNS = {
  model_id: (agent) => agent.model_id,
  type: (agent) => agent.type,
  name: (agent) => agent.name,
  phone_number: (agent) => agent.phone_number,
};

export const addAgents = (program) => {
  const agents = program.command("agents").description("agents of the workspace");
  withClient(agents.command("list").description("list agents"))
    .option("--limit <count>", "maximum number of agents", integer(1), 50)
    .addHelpText("after", "\nExample:\n  npx synthflow-wasm agents list --region eu --output json")
    .action((options) =>
      withRequests(options, async (client, signal) => {
        const found = await listUpTo(client.agents.list({}, { signal }), options.limit);
        printList(found, COLUMNS, options);
      }),
    );
};
