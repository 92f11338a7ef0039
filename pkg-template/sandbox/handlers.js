/** The handler of each operation, by name; HTTP method and path are in the list of operations. */

import { actions } from "./actions.js";
import { agents } from "./agents.js";
import { analytics } from "./analytics.js";
import { batchCalls } from "./batch-calls.js";
import { calls } from "./calls.js";
import { chats } from "./chats.js";
import { contacts } from "./contacts.js";
import { knowledgeBases } from "./knowledge-bases.js";
import { mcp } from "./mcp.js";
import { memoryStores } from "./memory-stores.js";
import { phoneBooks } from "./phone-books.js";
import { phoneNumbers } from "./phone-numbers.js";
import { simulationRuns } from "./simulation-runs.js";
import { simulations } from "./simulations.js";
import { subaccounts } from "./subaccounts.js";
import { voices } from "./voices.js";
import { webhookLogs } from "./webhook-logs.js";

export const handlers = {
  ...actions,
  ...agents,
  ...analytics,
  ...batchCalls,
  ...calls,
  ...chats,
  ...contacts,
  ...knowledgeBases,
  ...mcp,
  ...memoryStores,
  ...phoneBooks,
  ...phoneNumbers,
  ...simulationRuns,
  ...simulations,
  ...subaccounts,
  ...voices,
  ...webhookLogs,
};
