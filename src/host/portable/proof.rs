//! What an error of `fetch` proves. A request that rings a phone is retried only if the first attempt definitely had no
//! effect, so an error is trusted only if it comes from the host's own `fetch` and names this address: a wrapper may
//! have delivered the request and then failed at something else.

use js_sys::{Array, Function, Reflect, Symbol};
use wasm_bindgen::prelude::*;

use super::super::number_to_string;
use super::{beginning, get, global, object, thrown_message};
use crate::text;

#[wasm_bindgen]
extern "C" {
    /// The source of a function, as `Function.prototype.toString` returns it.
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "toString"], js_name = call)]
    fn source_of(function: &Function) -> String;

    #[wasm_bindgen(js_name = URL)]
    type Url;
    #[wasm_bindgen(js_class = "URL", constructor, catch)]
    fn new_url(url: &str) -> Result<Url, JsValue>;
}

/// Codes of a connection that was never established, or of a failed TLS handshake, in Node and Bun. Bun's EPROTO is not
/// among them: it may also mean that the connection broke later.
const CODES: [&str; 12] = [
    "ECONNREFUSED",
    "ConnectionRefused",
    "ENOTFOUND",
    "EAI_AGAIN",
    "UND_ERR_CONNECT_TIMEOUT",
    "ERR_INVALID_URL",
    "ERR_PROXY_TUNNEL",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "INVALID_CA",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
    "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
];

/// The same by message, where there is no code: Deno, and Node before it connects.
const MESSAGES: [&str; 4] = [
    "client error (Connect)",
    "Requests to port ",
    "when HTTP Tunneling",
    "before secure TLS connection was established",
];

/// The source of a host's own `fetch`, which no wrapper shares: its beginning, and a part of it. Browsers, Bun and
/// workerd; Node; Deno. A bound function may share the source, but not the name.
const SOURCES: [(&str, &str); 4] = [
    ("function fetch() {", "[native code]"),
    ("function fetch(input, init = undefined) {", "undici"),
    ("async function fetch(input, init = undefined) {", "undici"),
    ("function fetch(...", "lazyFetch()"),
];

/// How many causes are followed.
pub const DEPTH: u8 = 5;

/// The deepest cause of a thrown value; the value itself if it has none.
pub fn deepest(thrown: &JsValue) -> JsValue {
    let mut error = thrown.clone();
    for _ in 0..DEPTH {
        let below = cause_of(&error);
        if !below.is_object() {
            break;
        }
        error = below;
    }
    error
}

/// The cause of an error; the first of several.
pub fn cause_of(error: &JsValue) -> JsValue {
    let cause = get(error, "cause");
    if cause.is_object() { cause } else { get(&get(error, "errors"), "0") }
}

/// Whether an error of this `fetch` proves that no connection to this URL was made.
#[must_use]
pub fn never_connected(thrown: &JsValue, fetch: &Function, url: &str) -> bool {
    let Ok(address) = Url::new_url(url) else { return false };
    if !is_hosts_own(fetch) {
        return false;
    }
    let proves = |error: &JsValue| never_established(error) && is_about(error, &address);
    let mut error = thrown.clone();
    for _ in 0..=DEPTH {
        if !error.is_object() {
            break;
        }
        let several = get(&error, "errors");
        let several =
            if Array::is_array(&several) { several.unchecked_into::<Array>() } else { Array::new() };
        if if several.length() == 0 { proves(&error) } else { several.iter().all(|one| proves(&one)) } {
            return true;
        }
        error = get(&error, "cause");
    }
    false
}

fn never_established(error: &JsValue) -> bool {
    let field = |name: &str| beginning(&get(error, name), 60);
    let (code, message) = (field("code"), thrown_message(error));
    // The client itself rejected the certificate; an alert of the server may arrive after the request.
    let certificate = text::contains(&code, "CERT") && !text::contains(&code, "ALERT");
    certificate
        || CODES.contains(&code.as_str())
        || code == "ERR_SSL_UNSUPPORTED_PROTOCOL"
        || field("syscall") == "connect"
        || message == "bad port"
        || MESSAGES.iter().any(|part| text::contains(&message, part))
}

/// Whether a `fetch` is the host's own, and sends as it does by itself. One of another realm, as in a vm context, may have
/// a dispatcher there that is not seen here.
pub fn is_hosts_own(fetch: &Function) -> bool {
    let source = source_of(fetch);
    let is = |(begin, part): &(&str, &str)| source.starts_with(begin) && text::contains(&source, part);
    SOURCES.iter().any(is)
        && fetch.name() == "fetch"
        && fetch.is_instance_of::<Function>()
        && is_plain_dispatcher()
}

/// Whether undici sends by a dispatcher that does not resend; it takes one that a prototype brings, too.
fn is_plain_dispatcher() -> bool {
    if !get(&object(), "dispatcher").is_falsy() {
        return false;
    }
    // Its versions have two places for it, and the host's own may read either.
    ["undici.globalDispatcher.1", "undici.globalDispatcher.2"].iter().all(|place| {
        let dispatcher = Reflect::get(&global(), &Symbol::for_(place)).unwrap_or_default();
        if !dispatcher.is_object() {
            return true;
        }
        let class = get(&dispatcher, "constructor");
        let name = get(&class, "name").as_string().unwrap_or_default();
        matches!(name.as_str(), "Agent" | "ProxyAgent" | "EnvHttpProxyAgent" | "Dispatcher1Wrapper")
            && get(&dispatcher, "dispatch") == get(&get(&class, "prototype"), "dispatch")
    })
}

/// Whether the address that an error names, if it names one, is that of the URL. The IP address of a host name is not
/// known here: then only the port is compared.
fn is_about(error: &JsValue, url: &Url) -> bool {
    let part = |name: &str| get(url.as_ref(), name).as_string().unwrap_or_default();
    let field = |name: &str| {
        let value = get(error, name);
        value.as_f64().map_or_else(|| beginning(&value, 300), number_to_string)
    };
    let is = |name: &str, ours: &str| get(error, name).is_undefined() || field(name) == ours;
    let (mut port, host) = (part("port"), part("hostname"));
    if port.is_empty() {
        port.push_str(if part("protocol") == "http:" { "80" } else { "443" });
    }
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(&host);
    let is_number =
        text::contains(host, ":") || host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let origin = part("origin") + "/";
    let message = thrown_message(error);
    is("port", &port)
        && is("hostname", host)
        && is("host", host)
        && (!is_number || is("address", host))
        // An error of Bun has the whole URL in `path`, one of Deno in its message.
        && (get(error, "path").is_undefined() || field("path").starts_with(&origin))
        && (!text::contains(&message, "for url (") || text::contains(&message, &["(", &origin].concat()))
}
