//! Webhook logs: requests that Synthflow sent to your URLs, with their responses.

use super::shared::JsonObject;

operations! {
    /// Webhook logs: requests that Synthflow sent to your URLs, with their responses.
    pub WebhookLogs = "webhookLogs";

    /// Lists the webhook logs of a workspace, newest first.
    // Reference: List Webhook Logs (`ListWebhookLogs`); legacy: the changelog, New Webhook Logs Endpoints.
    #[see = "webhook-logs/list-webhook-logs"]
    #[example = r#"
        const failed = client.webhookLogs.list({
          workspace_id: "1700000000000x000000000000000000",
          status: "failed",
        });
        for await (const log of failed) console.log(log.webhook_url, log.response_status_code);
    "#]
    fn list(; ListWebhookLogs) -> WebhookLogListItem = GET "/logs" page "items", safe, page;

    /// Gets a webhook log with its request and response.
    // Reference: Get Webhook Log Detail (`GetWebhookLogDetail`); legacy: the changelog, New Webhook Logs
    // Endpoints.
    #[see = "webhook-logs/get-webhook-log-detail"]
    fn get(webhook_log_id; GetWebhookLog) -> WebhookLog = GET "/logs/{webhook_log_id}", safe;
}

model! {
    /// Query of `webhook_logs.list`.
    pub struct ListWebhookLogs {
        /// Workspace id.
        workspace_id: String = [required, not_empty],
        /// Page number, from 1.
        page_number: i64 = [at_least(1.0)],
        /// Page size.
        page_size: i64 = [at_least(1.0)],
        /// Text to search for.
        search: String,
        /// Webhook type.
        webhook_type: WebhookType,
        /// Delivery status.
        status: WebhookStatus,
        /// HTTP method.
        http_method: WebhookVerb,
        /// Earliest request time, ISO 8601.
        from_date: String = [date_time],
        /// Latest request time, ISO 8601.
        to_date: String = [date_time],
        /// Agent id.
        assistant_id: String = [not_empty],
        /// Call id.
        call_id: String = [not_empty],
    }

    /// Query of `webhook_logs.get`.
    pub struct GetWebhookLog {
        /// Workspace id.
        workspace_id: String = [required, not_empty],
    }

    /// A webhook log in a list.
    pub struct WebhookLogListItem {
        /// Request time, ISO 8601.
        request_timestamp: String = [required],
        /// Webhook log id.
        webhook_log_id: String = [required],
        /// Agent id.
        model_id: String = [required],
        /// Delivery status.
        status: WebhookStatus = [required],
        /// Webhook URL.
        webhook_url: String,
        /// HTTP status of the response.
        response_status_code: i64 = [nullable],
        /// HTTP method.
        http_method: String,
    }

    /// A webhook log.
    // Reference: Get Webhook Log Detail (`GetWebhookLogDetail`).
    pub struct WebhookLog {
        /// Webhook log id.
        webhook_log_id: String = [required],
        /// Webhook type.
        webhook_type: WebhookType = [required],
        /// Webhook URL.
        webhook_url: String = [required],
        /// Call id.
        call_id: String = [required],
        /// Agent id.
        model_id: String = [nullable],
        /// Workspace id.
        workspace_id: String = [nullable],
        /// Action id of a custom action.
        action_id: String = [nullable],
        /// Request time, ISO 8601.
        request_timestamp: String = [required],
        /// Attempt number, from 1.
        attempt_number: i64 = [required],
        /// Request headers.
        request_headers: JsonObject = [required],
        /// Request body.
        request_payload: JsonObject = [required],
        /// Response time, ISO 8601.
        response_timestamp: String = [nullable],
        /// HTTP status of the response.
        response_status_code: i64 = [nullable],
        /// Response body.
        response_payload: JsonObject = [nullable],
        /// Response headers.
        response_headers: JsonObject = [nullable],
        /// Duration, in milliseconds.
        duration_ms: i64 = [nullable],
        /// Delivery status.
        status: WebhookStatus = [required],
        /// Error message.
        error_message: String = [nullable],
        /// Origin of the request: `user_agent`, `x_forwarded_for`, `x_real_ip`.
        request_origin: JsonObject = [nullable],
        /// Location in the flow: `stage`, `stage_name`, optionally `node`, `node_name`.
        flow_location: JsonObject = [nullable],
        /// Request query.
        request_query_params: JsonObject = [nullable],
        /// Time to the first byte of the response, in milliseconds.
        response_ttfb_ms: i64 = [nullable],
        /// Response size including headers, in bytes.
        response_size_total: i64 = [nullable],
        /// Response body size, in bytes.
        response_size_body: i64 = [nullable],
    }
}

string_enum! {
    /// Type of a webhook.
    pub closed WebhookType {
        /// Post-call webhook: `external_webhook_url`.
        ExternalWebhook = "external_webhook",
        /// Inbound call webhook: `inbound_call_webhook_url`.
        InboundWebhook = "inbound_webhook",
        /// Custom action.
        CustomAction = "custom_action",
    }

    /// Delivery status of a webhook.
    pub closed WebhookStatus {
        /// No response yet.
        Pending = "pending",
        /// Your URL responded successfully.
        Success = "success",
        /// Your URL responded with an error or could not be reached.
        Failed = "failed",
    }

    /// HTTP method of a webhook.
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
