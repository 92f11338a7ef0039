//! Webhooks: the events that Synthflow sends to your URLs. With the feature `webhooks`, [`unwrap`] verifies that one is
//! from Synthflow.

#[cfg(feature = "webhooks")]
mod event;
#[cfg(feature = "webhooks")]
mod verify;

#[cfg(feature = "webhooks")]
pub use event::{Event, parse};
#[cfg(feature = "webhooks")]
pub use verify::{Delivery, WebhookError, WebhookErrorReason, sign, unwrap, unwrap_with_unsigned_inbound};

use std::collections::BTreeMap;

pub use crate::resources::calls::ExecutedAction;
use crate::resources::calls::{CallStatus, CollectedVariables, EndCallReason, StartTime, TypeOfCall};
use crate::resources::shared::JsonObject;
use crate::schema::{Declared, TypeDeclaration};

/// The number in the check request that Synthflow sends when the URL of a webhook is saved.
pub const CHECK_NUMBER: &str = "+1123456789";

/// The fields of a post-call event that are not in its `call`; the flat events of older accounts have them, too.
#[doc(hidden)]
pub const OUTSIDE_CALL: &[&str] = &[
    "event",
    "error_message",
    "lead",
    "call",
    "call_inbound",
    "executed_actions",
    "analysis",
    "collected_variables",
    "metadata",
];

/// All events.
pub static EVENTS: &[TypeDeclaration] = &[PostCallEvent::TYPE, InboundCallEvent::TYPE];

model! {
    /// Event sent to `external_webhook_url` after a call.
    ///
    /// It differs from the response of `calls.get`: the status is `call.status` (there `status`),
    /// `call.start_time` is ISO 8601 (there milliseconds since the epoch), the person is in `lead` (there `name`
    /// and `phone_number_to`). In JavaScript, `summarize` of `synthflow-wasm/calls` reads both.
    // Legacy: About webhooks.
    pub struct PostCallEvent: open {
        /// Call status.
        status: CallStatus = [nullable, filled_from("call_status")],
        /// End reason, or the error of a failed call.
        error_message: String = [nullable],
        /// Person the agent spoke with.
        lead: PostCallLead = [nullable],
        /// Call.
        call: PostCallCall = [required],
        /// Executed actions, by name. Information extractors are named `extract_info_<identifier>` or
        /// `info_extractor_<identifier>`.
        executed_actions: BTreeMap<String, ExecutedAction> = [nullable],
        /// Analysis of the call, such as `goal`.
        analysis: JsonObject = [nullable],
        /// Collected variables, by name; on some accounts by agent id, then by name.
        collected_variables: BTreeMap<String, CollectedVariables> = [nullable],
        /// Metadata, such as that of the reply to an inbound event.
        metadata: JsonObject = [nullable],
    }

    /// Person the agent spoke with.
    pub struct PostCallLead: open {
        /// Name.
        name: String = [nullable],
        /// Phone number.
        phone_number: String = [nullable],
        /// Variables of the prompt.
        prompt_variables: JsonObject = [nullable],
    }

    /// Call of a post-call event.
    pub struct PostCallCall: open {
        /// Call status.
        status: CallStatus = [nullable, filled_from("call_status")],
        /// End reason.
        end_call_reason: EndCallReason = [nullable],
        /// End reason, as text. Set if `end_call_reason` is `custom_end_call`.
        custom_end_call_reason: String = [nullable],
        /// Agent id.
        model_id: String = [nullable],
        /// IANA time zone.
        timezone: String = [nullable],
        /// Call id, for `calls.get`. The signature covers this value only.
        call_id: String = [required],
        /// Duration, in seconds.
        duration: f64 = [nullable, numeric],
        /// Duration of the connection, in milliseconds.
        telephony_duration: f64 = [nullable, numeric],
        /// Ringing time, in milliseconds.
        telephony_ringing_duration: f64 = [nullable, numeric],
        /// Start time, ISO 8601.
        start_time: StartTime = [nullable],
        /// Transcript: one string of `\nbot: …` and `\nhuman: …` turns.
        transcript: String = [nullable],
        /// Recording URL.
        recording_url: String = [nullable],
        /// Direction of the call.
        type_of_call: TypeOfCall = [nullable],
    }

    /// Event sent to `inbound_call_webhook_url` when a call arrives. Respond within 10 seconds, in JavaScript with the
    /// body that `webhooks.inboundReply` returns; without a response, up to 3 more requests follow.
    pub struct InboundCallEvent: open {
        /// Always `"call_inbound"`.
        event: InboundCallEventName = [required],
        /// Incoming call.
        call_inbound: InboundCall = [required],
    }

    /// An incoming call.
    pub struct InboundCall: open {
        /// Id of the agent that would take the call.
        model_id: String = [nullable],
        /// Number of the caller.
        from_number: String = [nullable],
        /// Called number.
        to_number: String = [nullable],
        /// Call id. Not in the documented payload.
        call_id: String = [nullable],
    }
}

string_enum! {
    /// Name of an inbound event.
    pub closed InboundCallEventName {
        /// A call arrives.
        CallInbound = "call_inbound",
    }
}
