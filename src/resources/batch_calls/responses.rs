//! Responses of the operations of batch calls: a batch, its recipients, their states.

use super::super::shared::JsonObject;

model! {
    /// A batch of calls.
    // Reference: Get a batch call (`get-batch-call`).
    pub struct BatchCall {
        /// Batch id.
        batch_call_id: String = [required],
        /// Name of the batch.
        name: String = [nullable],
        /// Caller ID, in E.164 format.
        from_phone_number: String = [nullable],
        /// Agent id.
        model_id: String = [nullable],
        /// Status.
        status: BatchCallStatus = [nullable],
        /// Number of recipients.
        total_task_count: i64 = [nullable],
        /// Number of recipients whose call was placed.
        dispatched_count: i64 = [nullable],
        /// Number of recipients whose call could not be placed.
        failed_count: i64 = [nullable],
        /// Number of recipients not yet dialed.
        pending_count: i64 = [nullable],
        /// Creation time, as a string or a number.
        created_at: serde_json::Value = [nullable],
    }

    /// A recipient of a batch.
    // Reference: List batch call recipients (`list-batch-call-recipients`).
    pub struct BatchCallTask {
        /// Number to call, in E.164 format.
        to_phone_number: String = [nullable],
        /// Your own id of the recipient.
        id: String = [nullable],
        /// Name of the person to call.
        lead_name: String = [nullable],
        /// Email address of the person.
        lead_email: String = [nullable],
        /// Prompt variables.
        custom_variables: JsonObject = [nullable],
        /// Id of another agent for this recipient.
        override_model_id: String = [nullable],
        /// Status.
        status: BatchCallTaskStatus = [nullable],
        /// Why no call was placed.
        error_message: String = [nullable],
    }
}

string_enum! {
    /// Status of a batch.
    pub open BatchCallStatus {
        /// Not yet started.
        Scheduled = "scheduled",
        /// In progress.
        InProgress = "in_progress",
        /// Paused: see `batch_calls.resume`.
        Paused = "paused",
        /// All recipients were dialed, or could not be.
        Completed = "completed",
        /// Canceled permanently.
        Canceled = "canceled",
    }

    /// Status of a recipient.
    pub closed BatchCallTaskStatus {
        /// Not yet dialed.
        Pending = "pending",
        /// About to be dialed.
        Claimed = "claimed",
        /// The call was placed.
        Dispatched = "dispatched",
        /// No call could be placed: see `error_message`.
        Failed = "failed",
        /// Canceled before it was dialed.
        Canceled = "canceled",
    }
}
