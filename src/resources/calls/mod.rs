//! Phone calls: placing, listing and reading them.

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
mod placed;
mod reading;
mod responses;
mod status;

#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub use placed::{FindPlaced, Placed};
pub use reading::{Speaker, Turn, extractions, transcript_turns};
pub use responses::*;

/// How a call is waited for.
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub type WaitOptions<'a> = crate::http::driver::WaitOptions<'a, Call>;

use crate::schema::Time;

operations! {
    /// Phone calls: placing, listing and reading them.
    pub Calls = "calls";

    /// Places a billable phone call immediately. The API can neither schedule nor cancel it.
    /// If the response is lost, the error has the outcome `unknown`: the phone may have rung.
    ///
    /// The API limits call attempts per second (1 on older plans) and concurrent calls. Above the limits it responds with
    /// status 429, which had no effect and is retried up to `max_retries` times; Enterprise plans queue the call instead.
    // Reference: Make a call (`voice-call`); legacy: Make a Call.
    #[see = "calls/voice-call"]
    #[example = r#"
        const { call_id } = await client.calls.create({
          model_id: "your-agent-id",
          phone: "+14155550123",
          name: "Ada",
        });
    "#]
    #[creates = "call_id"]
    fn create(; CreateCall) -> CallCreated = POST "/calls", non_idempotent;

    /// Lists the calls of an agent, 20 per page by default.
    // Reference: List calls (`list-calls`); legacy: List Calls.
    #[see = "calls/list-calls"]
    #[example = r#"
        for await (const call of client.calls.list({ model_id: "your-agent-id", call_status: "completed" })) {
          console.log(call.call_id, call.duration);
        }
    "#]
    fn list(; ListCalls) -> Call = GET "/calls" page "calls", safe, offset;

    /// Gets a call, with its status, transcript and results.
    // Reference: Get a call (`get-phone-call`); legacy: Get a Call.
    #[see = "calls/get-phone-call"]
    #[example = r#"
        const { status, transcript } = await client.calls.get("your-call-id");
    "#]
    #[wait("call", "status call_status", "", status::FINAL)]
    fn get(call_id) -> Call = GET "/calls/{call_id}" one "calls", safe;

    /// Starts a phone call whose audio is streamed over a WebSocket.
    // Reference: Start a WebSocket media call (`start-ws-media-call`).
    #[see = "calls/start-ws-media-call"]
    #[example = r#"
        const { wsMediaBaseUrl } = await client.calls.getWebSocketMediaBaseUrl();
        const socket = new WebSocket(wsMediaBaseUrl);
        const { data } = await new Promise<MessageEvent>((resolve) =>
          socket.addEventListener("message", resolve, { once: true }),
        );
        const { callId, sid } = await client.calls.startWebSocketMedia({
          modelId: "00000000-0000-0000-0000-000000000000",
          fromPhoneNumber: "+14155550100",
          toPhoneNumber: "+14155550123",
          wsMediaServerName: JSON.parse(data)["server-name"],
        });
        socket.send(JSON.stringify({ type: "bind", sid }));
    "#]
    #[creates = "callId"]
    fn start_web_socket_media(; StartWebSocketMedia) -> WebSocketMediaStarted
        = POST "/calls/outbound-test-ws-media", non_idempotent;

    /// Gets the WebSocket base URL of the API key's region. Nothing is started or reserved. Connect to the
    /// URL, read the `server_info` message, then call `start_web_socket_media` with its `server-name` as
    /// `ws_media_server_name`.
    // Reference: Get the WebSocket media base URL (`get-ws-media-base-url`).
    #[see = "calls/get-ws-media-base-url"]
    fn get_web_socket_media_base_url() -> WebSocketMediaBaseUrl
        = GET "/calls/outbound-test-ws-media/base-url", safe;
}

