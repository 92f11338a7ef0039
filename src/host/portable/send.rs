//! What is passed to `fetch`, and what it threw.

use std::cell::OnceCell;

use js_sys::{Array, Function, Reflect, Symbol};
use wasm_bindgen::prelude::*;

use super::environment::{absolute, global_field};
use super::{array, bare_object, get, global, method, never_connected, object, proof, set, set_text};

#[wasm_bindgen]
extern "C" {
    type Blob;
    #[wasm_bindgen(constructor)]
    fn new_blob(parts: &Array) -> Blob;

    #[wasm_bindgen(js_name = Request)]
    type HostRequest;
    #[wasm_bindgen(js_class = "Request", constructor, catch)]
    fn new_request(url: &str, init: &JsValue) -> Result<HostRequest, JsValue>;
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

/// Whether what an attempt threw proves that it did not leave.
#[must_use]
pub fn never_left(thrown: &JsValue, attempt: &JsValue) -> bool {
    let (fetch, url) = (method(attempt, "fetch"), get(attempt, "url").as_string());
    let is_proof = |fetch: Function| never_connected(thrown, &fetch, url.as_deref().unwrap_or_default());
    get(attempt, "trusted").is_truthy() && fetch.is_some_and(is_proof)
}

/// Whether a `fetch` is that of a sandbox.
#[must_use]
pub fn is_sandbox(fetch: &JsValue) -> bool {
    let mark = Symbol::for_("synthflow-wasm.sandbox");
    fetch.is_function() && Reflect::get(fetch, &mark).is_ok_and(|marked| marked.is_truthy())
}
