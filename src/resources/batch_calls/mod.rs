//! Batch calls: calls to a list of recipients, which Synthflow places over time.

mod responses;

pub use responses::*;

use super::shared::JsonObject;

operations! {
    /// Batch calls: calls to up to 10,000 recipients per request, which Synthflow places over time. Enterprise plan.
    pub BatchCalls = "batchCalls";

    /// Creates a batch, which calls all its recipients, or appends recipients to the batch `batch_call_id`. Without
    /// `trigger_timestamp`, dialing starts immediately.
    ///
    /// A recipient whose `id` is already in the batch is skipped. Set an `id` on every task: appending is then also retried
    /// after transient failures, and can be repeated after an error with the outcome `unknown` without calling anyone twice.
    // Reference: Create a batch call (`create-batch-call`).
    #[see = "calls/create-batch-call"]
    #[example = r#"
        const { batch_call_id } = await client.batchCalls.create({
          name: "Appointment reminders",
          model_id: "your-agent-id",
          from_phone_number: "+14155550100",
          tasks: [{ id: "appointment-1", to_phone_number: "+14155550123", lead_name: "Ada" }],
        });
    "#]
    #[creates = "batch_call_id"]
    #[appends = "tasks id"]
    fn create(; CreateBatchCall) -> BatchCall = POST "/calls/batch", non_idempotent;

    /// Lists the batches of the workspace, 20 per page by default.
    // Reference: List batch calls (`list-batch-calls`).
    #[see = "calls/list-batch-calls"]
    fn list(; ListBatchCalls) -> BatchCall = GET "/calls/batch" page "batch_calls", safe, offset;

    /// Gets a batch with its counts.
    // Reference: Get a batch call (`get-batch-call`).
    #[see = "calls/get-batch-call"]
    #[wait("batch", "status", "", "completed canceled")]
    fn get(batch_call_id) -> BatchCall = GET "/calls/batch/{batch_call_id}", safe;

    /// Lists the recipients of a batch in the order they were added, 20 per page by default. Includes those
    /// not yet dialed and those for whom no call could be placed. For the calls, use `calls.list` with `batch_call_id`, once for
    /// each agent that calls recipients of the batch.
    // Reference: List batch call recipients (`list-batch-call-recipients`).
    #[see = "calls/list-batch-call-recipients"]
    #[example = r#"
        for await (const task of client.batchCalls.listTasks("your-batch-call-id", { status: "failed" })) {
          console.log(task.to_phone_number, task.error_message);
        }
    "#]
    fn list_tasks(batch_call_id; ListBatchCallTasks) -> BatchCallTask
        = GET "/calls/batch/{batch_call_id}/tasks" page "tasks", safe, offset;

    /// Pauses a scheduled batch, or one in progress. Calls under way continue.
    // Reference: Pause a batch call (`pause-batch-call`).
    #[see = "calls/pause-batch-call"]
    fn pause(batch_call_id) -> BatchCall = POST "/calls/batch/{batch_call_id}/pause", idempotent;

    /// Resumes a paused batch.
    // Reference: Resume a batch call (`resume-batch-call`).
    #[see = "calls/resume-batch-call"]
    fn resume(batch_call_id) -> BatchCall = POST "/calls/batch/{batch_call_id}/resume", idempotent;

    /// Cancels a batch permanently. Recipients not yet dialed are not called; calls under way continue.
    // Reference: Cancel a batch call (`cancel-batch-call`).
    #[see = "calls/cancel-batch-call"]
    fn cancel(batch_call_id) -> BatchCall = POST "/calls/batch/{batch_call_id}/cancel", idempotent;
}

model! {
    /// Body of `batch_calls.create`.
    // Reference: Create a batch call (`create-batch-call`).
    #[rules(
        unless("batch_call_id", &[]).needs("model_id"),
        unless("batch_call_id", &[]).needs("from_phone_number"),
        distinct(&["tasks.id"]),
    )]
    pub struct CreateBatchCall {
        /// Name of the batch.
        name: String,
        /// Id of the outbound agent. Required for a new batch, ignored when appending.
        model_id: String = [not_empty],
        /// Caller ID, in E.164 format. Required for a new batch, ignored when appending.
        from_phone_number: String = [e164],
        /// Batch to which the tasks are appended. If omitted, a new batch is created.
        batch_call_id: String = [not_empty],
        /// Time of the first call, in milliseconds since the epoch. If omitted, dialing starts immediately.
        trigger_timestamp: i64 = [range(100000000000.0, 100000000000000.0), misnamed("scheduled_time,scheduled_at,schedule")],
        /// Number of concurrent calls kept free for calls outside this batch.
        reserved_concurrency: i64 = [at_least(0.0)],
        /// Hours in which calls are placed.
        call_time_window: BatchCallTimeWindow,
        /// Recipients, from 1 to 10,000.
        tasks: Vec<BatchCallTaskInput> = [required, range(1.0, 10000.0), misnamed("calls,recipients,contacts,people")],
    }

    /// Hours in which a batch places calls.
    pub struct BatchCallTimeWindow {
        /// Whether the hours apply.
        enable: bool,
        /// Hours of each weekday, in the agent's time zone. Their form is not documented by the API.
        weekly_hours: serde_json::Value,
    }

    /// A recipient of a batch.
    pub struct BatchCallTaskInput {
        /// Number to call, in E.164 format.
        to_phone_number: String = [required, e164, misnamed("phone,phone_number,lead_phone_number,to,to_number,number")],
        /// Your own id of the recipient, unique within the batch. A task whose id is already in the batch is skipped, so
        /// that repeating a request calls nobody twice; two tasks of a request with the same id are refused.
        id: String = [not_empty],
        /// Name of the person to call.
        lead_name: String = [misnamed("name")],
        /// Email address of the person.
        lead_email: String,
        /// Prompt variables: an object of names and values.
        custom_variables: JsonObject,
        /// Id of another agent for this recipient.
        override_model_id: String = [not_empty],
    }

    /// Query of `batch_calls.list`.
    pub struct ListBatchCalls {
        /// Batches per page. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first batch. Default 0.
        offset: i64 = [at_least(0.0)],
    }

    /// Query of `batch_calls.list_tasks`.
    pub struct ListBatchCallTasks {
        /// Recipients per page. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first recipient. Default 0.
        offset: i64 = [at_least(0.0)],
        /// Status of the recipients.
        status: BatchCallTaskStatus,
    }
}
