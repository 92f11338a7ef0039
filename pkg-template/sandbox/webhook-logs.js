/** The log of the webhooks that the sandbox has sent: one entry per request. */

import { timeOf } from "./dates.js";
import { forbiddenLogs } from "./errors.js";
import { find } from "./find.js";
import { numbered } from "./paging.js";
import { checkWorkspace } from "./workspaces.js";

const logsOf = ({ store, query }) => {
  checkWorkspace(store, query.workspace_id, forbiddenLogs);
  return store.delivery.entries.filter(({ workspace_id: id }) => id === query.workspace_id);
};

const matches = (query) => (log) =>
  (query.webhook_type === undefined || log.webhook_type === query.webhook_type) &&
  (query.status === undefined || log.status === query.status) &&
  (query.http_method === undefined || log.http_method === query.http_method) &&
  (query.assistant_id === undefined || log.model_id === query.assistant_id) &&
  (query.call_id === undefined || log.call_id === query.call_id) &&
  (query.search === undefined || JSON.stringify(log).includes(query.search)) &&
  (query.from_date === undefined || Date.parse(log.request_timestamp) >= timeOf(query.from_date)) &&
  (query.to_date === undefined || Date.parse(log.request_timestamp) <= timeOf(query.to_date));

const short = (log) => ({
  request_timestamp: log.request_timestamp,
  webhook_log_id: log.webhook_log_id,
  model_id: log.model_id,
  status: log.status,
  webhook_url: log.webhook_url,
  response_status_code: log.response_status_code,
  http_method: log.http_method,
});

export const webhookLogs = {
  "webhookLogs.list": (request) => {
    const { query } = request;
    const found = logsOf(request).filter(matches(query));
    return { status: "ok", response: numbered(found.reverse().map(short), query) };
  },
  "webhookLogs.get": (request) => {
    const byId = new Map(logsOf(request).map((log) => [log.webhook_log_id, log]));
    const { http_method: _, ...log } = find(byId, "webhook log", request.ids.webhook_log_id);
    return { status: "ok", response: log };
  },
};
