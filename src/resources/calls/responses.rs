//! Responses of the operations of calls: a call, its status, why it ended.

use super::super::shared::JsonObject;
use std::collections::BTreeMap;

model! {
    /// Response of `calls.create`.
    pub struct CallCreated {
        /// Call id: see `calls.get` and `calls.wait`.
        call_id: String = [required],
        /// Message of the API.
        answer: String = [nullable],
        /// Time until the call is placed, in seconds.
        eta: i64 = [nullable],
    }

    /// A phone call. Some fields are set only in `calls.list` or only in `calls.get`.
    // Reference: Get a call (`get-phone-call`), List calls (`list-calls`).
    pub struct Call {
        /// Call id.
        call_id: String = [required],
        /// Agent id.
        model_id: String,
        /// Status.
        status: CallStatus = [nullable, filled_from("call_status")],
        /// Status, where the API calls it so. `status` has it too.
        call_status: CallStatus = [nullable],
        /// Why the call ended.
        end_call_reason: EndCallReason = [nullable],
        /// Why the call ended, as text. Set if `end_call_reason` is `custom_end_call`.
        custom_end_call_reason: String = [nullable],
        /// Error message. Empty or null if there was no error.
        error_message: String = [nullable],
        /// Transcript: turns of the form `\nbot: …` and `\nhuman: …`.
        transcript: String = [nullable],
        /// Duration, in seconds.
        duration: i64 = [nullable, numeric],
        /// Start time, in milliseconds since the epoch.
        start_time: StartTime = [nullable],
        /// IANA time zone.
        timezone: String = [nullable],
        /// Name of the person called.
        name: String = [nullable],
        /// Name of the person. Only in `calls.list`.
        lead_name: String = [nullable],
        /// Phone number of the person. Only in `calls.list`.
        lead_phone_number: String = [nullable],
        /// Phone number of the agent. Only in `calls.list`.
        agent_phone_number: String = [nullable],
        /// Calling number.
        phone_number_from: String = [nullable],
        /// Called number.
        phone_number_to: String = [nullable],
        /// Direction of the call.
        type_of_call: TypeOfCall = [nullable],
        /// Campaign type, for example `live`.
        campaign_type: String = [nullable],
        /// Recording URL. Null if there is no recording.
        recording_url: String = [nullable],
        /// Duration of the recording, in an undocumented unit. Only in `calls.list`.
        recording_duration: String = [nullable],
        /// Executed actions, by name. Information extractors are named `extract_info_<identifier>` or
        /// `info_extractor_<identifier>`.
        executed_actions: BTreeMap<String, ExecutedAction> = [nullable],
        /// Prompt variables. Only in `calls.get`.
        prompt_variables: JsonObject = [nullable],
        /// Collected variables, by agent id and name, or by name. Null if there are none.
        collected_variables: BTreeMap<String, CollectedVariables> = [nullable],
        /// Evaluation of the call. Only in `calls.list`.
        judge_results: serde_json::Value = [nullable],
        /// Agents that took part. Only in `calls.list`.
        agents_used: Vec<String> = [nullable],
        /// Labels. Only in `calls.list`.
        labels: Vec<String> = [nullable],
        /// Deployment type. Only in `calls.list`.
        deployment_type: String = [nullable],
        /// Party that hung up.
        telephony_hangup: TelephonyHangup = [nullable],
        /// Why the connection ended.
        telephony_disconnect_reason: TelephonyDisconnectReason = [nullable],
        /// Duration of the connection, in milliseconds.
        telephony_duration: i64 = [nullable, numeric],
        /// Ringing time, in milliseconds.
        telephony_ringing_duration: i64 = [nullable, numeric],
        /// Start of the connection, in ISO 8601.
        telephony_start: String = [nullable],
        /// End of the connection, in ISO 8601.
        telephony_end: String = [nullable],
        /// SIP headers of the connection. Undocumented.
        telephony_sip_headers: JsonObject = [nullable],
        /// Version of the agent. Undocumented.
        assistant_version: serde_json::Value = [nullable],
        /// Batch that the call is part of.
        batch_call_id: String = [nullable],
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
        parameters_hard_coded: serde_json::Value = [nullable, json],
        /// Parameters chosen by the language model.
        parameters_from_llm: serde_json::Value = [nullable, json],
        /// Error message.
        error_message: String = [nullable],
        /// Return value: `{}`, a string, a number, an object or an object in an object.
        return_value: serde_json::Value = [nullable, json],
    }

    /// A variable collected during a call.
    pub struct CollectedVariable {
        /// String, number or boolean. Null if not collected.
        value: serde_json::Value = [nullable],
        /// Whether the variable was collected.
        collected: bool = [nullable],
    }

    /// Response of `calls.start_web_socket_media`.
    pub struct WebSocketMediaStarted {
        /// Call id.
        call_id as "callId": String = [required],
        /// Session id, if `ws_media_server_name` was set. Send `{"type": "bind", "sid": sid}` on the WebSocket.
        sid: String,
        /// Short-lived WebSocket URL, if `ws_media_server_name` was omitted.
        ws_media_url as "wsMediaUrl": String,
    }

    /// Response of `calls.get_web_socket_media_base_url`.
    pub struct WebSocketMediaBaseUrl {
        /// `wss:` URL without a session id.
        ws_media_base_url as "wsMediaBaseUrl": String = [required],
    }
}

