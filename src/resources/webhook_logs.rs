//! Webhook logs: what Synthflow sent to your URLs, and what they answered.

use super::shared::JsonObject;

operations! {
    /// Webhook logs: what Synthflow sent to your URLs, and what they answered.
    pub WebhookLogs = "webhookLogs";

    /// Lists webhook logs of a workspace, the newest first.
    // Reference: List Webhook Logs (`ListWebhookLogs`); legacy: the changelog, New Webhook Logs Endpoints.
    #[see = "webhook-logs/list-webhook-logs"]
    fn list(; ListWebhookLogs) -> WebhookLogListItem = GET "/logs" page "items", safe, page;

    /// Gets a webhook log with both messages.
    // Reference: Get Webhook Log Detail (`GetWebhookLogDetail`); legacy: the changelog, New Webhook Logs
    // Endpoints.
    #[see = "webhook-logs/get-webhook-log-detail"]
    fn get(webhook_log_id; GetWebhookLog) -> WebhookLog = GET "/logs/{webhook_log_id}", safe;
}

model! {
    /// Query of `webhookLogs.list`.
    pub struct ListWebhookLogs {
        /// The workspace.
        workspace_id: String = [required],
        /// Number of the page, from 1.
        page_number: i64,
        /// Logs per page.
        page_size: i64,
        /// Text to search for.
        search: String,
        /// Kind.
        webhook_type: WebhookType,
        /// Result.
        status: WebhookStatus,
        /// Verb.
        http_method: WebhookVerb,
        /// Sent from this time on, ISO 8601.
        from_date: String,
        /// Sent up to this time, ISO 8601.
        to_date: String,
        /// The agent.
        assistant_id: String,
        /// The call.
        call_id: String,
    }

    /// Query of `webhookLogs.get`.
    pub struct GetWebhookLog {
        /// The workspace.
        workspace_id: String = [required],
    }

    /// A webhook log, in short.
    pub struct WebhookLogListItem {
        /// When it was sent, ISO 8601.
        request_timestamp: String = [required],
        /// Its id.
        webhook_log_id: String = [required],
        /// The agent.
        model_id: String = [required],
        /// Result.
        status: WebhookStatus = [required],
        /// Where it was sent.
        webhook_url: String,
        /// Status your URL answered with.
        response_status_code: i64 = [nullable],
        /// Verb.
        http_method: String,
    }

    /// A webhook log.
    // Reference: Get Webhook Log Detail (`GetWebhookLogDetail`).
    pub struct WebhookLog {
        /// Its id.
        webhook_log_id: String = [required],
        /// Kind.
        webhook_type: WebhookType = [required],
        /// Where it was sent.
        webhook_url: String = [required],
        /// The call.
        call_id: String = [required],
        /// The agent.
        model_id: String = [nullable],
        /// The workspace.
        workspace_id: String = [nullable],
        /// The action, where it is one.
        action_id: String = [nullable],
        /// When it was sent, ISO 8601.
        request_timestamp: String = [required],
        /// Which attempt it was, from 1.
        attempt_number: i64 = [required],
        /// Headers that were sent.
        request_headers: JsonObject = [required],
        /// Body that was sent.
        request_payload: JsonObject = [required],
        /// When the answer came, ISO 8601.
        response_timestamp: String = [nullable],
        /// Status of the answer.
        response_status_code: i64 = [nullable],
        /// Body of the answer.
        response_payload: JsonObject = [nullable],
        /// Headers of the answer.
        response_headers: JsonObject = [nullable],
        /// How long it took, in milliseconds.
        duration_ms: i64 = [nullable],
        /// Result.
        status: WebhookStatus = [required],
        /// What went wrong.
        error_message: String = [nullable],
        /// Who sent it: `user_agent`, `x_forwarded_for`, `x_real_ip`.
        request_origin: JsonObject = [nullable],
        /// Where in the flow: `stage`, `stage_name`, and sometimes `node`, `node_name`.
        flow_location: JsonObject = [nullable],
        /// Query that was sent.
        request_query_params: JsonObject = [nullable],
        /// Milliseconds until the first byte of the answer.
        response_ttfb_ms: i64 = [nullable],
        /// Size of the answer in bytes, headers included.
        response_size_total: i64 = [nullable],
        /// Size of the answer's body in bytes.
        response_size_body: i64 = [nullable],
    }
}

string_enum! {
    /// Kind of a webhook.
    pub closed WebhookType {
        /// After a call: `external_webhook_url`.
        ExternalWebhook = "external_webhook",
        /// When a call comes in: `inbound_call_webhook_url`.
        InboundWebhook = "inbound_webhook",
        /// A custom action.
        CustomAction = "custom_action",
    }

    /// Result of a webhook.
    pub closed WebhookStatus {
        /// There is no answer yet.
        Pending = "pending",
        /// Your URL answered well.
        Success = "success",
        /// Your URL did not, or could not be reached.
        Failed = "failed",
    }

    /// Verb of a webhook.
    pub closed WebhookVerb {
        /// GET.
        Get = "get",
        /// POST.
        Post = "post",
        /// PUT.
        Put = "put",
        /// PATCH.
        Patch = "patch",
        /// DELETE.
        Delete = "delete",
    }
}
