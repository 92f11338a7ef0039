//! The host operations in Rust: for Rust users, whose bundle has no `host.js`. Both implementations are tested with the
//! same cases, `tests/host.json`. Length: the functions of that interface.

mod encode;
mod proof;
mod redact;
mod reply;
mod secrets;
mod values;

pub(super) use encode::read_value;
pub use encode::{encode_value, write_body};
pub use proof::never_connected;
pub use redact::{describe_thrown, parse_redacted, redact, redact_headers};
pub use reply::{add_siblings, header_of, list_of_one, status_of};
pub(super) use reply::{json_body, json_lines};
pub use values::*;

use std::cell::OnceCell;

use js_sys::{Array, Function, Object, Reflect, Symbol};
use wasm_bindgen::prelude::*;

use super::{number_to_string, random};
use crate::text;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Promise, js_name = allSettled)]
    fn all_settled(promises: &Array) -> JsValue;

    /// Throws for a time zone that `Intl` does not know.
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat, catch)]
    fn date_time_format(locale: &str, options: &JsValue) -> Result<Option<Object>, JsValue>;

    type Blob;
    #[wasm_bindgen(constructor)]
    fn new_blob(parts: &Array) -> Blob;

    #[wasm_bindgen(js_name = URL)]
    type HostUrl;
    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn parse_url(url: &str) -> Result<HostUrl, JsValue>;

    #[wasm_bindgen(js_name = Request)]
    type HostRequest;
    #[wasm_bindgen(js_class = "Request", constructor, catch)]
    fn new_request(url: &str, init: &JsValue) -> Result<HostRequest, JsValue>;
}

/// A field of the global object, or a nested one: `location.origin`.
fn global_field(path: &str) -> JsValue {
    let mut found = global();
    let mut rest = path;
    while !rest.is_empty() {
        let (name, after) = text::split_at_byte(rest, b'.').unwrap_or((rest, ""));
        found = get(&found, name);
        rest = after;
    }
    found
}

/// Whether a body has, however deep, a field of one of these names, which have spaces in between.
#[must_use]
pub fn mentions(body: &JsValue, names: &str) -> bool {
    if !body.is_string() {
        return false;
    }
    // Serialized again, a name is written in one way only.
    let text = reply::parse(body).and_then(|parsed| stringify(&parsed)).unwrap_or_else(|_| body.clone());
    let text: &js_sys::JsString = text.unchecked_ref();
    !names.is_empty() && names.split(' ').any(|name| text.includes(&["\"", name, "\":"].concat(), 0))
}