union! {
    /// Collected variables of an agent by name, or one variable.
    pub enum CollectedVariables {
        /// Variables by name.
        ByName(BTreeMap<String, CollectedVariable>),
        /// One variable.
        One(CollectedVariable),
    }

    /// A time in milliseconds since the epoch, as a string or a number.
    pub enum StartTime {
        /// As a string.
        Text(String),
        /// As a number.
        Number(i64),
    }
}

string_enum! {
    /// Status of a call.
    pub open CallStatus {
        /// Queued.
        Queue = "queue",
        /// Pending.
        Pending = "pending",
        /// Started.
        Initiated = "initiated",
        /// Registered, not yet connected.
        Registered = "registered",
        /// Ringing.
        Ringing = "ringing",
        /// In progress.
        InProgress = "in-progress",
        /// On hold.
        Paused = "paused",
        /// Completed successfully.
        Completed = "completed",
        /// Failed.
        Failed = "failed",
        /// Not answered.
        NoAnswer = "no-answer",
        /// Line busy.
        Busy = "busy",
        /// Canceled.
        Canceled = "canceled",
        /// Canceled by the user.
        UserCanceled = "user-canceled",
        /// Voicemail answered; the agent hung up.
        HangupOnVoicemail = "hangup_on_voicemail",
        /// Voicemail answered; the agent left a message.
        LeftVoicemail = "left_voicemail",
        /// Classified as spam.
        Spam = "spam",
    }

    /// Why a call ended.
    pub open EndCallReason {
        /// A human answered and was cut off.
        HumanPickUpCutOff = "human_pick_up_cut_off",
        /// Voicemail answered.
        Voicemail = "voicemail",
        /// Voicemail answered and was cut off.
        VoicemailCutOff = "voicemail_cut_off",
        /// The agent left a voicemail message.
        VoicemailMessageLeft = "voicemail_message_left",
        /// The agent ended the call.
        AgentEndedCall = "agent_ended_call",
        /// The human ended the call.
        HumanEndedCall = "human_ended_call",
        /// Custom reason: see `custom_end_call_reason`.
        CustomEndCall = "custom_end_call",
        /// Canceled by the user.
        UserCanceled = "user_canceled",
        /// Timed out.
        Timeout = "timeout",
        /// Error.
        Error = "error",
        /// The human said goodbye first; legacy API and webhooks.
        HumanGoodbye = "human_goodbye",
        /// The agent said goodbye first; legacy API and webhooks.
        AgentGoodbye = "agent_goodbye",
        /// `max_duration` was reached; legacy API and webhooks.
        MaxDuration = "max_duration",
        /// Unknown; legacy API and webhooks.
        Undefined = "undefined",
    }

    /// Direction of a call.
    pub open TypeOfCall {
        /// Placed by a person.
        Inbound = "inbound",
        /// Placed by the agent.
        Outbound = "outbound",
    }

    /// Party that hung up.
    pub open TelephonyHangup {
        /// Calling party.
        Caller = "caller",
        /// Called party.
        Callee = "callee",
    }

    /// Why a connection ended.
    pub open TelephonyDisconnectReason {
        /// Unknown.
        Unknown = "unknown",
        /// The called party hung up.
        CalleeHangup = "callee_hangup",
        /// The calling party hung up.
        CallerHangup = "caller_hangup",
        /// Error.
        Error = "error",
        /// Call not allowed.
        Forbidden = "forbidden",
    }
}
