/** Webhook logs of calls that have ended, for agents that have a URL. The sandbox sends no webhooks. */

import { listCalls } from "./calls.js";
import { find } from "./find.js";
import { numbered } from "./paging.js";

/** The logs that Synthflow would have. */
const logs = (store) =>
  listCalls(store).flatMap((call) => {
    const { external_webhook_url: url } = store.agents.get(call.model_id) ?? {};
    if (!url || !call.end_call_reason) return [];
    const started = Number(call.start_time);
    return [
      {
        webhook_log_id: `log-${call.call_id}`,
        webhook_type: "external_webhook",
        webhook_url: url,
        http_method: "post",
        call_id: call.call_id,
        model_id: call.model_id,
        workspace_id: store.workspace,
        request_timestamp: new Date(started + call.duration * 1000).toISOString(),
        attempt_number: 1,
        request_headers: { "content-type": "application/json" },
        request_payload: {
          status: call.call_status,
          lead: { name: call.name, phone_number: call.phone_number_to },
          call: { status: call.call_status, call_id: call.call_id, transcript: call.transcript },
        },
        response_status_code: 200,
        duration_ms: 120,
        status: "success",
      },
    ];
  });

const matches = (query) => (log) =>
  (query.webhook_type === undefined || log.webhook_type === query.webhook_type) &&
  (query.status === undefined || log.status === query.status) &&
  (query.http_method === undefined || log.http_method === query.http_method) &&
  (query.assistant_id === undefined || log.model_id === query.assistant_id) &&
  (query.call_id === undefined || log.call_id === query.call_id) &&
  (query.search === undefined || JSON.stringify(log).includes(query.search)) &&
  (query.from_date === undefined || Date.parse(log.request_timestamp) >= Date.parse(query.from_date)) &&
  (query.to_date === undefined || Date.parse(log.request_timestamp) <= Date.parse(query.to_date));

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
  "webhookLogs.list": ({ store, query }) => ({
    status: "ok",
    response: numbered(logs(store).filter(matches(query)).reverse().map(short), query),
  }),
  "webhookLogs.get": ({ store, ids }) => {
    const byId = new Map(logs(store).map((log) => [log.webhook_log_id, log]));
    const { http_method: _, ...log } = find(byId, "webhook log", ids.webhook_log_id);
    return { status: "ok", response: log };
  },
};
