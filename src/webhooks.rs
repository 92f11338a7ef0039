//! Webhooks: what Synthflow sends to your URLs. Checking their signature is the host's trade
//! (WebCrypto): see `synthflow-wasm/webhooks` of the npm package.

use std::collections::BTreeMap;

use crate::resources::calls::{CallStatus, CollectedVariables, EndCallReason, StartTime, TypeOfCall};
use crate::resources::shared::JsonObject;
use crate::schema::{Declared, TypeDeclaration};

/// What may be sent.
pub static EVENTS: &[TypeDeclaration] = &[PostCallEvent::TYPE, InboundCallEvent::TYPE];

model! {
    /// What is sent to `external_webhook_url` after a call.
    ///
    /// It is not the object that `calls.get` answers with: the state is `call.status` (there `status`, in
    /// `calls.list` `call_status`), `call.start_time` is ISO 8601 (there milliseconds since the epoch), the
    /// person is in `lead` (there `name` and `phone_number_to`).
    // Legacy: About webhooks.
    pub struct PostCallEvent: open {
        /// State of the call.
        status: CallStatus = [nullable],
        /// Why it ended, or what went wrong.
        error_message: String = [nullable],
        /// The person.
        lead: PostCallLead = [nullable],
        /// The call.
        call: PostCallCall = [required],
        /// What the agent did, by name. JSON that real accounts get in a string is parsed by
        /// `webhooks.unwrap`. Answers of an extractor come under `extract_info_…` or `info_extractor_…`.
        executed_actions: BTreeMap<String, ExecutedAction> = [nullable],
        /// What was found out about the call.
        analysis: JsonObject = [nullable],
        /// What was found out in the call: by agent id, then by name; or by name at once.
        collected_variables: BTreeMap<String, CollectedVariables> = [nullable],
    }

    /// The person of a call.
    pub struct PostCallLead: open {
        /// Name.
        name: String = [nullable],
        /// Phone number.
        phone_number: String = [nullable],
        /// Variables of the prompt.
        prompt_variables: JsonObject = [nullable],
    }

    /// The call of a webhook.
    pub struct PostCallCall: open {
        /// State.
        status: CallStatus = [nullable],
        /// Why it ended.
        end_call_reason: EndCallReason = [nullable],
        /// The agent.
        model_id: String = [nullable],
        /// Time zone.
        timezone: String = [nullable],
        /// Its id: see `calls.get`. The signature is over this.
        call_id: String = [required],
        /// Length in seconds.
        duration: f64 = [nullable],
        /// When it began: ISO 8601.
        start_time: StartTime = [nullable],
        /// What was said: one string of `\nbot: …` and `\nhuman: …` turns.
        transcript: String = [nullable],
        /// Where the recording is.
        recording_url: String = [nullable],
        /// Who called whom.
        type_of_call: TypeOfCall = [nullable],
    }

    /// Something an agent did.
    pub struct ExecutedAction: open {
        /// Name.
        name: String = [nullable],
        /// Kind.
        action_type: String = [nullable],
        /// What it is for.
        description: String = [nullable],
        /// What is fixed in it.
        parameters_hard_coded: serde_json::Value = [nullable],
        /// What the language model gave it.
        parameters_from_llm: serde_json::Value = [nullable],
        /// What went wrong.
        error_message: String = [nullable],
        /// What came of it: seen are `{}`, a string, a number, an object, an object in an object.
        return_value: serde_json::Value = [nullable],
    }

    /// What is sent to `inbound_call_webhook_url` when a call comes in. Answer within 10 seconds with
    /// `webhooks.inboundReply`; without an answer up to 3 more requests come.
    pub struct InboundCallEvent: open {
        /// Always `"call_inbound"`.
        event: InboundCallEventName = [required],
        /// The call.
        call_inbound: InboundCall = [required],
    }

    /// A call that comes in.
    pub struct InboundCall: open {
        /// The agent that would answer.
        model_id: String = [nullable],
        /// Who calls.
        from_number: String = [nullable],
        /// Who is called.
        to_number: String = [nullable],
        /// Its id.
        call_id: String = [nullable],
    }
}

string_enum! {
    /// Name of an event.
    pub closed InboundCallEventName {
        /// A call comes in.
        CallInbound = "call_inbound",
    }
}
