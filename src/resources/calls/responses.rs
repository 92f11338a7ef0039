//! What calls are answered with: a call, its status, why it ended.

use super::super::shared::JsonObject;
use std::collections::BTreeMap;

model! {
    /// Answer of `calls.create`.
    pub struct CallCreated {
        /// The call: see `calls.get` and `calls.wait`.
        call_id: String = [required],
        /// What the API says.
        answer: String = [nullable],
        /// Seconds until the call is placed.
        eta: i64 = [nullable],
    }

    /// A phone call. What a list and what `calls.get` answer is not the same: the docs of a field
    /// say where it comes from, where it is not both.
    // Reference: Get a call (`get-phone-call`), List calls (`list-calls`).
    pub struct Call {
        /// Its id.
        call_id: String = [required],
        /// The agent.
        model_id: String,
        /// Its state, in `calls.get`.
        status: CallStatus = [nullable],
        /// Its state, in `calls.list`.
        call_status: CallStatus = [nullable],
        /// Why it ended.
        end_call_reason: EndCallReason = [nullable],
        /// Why it ended, in words; where `end_call_reason` is `custom_end_call`.
        custom_end_call_reason: String = [nullable],
        /// What went wrong; empty or null where nothing did.
        error_message: String = [nullable],
        /// What was said: one string of `\nbot: …` and `\nhuman: …` turns.
        transcript: String = [nullable],
        /// Length in seconds.
        duration: i64 = [nullable],
        /// When it was to start, in milliseconds since the epoch; as a string or as a number.
        start_time: StartTime = [nullable],
        /// Time zone.
        timezone: String = [nullable],
        /// Name of the person called.
        name: String = [nullable],
        /// Name of the person, in `calls.list`.
        lead_name: String = [nullable],
        /// Number of the person, in `calls.list`.
        lead_phone_number: String = [nullable],
        /// Number of the agent, in `calls.list`.
        agent_phone_number: String = [nullable],
        /// Number the call came from.
        phone_number_from: String = [nullable],
        /// Number the call went to.
        phone_number_to: String = [nullable],
        /// Who called whom.
        type_of_call: TypeOfCall = [nullable],
        /// Kind of campaign.
        campaign_type: String = [nullable],
        /// Where the recording is; null where there is none.
        recording_url: String = [nullable],
        /// Length of the recording, in `calls.list`.
        recording_duration: String = [nullable],
        /// What the agent did: by action name. Values are objects here and JSON in a string there.
        executed_actions: JsonObject = [nullable],
        /// Variables of the prompt, in `calls.get`.
        prompt_variables: JsonObject = [nullable],
        /// What was found out: by agent id, then by name; or by name at once. Null where there is nothing.
        collected_variables: BTreeMap<String, CollectedVariables> = [nullable],
        /// How the call was judged, in `calls.list`.
        judge_results: serde_json::Value = [nullable],
        /// Agents that took part, in `calls.list`.
        agents_used: Vec<String> = [nullable],
        /// Labels, in `calls.list`.
        labels: Vec<String> = [nullable],
        /// Kind of deployment, in `calls.list`.
        deployment_type: String = [nullable],
        /// Who hung up.
        telephony_hangup: TelephonyHangup = [nullable],
        /// How the connection ended.
        telephony_disconnect_reason: TelephonyDisconnectReason = [nullable],
        /// Length of the connection in milliseconds.
        telephony_duration: i64 = [nullable],
        /// How long it rang, in milliseconds, in `calls.get`.
        telephony_ringing_duration: i64 = [nullable],
        /// When the connection began, ISO 8601.
        telephony_start: String = [nullable],
        /// When the connection ended, ISO 8601.
        telephony_end: String = [nullable],
    }

    /// Something that was found out in a call.
    pub struct CollectedVariable {
        /// What it is.
        value: serde_json::Value = [nullable],
        /// Whether it was found out.
        collected: bool = [nullable],
    }

    /// Answer of `calls.startWebSocketMedia`.
    pub struct WebSocketMediaStarted {
        /// The call.
        call_id as "callId": String = [required],
        /// Where `wsMediaServerName` was given: send `{"type": "bind", "sid": sid}` on the WebSocket.
        sid: String,
        /// Where it was not: a short-lived URL to connect to.
        ws_media_url as "wsMediaUrl": String = [required],
    }

    /// Answer of `calls.getWebSocketMediaBaseUrl`.
    pub struct WebSocketMediaBaseUrl {
        /// A `wss:` URL without a session.
        ws_media_base_url as "wsMediaBaseUrl": String = [required],
    }
}