/// Prepares an attempt: what is passed to `fetch`, and which one; undefined if there is none. `lines` are the method, the
/// URL, and the names and values of the headers, which are added to those that were `sent`. The objects have no prototype,
/// to which any script may have added a body or a dispatcher.
///
/// No cache of the host or of a framework may respond instead of the API; some versions of workerd throw on the field. A
/// redirect that the host follows may carry the key and the body to another origin. Deno resends a request by itself when
/// a connection breaks, unless it keeps no copy of the body: whatever `fetch` is used may end in the host's own, and every
/// `fetch` takes a Blob.
///
/// `trusted` is whether what `fetch` throws can prove something: see [`never_connected`]. Asked here too, since a
/// dispatcher may be replaced while the request is in flight. Deno and Bun resend other requests, so that a refused
/// connection may be the second one.
#[must_use]
pub fn prepare(
    lines: &str,
    body: &JsValue,
    fetch: &JsValue,
    is_non_idempotent: bool,
    sent: &Array,
) -> JsValue {
    let is_given = !fetch.is_undefined();
    let fetch = if is_given { fetch.clone() } else { get(&global(), "fetch") };
    let Some(fetch) = fetch.dyn_ref::<Function>() else { return JsValue::UNDEFINED };
    let (init, headers, attempt) = (bare_object(), bare_object(), object());
    // What was sent is a copy: a `fetch` may change the headers, and their secrets are still secrets.
    let copy = bare_object();
    let mut parts = lines.split('\n');
    set_text(&init, "method", parts.next().unwrap_or_default());
    let is_own = !is_given && proof::is_hosts_own(fetch);
    // The `fetch` of a server takes no path, whatever a framework has replaced it by.
    let url = absolute(parts.next().unwrap_or_default()).filter(|url| is_given || !url.starts_with('/'));
    let Some(url) = url else { return JsValue::UNDEFINED };
    set_text(&attempt, "url", &url);
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        set_text(&headers, name, value);
        set_text(&copy, name, value);
    }
    sent.push(&copy);
    set(&init, "headers", &headers);
    set_text(&init, "redirect", "manual");
    let is_deno = global_field("Deno").is_object();
    // One of another realm may be Deno's, too.
    let may_be_denos = is_deno || global_field("Blob").is_function() && !fetch.is_instance_of::<Function>();
    if is_non_idempotent && may_be_denos {
        set(&init, "body", &Blob::new_blob(&array((!body.is_undefined()).then(|| body.clone()))));
    } else if !body.is_undefined() {
        set(&init, "body", body);
    }
    if knows_cache() {
        set_text(&init, "cache", "no-store");
    }
    let resends = is_deno || global_field("Bun").is_object();
    let trusted = is_own && (is_non_idempotent || !resends);
    set(&attempt, "init", &init);
    set(&attempt, "fetch", fetch);
    set(&attempt, "trusted", &trusted.into());
    attempt
}

fn knows_cache() -> bool {
    thread_local! {
        static KNOWS_CACHE: OnceCell<bool> = const { OnceCell::new() };
    }
    KNOWS_CACHE.with(|known| {
        *known.get_or_init(|| {
            let trial = bare_object();
            set_text(&trial, "cache", "no-store");
            !global_field("Request").is_function()
                || HostRequest::new_request("https://a.example", &trial).is_ok()
        })
    })
}

/// The origin of this page or worker; of a frame that has no address, such as one with `srcdoc`, that of its creator, which
/// must be that of the top page: any script can replace `origin`, but not `top`. Empty where there is none.
fn origin() -> String {
    let (top, own) = (global_field("top.location.origin"), global_field("origin"));
    let all = [global_field("location.origin"), if top == own { top } else { JsValue::UNDEFINED }];
    let has_host = |one: &String| text::contains(one, "://") && !one.ends_with("://");
    all.into_iter().filter_map(|one| one.as_string()).find(has_host).unwrap_or_default()
}

/// Resolves a path against the page's own origin, whatever its `<base>` is. In a page without an origin it would go to that
/// of the `<base>`: `None`.
fn absolute(url: &str) -> Option<String> {
    let origin = if url.starts_with('/') { origin() } else { String::new() };
    let is_lost = url.starts_with('/') && origin.is_empty() && is_browser();
    (!is_lost).then(|| text::concat(&[&origin, url]))
}

/// Whether what an attempt threw proves that it did not leave.
#[must_use]
pub fn never_left(thrown: &JsValue, attempt: &JsValue) -> bool {
    let (fetch, url) = (method(attempt, "fetch"), get(attempt, "url").as_string());
    let is_proof = |fetch: Function| never_connected(thrown, &fetch, url.as_deref().unwrap_or_default());
    get(attempt, "trusted").is_truthy() && fetch.is_some_and(is_proof)
}

/// Whether a value has the interface of a signal: one of another realm is one too.
#[must_use]
pub fn is_signal(value: &JsValue) -> bool {
    get(value, "aborted").as_bool().is_some()
        && method(value, "addEventListener").is_some()
        && method(value, "removeEventListener").is_some()
}

/// Whether a signal has fired.
#[must_use]
pub fn is_aborted(signal: &JsValue) -> bool {
    get(signal, "aborted").is_truthy()
}

