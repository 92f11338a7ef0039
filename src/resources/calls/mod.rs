//! Phone calls: placing them, listing them, reading what was said.

mod responses;
pub(crate) mod status;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
mod wait;

pub use responses::*;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use wait::WaitOptions;

operations! {
    /// Phone calls: placing them, listing them, reading what was said.
    pub Calls = "calls";

    /// Places a phone call, at once: there is no time to set, and nothing takes it back. It is never
    /// sent again when it is not known whether it arrived.
    // Reference: Make a call (`voice-call`); legacy: Make a Call.
    #[see = "calls/voice-call"]
    #[example = r#"
        const { call_id } = await client.calls.create({
          model_id: "1726559381711x108708587477942990",
          phone: "+14155550123",
          name: "Ada",
        });
    "#]
    fn create(; CreateCall) -> CallCreated = POST "/calls", non_idempotent creates "call_id";

    /// Lists the calls of an agent, 20 a page.
    // Reference: List calls (`list-calls`); legacy: List Calls.
    #[see = "calls/list-calls"]
    fn list(; ListCalls) -> Call = GET "/calls" page "calls", safe, offset;

    /// Gets a call: its state, its transcript, what was found out.
    // Reference: Get a call (`get-phone-call`); legacy: Get a Call.
    #[see = "calls/get-phone-call"]
    fn get(call_id) -> Call = GET "/calls/{call_id}" one "calls", safe;

    /// Starts a call whose sound goes over a WebSocket of yours. It is a call like any other: never
    /// sent again blindly.
    // Reference: Start a WebSocket media call (`start-ws-media-call`).
    #[see = "calls/start-ws-media-call"]
    fn start_web_socket_media(; StartWebSocketMedia) -> WebSocketMediaStarted
        = POST "/calls/outbound-test-ws-media", non_idempotent creates "callId sid";

    /// Gets the WebSocket URL of the key's region. Nothing is reserved by it. Connect, read the
    /// `server_info` message, and start the call with `wsMediaServerName` set to its `server-name`.
    // Reference: Get the WebSocket media base URL (`get-ws-media-base-url`).
    #[see = "calls/get-ws-media-base-url"]
    fn get_web_socket_media_base_url() -> WebSocketMediaBaseUrl
        = GET "/calls/outbound-test-ws-media/base-url", safe;
}

model! {
    /// Body of `calls.create`.
    // Reference: Make a call (`voice-call`).
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

    /// Body of `calls.startWebSocketMedia`. Its names are in camelCase on the wire.
    // Reference: Start a WebSocket media call (`start-ws-media-call`).
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
}

union! {
    /// A variable for the prompt: a pair, or `"Key: value"` as the oldest guide writes it.
    pub enum CustomVariable {
        /// A pair.
        Pair(CustomVariablePair),
        /// `"Key: value"`.
        Line(String),
    }
}

string_enum! {
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