model! {
    /// Body of `calls.create`.
    // Reference: Make a call (`voice-call`).
    pub struct CreateCall {
        /// Id of the outbound agent.
        model_id: String = [required, not_empty, misnamed("agent_id,assistant_id,agent,assistant")],
        /// Number to call, in E.164 format, for example `+14155550123`.
        phone: String = [required, e164, misnamed("phone_number,to,to_number,to_phone_number,number,mobile,lead_phone,lead_phone_number,customer_number,customer_phone,recipient,callee,destination"), instead("scheduled_time,scheduled_at,schedule_time,schedule,trigger_timestamp","calls are placed immediately; to schedule calls, use batch_calls.create")],
        /// Name of the person to call.
        name: String = [required, misnamed("lead_name,customer_name,contact_name")],
        /// Caller ID, in E.164 format: a number attached to the agent.
        from_phone_number: String = [e164, misnamed("from_number,from,caller_id,phone_number_from")],
        /// Prompt variables: pairs; in JavaScript also an object of names and values, which is sent as pairs with the values as strings.
        custom_variables: Vec<CustomVariable> = [pairs, misnamed("variables,prompt_variables,dynamic_variables,custom_vars"), instead("voice,voice_id,language,llm,redact_pii,max_duration","it belongs to the agent: agents.update")],
        /// Email address of the person, for example for a booking.
        lead_email: String = [misnamed("email")],
        /// IANA time zone of the person.
        lead_timezone: String = [time_zone, misnamed("timezone,time_zone")],
        /// Prompt for this call. Overrides the agent's; omit it to use the agent's.
        prompt: String = [not_empty],
        /// Greeting for this call. Overrides the agent's; omit it to use the agent's.
        greeting: String = [not_empty, misnamed("greeting_message,first_message")],
        /// Post-call webhook URL for this call. Overrides the agent's.
        // Not in the reference; the webhook guide and the legacy reference have it.
        external_webhook_url: String = [url],
    }

    /// A prompt variable.
    // The reference requires neither; without a name it fills nothing in.
    pub struct CustomVariablePair {
        /// Variable name.
        key: String = [required, not_empty],
        /// Variable value.
        value: String,
    }

    /// Query of `calls.list`.
    pub struct ListCalls {
        /// Agent id.
        model_id: String = [required, not_empty],
        /// Calls per page. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0), misnamed("page_size,per_page")],
        /// Index of the first call. Default 0.
        offset: i64 = [at_least(0.0), misnamed("page,page_number,skip")],
        /// Start of the time range: a `Date`, `2026-04-01`, an ISO 8601 time, or milliseconds since the epoch.
        // The reference has milliseconds only; real accounts accept all of them.
        from_date: Time = [misnamed("start_date,since,start,from")],
        /// End of the time range, exclusive: a `Date`, `2026-04-01`, an ISO 8601 time, or milliseconds since the epoch.
        to_date: Time = [misnamed("end_date,until,end,to")],
        /// Status of the calls.
        call_status: CallStatus = [misnamed("status")],
        /// Minimum duration, inclusive, in seconds.
        duration_min: i64 = [at_least(0.0)],
        /// Maximum duration, inclusive, in seconds.
        duration_max: i64 = [at_least(0.0)],
        /// Phone number of the person, preferably in E.164 format.
        lead_phone_number: String = [misnamed("phone,phone_number")],
        /// Only the calls of this batch: see `batch_calls`.
        batch_call_id: String = [not_empty],
    }

    /// Body of `calls.start_web_socket_media`, with names in camelCase.
    // Reference: Start a WebSocket media call (`start-ws-media-call`).
    #[rules(when("wsMediaFraming", &["payload"]).needs_value("wsMediaCodec", &["pcma", "pcmu", "l16"]))]
    pub struct StartWebSocketMedia {
        /// Agent id, a UUID.
        model_id as "modelId": String = [required, not_empty, misnamed("agent_id,assistant_id")],
        /// Caller ID, in E.164 format.
        from_phone_number as "fromPhoneNumber": String = [required, e164, misnamed("from_number,from")],
        /// Number to call, in E.164 format.
        to_phone_number as "toPhoneNumber": String = [required, e164, misnamed("phone,phone_number,lead_phone_number,to,to_number")],
        /// Name of the person to call.
        lead_name as "leadName": String,
        /// `"draft"`, or the UUID of a version. Default: the live version.
        agent_version as "agentVersion": String,
        /// Audio codec. Default `opus`.
        ws_media_codec as "wsMediaCodec": WebSocketMediaCodec,
        /// Audio framing. Default `rtp`.
        ws_media_framing as "wsMediaFraming": WebSocketMediaFraming,
        /// `server-name` of an open WebSocket: see `calls.get_web_socket_media_base_url`. If set, the response has
        /// a `sid`; if omitted, a `ws_media_url`.
        ws_media_server_name as "wsMediaServerName": String,
    }
}

union! {
    /// A prompt variable: a pair, or `"Key: value"` in the legacy API.
    pub enum CustomVariable {
        /// A pair.
        Pair(CustomVariablePair),
        /// `"Key: value"`.
        Line(String),
    }
}

string_enum! {
    /// Audio codec of a WebSocket media call.
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

    /// Audio framing of a WebSocket media call.
    pub closed WebSocketMediaFraming {
        /// Complete RTP packets.
        Rtp = "rtp",
        /// Codec bytes without RTP headers. Not for `opus`, which is the default codec.
        Payload = "payload",
    }
}