/// Writes a log line to a logger, or the console if it is undefined.
pub fn log(logger: &JsValue, level: &str, line: &str) {
    let logger = if logger.is_undefined() { get(&global(), "console") } else { logger.clone() };
    if let Some(write) = method(&logger, level) {
        // A logger that throws must not fail the request it logs.
        let _ = call_safely(&write, &logger, &JsValue::from_str(line));
    }
}

/// Adds the object of an issue to a list; its limits are those of a number.
#[allow(clippy::too_many_arguments)]
pub fn add_issue(
    issues: &Array,
    path: &str,
    code: &str,
    expected: &str,
    got: &str,
    hint: &str,
    message: &str,
    limits: &str,
) {
    let issue = object();
    let texts = [("path", path), ("code", code), ("expected", expected), ("got", got), ("hint", hint)];
    for (name, text) in texts.into_iter().chain([("message", message)]) {
        set_text(&issue, name, text);
    }
    if let Some((least, most)) = text::split_at_byte(limits, b' ') {
        set(&issue, "minimum", &super::number(least).into());
        set(&issue, "maximum", &super::number(most).into());
    }
    issues.push(&issue);
}

/// Whether this is a page or a worker of one, including a service worker. The workers of Deno, Bun, Node and workerd
/// are not.
#[must_use]
pub fn is_browser() -> bool {
    let has = |path: &str| !global_field(path).is_undefined();
    has("window.document")
        || has("WorkerGlobalScope")
            && has("location")
            && !has("Deno")
            && !has("Bun")
            && !has("process.versions.node")
}

/// Whether the host can parse a URL.
#[must_use]
pub fn is_url(url: &str) -> bool {
    HostUrl::parse_url(url).is_ok()
}

/// Whether a base URL is on the origin of this page.
#[must_use]
pub fn is_same_origin(base_url: &str) -> bool {
    if base_url.starts_with('/') {
        return true;
    }
    let origin = Some(origin()).filter(|origin| !origin.is_empty());
    let after = origin.and_then(|origin| base_url.strip_prefix(origin.as_str()));
    after.is_some_and(|after| after.is_empty() || after.starts_with('/'))
}

/// A unique string. Pages without TLS have no `randomUUID`.
#[must_use]
pub fn unique() -> String {
    let crypto = global_field("crypto");
    let made = method(&crypto, "randomUUID").and_then(|make| make.call0(&crypto).ok()?.as_string());
    made.unwrap_or_else(|| {
        [number_to_string(random()), number_to_string(random()), number_to_string(super::now())].concat()
    })
}

/// Whether `Intl` knows the time zone; true if there is no `Intl`.
#[must_use]
#[cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), allow(dead_code))]
pub(super) fn intl_knows(name: &str) -> bool {
    if name.starts_with(['+', '-']) {
        return false;
    }
    if global_field("Intl").is_undefined() {
        return true;
    }
    let options = bare_object();
    set(&options, "timeZone", &JsValue::from_str(name));
    date_time_format("en", &options).is_ok()
}

/// Whether a `fetch` is that of a sandbox.
#[must_use]
pub fn is_sandbox(fetch: &JsValue) -> bool {
    let mark = Symbol::for_("synthflow-wasm.sandbox");
    fetch.is_function() && Reflect::get(fetch, &mark).is_ok_and(|marked| marked.is_truthy())
}

/// Calls a callback with each of some issues, which are of an operation; returns whether it threw.
#[must_use]
pub fn report(callback: &Function, issues: &Array, operation: &str) -> bool {
    let mut threw = false;
    for issue in issues.iter() {
        set_text(&issue, "operation", operation);
        threw |= call_safely(callback, &JsValue::UNDEFINED, &issue);
    }
    threw
}

/// Calls a callback, ignoring what it throws or rejects with; returns whether it threw.
#[must_use]
pub fn call_safely(run: &Function, this: &JsValue, argument: &JsValue) -> bool {
    let Ok(result) = run.call1(this, argument) else { return true };
    if method(&result, "then").is_some() {
        // Handles the rejection, which would end the process otherwise.
        all_settled(&array([result]));
    }
    false
}
