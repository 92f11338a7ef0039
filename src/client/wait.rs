//! Following a call to its end.

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::config::Config;
use super::options::RequestOptions;
use crate::http::race::{Deadline, Stop};
use crate::http::{Error, ErrorKind, build, host, repeat};
use crate::schema::table;

/// The states a call does not stay in. One that is not known is waited on: until the time is up.
const ENDED: &[&str] = &[
    "completed",
    "failed",
    "no-answer",
    "busy",
    "canceled",
    "user-canceled",
    "hangup_on_voicemail",
    "left_voicemail",
    "spam",
];

/// How a call is followed.
pub struct Wait {
    /// Milliseconds between two looks.
    pub interval: f64,
    /// Milliseconds to wait in all.
    pub timeout: f64,
    /// Is told the call each time its status changes.
    pub on_change: Option<Function>,
}

/// Asks for a call again and again until it has ended, and answers with it.
///
/// # Errors
/// As `calls.get`; a time-out when the call goes on longer.
pub async fn wait(
    config: &Config,
    call_id: String,
    wait: Wait,
    options: &RequestOptions,
) -> Result<JsValue, Error> {
    let table = table::requests();
    let Some(get) = table.operations.iter().find(|operation| operation.name == "calls.get") else {
        return Err(Error::usage("there is no operation calls.get"));
    };
    let request = build::build(config, &table, get, &[call_id], &JsValue::UNDEFINED, options)?;
    let start = host::now();
    let mut last = String::new();
    loop {
        let call = repeat::run(config, &request, options, &JsValue::UNDEFINED).await?.data;
        let status = status(&call);
        if status != last {
            last.clone_from(&status);
            if let Some(on_change) = &wait.on_change {
                on_change.call1(&JsValue::UNDEFINED, &call).map_err(|thrown| {
                    Error::usage(["onChange threw: ", &host::words(&thrown)].concat()).because(thrown)
                })?;
            }
        }
        if ENDED.contains(&status.as_str()) {
            return Ok(call);
        }
        if host::now() - start + wait.interval > wait.timeout {
            let message = [
                "the call has not ended within ",
                &host::show(wait.timeout),
                " ms, it is ",
                &status,
                ": it goes on all the same; wait for it again, or longer (option timeout)",
            ];
            return Err(Error::new(ErrorKind::Timeout, message.concat()));
        }
        if Deadline::new(wait.interval, &options.signal).pass().await == Stop::Abort {
            let abort = Error::new(ErrorKind::Abort, "aborted by its signal: the call itself goes on");
            return Err(abort.because(host::get(&options.signal, "reason")));
        }
    }
}

/// The status under each of its names: of the API, of its older answers, of a list.
fn status(call: &JsValue) -> String {
    ["status", "call_status"].iter().find_map(|name| host::get(call, name).as_string()).unwrap_or_default()
}