union! {
    /// What was found out: all of an agent, by name; or one thing.
    pub enum CollectedVariables {
        /// All of an agent, by name.
        ByName(BTreeMap<String, CollectedVariable>),
        /// One thing.
        One(CollectedVariable),
    }

    /// A time in milliseconds since the epoch.
    pub enum StartTime {
        /// In a string, as documented.
        Text(String),
        /// As a number, as also seen.
        Number(i64),
    }
}

string_enum! {
    /// State of a call. More may come.
    pub open CallStatus {
        /// It waits for its turn.
        Queue = "queue",
        /// It waits.
        Pending = "pending",
        /// It has been started.
        Initiated = "initiated",
        /// It is known to the telephone network.
        Registered = "registered",
        /// It rings.
        Ringing = "ringing",
        /// They talk.
        InProgress = "in-progress",
        /// It is on hold.
        Paused = "paused",
        /// It went well and is over.
        Completed = "completed",
        /// It failed.
        Failed = "failed",
        /// Nobody answered.
        NoAnswer = "no-answer",
        /// The line was busy.
        Busy = "busy",
        /// It was canceled.
        Canceled = "canceled",
        /// The user canceled it.
        UserCanceled = "user-canceled",
        /// A voicemail answered, and the agent hung up.
        HangupOnVoicemail = "hangup_on_voicemail",
        /// A voicemail answered, and the agent left a message.
        LeftVoicemail = "left_voicemail",
        /// It was taken for spam.
        Spam = "spam",
    }

    /// Why a call ended. More may come.
    pub open EndCallReason {
        /// A human answered and was cut off.
        HumanPickUpCutOff = "human_pick_up_cut_off",
        /// A voicemail answered.
        Voicemail = "voicemail",
        /// A voicemail answered and was cut off.
        VoicemailCutOff = "voicemail_cut_off",
        /// A message was left on a voicemail.
        VoicemailMessageLeft = "voicemail_message_left",
        /// The agent ended it.
        AgentEndedCall = "agent_ended_call",
        /// The human ended it.
        HumanEndedCall = "human_ended_call",
        /// A reason of the agent's own: see `custom_end_call_reason`.
        CustomEndCall = "custom_end_call",
        /// The user canceled it.
        UserCanceled = "user_canceled",
        /// It took too long.
        Timeout = "timeout",
        /// Something went wrong.
        Error = "error",
        /// The human said goodbye first; older answers and webhooks.
        HumanGoodbye = "human_goodbye",
        /// The agent said goodbye first; older answers and webhooks.
        AgentGoodbye = "agent_goodbye",
        /// It reached `max_duration`; older answers and webhooks.
        MaxDuration = "max_duration",
        /// Not known; older answers and webhooks.
        Undefined = "undefined",
    }

    /// Who called whom.
    pub open TypeOfCall {
        /// The human called.
        Inbound = "inbound",
        /// The agent called.
        Outbound = "outbound",
    }

    /// Who hung up.
    pub open TelephonyHangup {
        /// Who placed the call.
        Caller = "caller",
        /// Who was called.
        Callee = "callee",
    }

    /// How a connection ended.
    pub open TelephonyDisconnectReason {
        /// Not known.
        Unknown = "unknown",
        /// Who was called hung up.
        CalleeHangup = "callee_hangup",
        /// Who placed the call hung up.
        CallerHangup = "caller_hangup",
        /// Something went wrong.
        Error = "error",
        /// It was not allowed.
        Forbidden = "forbidden",
    }
}
