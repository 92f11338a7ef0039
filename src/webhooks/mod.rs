//! Webhooks: the events that Synthflow sends to your URLs. With the feature `webhooks`, [`unwrap`] verifies that one is
//! from Synthflow.

#[cfg(feature = "webhooks")]
mod verify;

#[cfg(feature = "webhooks")]
pub use verify::{Event, WebhookError, WebhookErrorReason, sign, unwrap};

use std::collections::BTreeMap;

use crate::resources::calls::{CallStatus, CollectedVariables, EndCallReason, StartTime, TypeOfCall};
use crate::resources::shared::JsonObject;
use crate::schema::{Declared, TypeDeclaration};

/// All events.
pub static EVENTS: &[TypeDeclaration] = &[PostCallEvent::TYPE, InboundCallEvent::TYPE];

model! {
    /// Event sent to `external_webhook_url` after a call.
    ///
    /// It differs from the response of `calls.get`: the status is `call.status` (there `status`, in
    /// `calls.list` `call_status`), `call.start_time` is ISO 8601 (there milliseconds since the epoch), the
    /// person is in `lead` (there `name` and `phone_number_to`).
    // Legacy: About webhooks.
    pub struct PostCallEvent: open {
        /// Call status.
        status: CallStatus = [nullable],
        /// End reason, or the error of a failed call.
        error_message: String = [nullable],
        /// Person the agent spoke with.
        lead: PostCallLead = [nullable],
        /// Call.
        call: PostCallCall = [required],
        /// Executed actions, by name. Where real accounts receive JSON in a string, `webhooks.unwrap` parses
        /// it. Information extractors are named `extract_info_<identifier>` or `info_extractor_<identifier>`.
        executed_actions: BTreeMap<String, ExecutedAction> = [nullable],
        /// Analysis of the call, such as `goal`.
        analysis: JsonObject = [nullable],
        /// Collected variables, by name; on some accounts by agent id, then by name.
        collected_variables: BTreeMap<String, CollectedVariables> = [nullable],
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
        status: CallStatus = [nullable],
        /// End reason.
        end_call_reason: EndCallReason = [nullable],
        /// Agent id.
        model_id: String = [nullable],
        /// IANA time zone.
        timezone: String = [nullable],
        /// Call id, for `calls.get`. The signature covers this value only.
        call_id: String = [required],
        /// Duration, in seconds.
        duration: f64 = [nullable],
        /// Start time, ISO 8601.
        start_time: StartTime = [nullable],
        /// Transcript: one string of `\nbot: …` and `\nhuman: …` turns.
        transcript: String = [nullable],
        /// Recording URL.
        recording_url: String = [nullable],
        /// Direction of the call.
        type_of_call: TypeOfCall = [nullable],
    }

    /// An action executed in a call.
    pub struct ExecutedAction: open {
        /// Action name.
        name: String = [nullable],
        /// Action type.
        action_type: String = [nullable],
        /// Action description.
        description: String = [nullable],
        /// Fixed parameters.
        parameters_hard_coded: serde_json::Value = [nullable],
        /// Parameters chosen by the language model.
        parameters_from_llm: serde_json::Value = [nullable],
        /// Error message.
        error_message: String = [nullable],
        /// Return value: `{}`, a string, a number, an object or an object in an object.
        return_value: serde_json::Value = [nullable],
    }

    /// Event sent to `inbound_call_webhook_url` when a call arrives. Respond within 10 seconds with the body
    /// that `webhooks.inboundReply` returns; without a response, up to 3 more requests follow.
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
