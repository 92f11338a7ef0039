//! Phone calls: placing them, listing them, reading what was said.

use std::collections::BTreeMap;

operations! {
    /// Phone calls: placing them, listing them, reading what was said.
    pub Calls = "calls";

    /// Places a phone call, at once: there is no time to set, and nothing takes it back. It is never
    /// sent again when it is not known whether it arrived.
    ///
    /// Reference: Make a call (`voice-call`); seed: Make a Call.
    fn create(; CreateCall) -> CallCreated = POST "/calls", never_blind;

    /// Lists the calls of an agent, 20 a page.
    ///
    /// Reference: List calls (`list-calls`); seed: List Calls.
    fn list(; ListCalls) -> Call = GET "/calls" page "calls", safe, offset;

    /// Gets a call: its state, its transcript, what was found out.
    ///
    /// Reference: Get a call (`get-phone-call`); seed: Get a Call.
    fn get(call_id) -> Call = GET "/calls/{call_id}" one "calls", safe;

    /// Starts a call whose sound goes over a WebSocket of yours. It is a call like any other: never
    /// sent again blindly.
    ///
    /// Reference: Start a WebSocket media call (`start-ws-media-call`).
    fn start_web_socket_media(; StartWebSocketMedia) -> WebSocketMediaStarted
        = POST "/calls/outbound-test-ws-media", never_blind;

    /// Gets the WebSocket URL of the key's region. Nothing is reserved by it. Connect, read the
    /// `server_info` message, and start the call with `wsMediaServerName` set to its `server-name`.
    ///
    /// Reference: Get the WebSocket media base URL (`get-ws-media-base-url`).
    fn get_web_socket_media_base_url() -> WebSocketMediaBaseUrl
        = GET "/calls/outbound-test-ws-media/base-url", safe;
}

model! {
    /// Body of `calls.create`.
    ///
    /// Reference: Make a call (`voice-call`).
    pub struct CreateCall {
        /// The outbound agent that calls.
        model_id: String = [required],
        /// Number of the person called, in E.164 form: `+14155550123`.
        phone: String = [required, e164],
        /// Name of the person called.
        name: String = [required],
        /// Number shown to the person called; one of the numbers attached to the agent.
        from_phone_number: String = [e164],
        /// Variables for the prompt.
        custom_variables: Vec<CustomVariable>,
        /// Email address of the person called, such as for an appointment.
        lead_email: String,
        /// IANA time zone of the person called.
        lead_timezone: String = [time_zone],
        /// Prompt for this call, instead of the agent's.
        prompt: String,
        /// Greeting for this call, instead of the agent's.
        greeting: String,
    }

    /// A variable for the prompt.
    pub struct CustomVariablePair {
        /// Its name.
        key: String,
        /// Its value.
        value: String,
    }

    /// Answer of `calls.create`.
    pub struct CallCreated {
        /// The call: see `calls.get` and `calls.wait`.
        call_id: String = [required],
        /// What the API says.
        answer: String = [nullable],
        /// Seconds until the call is placed.
        eta: i64 = [nullable],
    }

    /// Query of `calls.list`.
    pub struct ListCalls {
        /// The agent whose calls are listed.
        model_id: String = [required],
        /// Calls per page. Default 20.
        limit: i64,
        /// Index of the first call. Default 0.
        offset: i64,
        /// Calls from this time on, in milliseconds since the epoch.
        from_date: i64,
        /// Calls up to this time, in milliseconds since the epoch.
        to_date: i64,
        /// Calls in this state.
        call_status: CallStatus,
        /// Calls of this many seconds or more.
        duration_min: i64,
        /// Calls of this many seconds or fewer.
        duration_max: i64,
        /// Calls with this person; E.164 is best.
        lead_phone_number: String,
    }

    /// A phone call. What a list and what `calls.get` answer is not the same: the docs of a field
    /// say where it comes from, where it is not both.
    ///
    /// Reference: Get a call (`get-phone-call`), List calls (`list-calls`).
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
        executed_actions: serde_json::Value = [nullable],
        /// Variables of the prompt, in `calls.get`.
        prompt_variables: serde_json::Value = [nullable],
        /// What was found out: by agent id, then by name. Null where there is nothing.
        collected_variables: BTreeMap<String, serde_json::Value> = [nullable],
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

    /// Body of `calls.startWebSocketMedia`. Its names are in camelCase on the wire.
    ///
    /// Reference: Start a WebSocket media call (`start-ws-media-call`).
    pub struct StartWebSocketMedia {
        /// The agent, a UUID.
        model_id as "modelId": String = [required],
        /// Number shown to the person called, in E.164 form.
        from_phone_number as "fromPhoneNumber": String = [required, e164],
        /// Number of the person called, in E.164 form.
        to_phone_number as "toPhoneNumber": String = [required, e164],
        /// Name of the person called.
        lead_name as "leadName": String,
        /// `"draft"`, or the UUID of a version. Default: the live version.
        agent_version as "agentVersion": String,
        /// Codec. Default `opus`.
        ws_media_codec as "wsMediaCodec": WebSocketMediaCodec,
        /// Framing. Default `rtp`.
        ws_media_framing as "wsMediaFraming": WebSocketMediaFraming,
        /// The `server-name` of the `server_info` message of a WebSocket that is open already: the
        /// call starts there, and `sid` is answered. Left out: `wsMediaUrl` is answered.
        ws_media_server_name as "wsMediaServerName": String,
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
    /// A variable for the prompt: a pair, or `"Key: value"` as the oldest guide writes it.
    pub enum CustomVariable {
        /// A pair.
        Pair(CustomVariablePair),
        /// `"Key: value"`.
        Line(String),
    }

    /// A time in milliseconds since the epoch.
    pub enum StartTime {
        /// In a string, as documented.
        Text(String),
        /// As a number, as also seen.
        Number(i64),
    }
}

choice! {
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

    /// Codec of a WebSocket media call.
    pub closed WebSocketMediaCodec {
        /// Opus.
        Opus = "opus",
        /// G.711 A-law.
        Pcma = "pcma",
        /// G.711 μ-law.
        Pcmu = "pcmu",
        /// Raw 16-bit PCM, big-endian, 16 kHz.
        L16 = "l16",
    }

    /// Framing of a WebSocket media call.
    pub closed WebSocketMediaFraming {
        /// Whole RTP packets.
        Rtp = "rtp",
        /// Bare codec bytes; with `pcma` or `pcmu`, not with `opus`.
        Payload = "payload",
    }
}
