//! Where this runs: on a server, in a page or in a worker, and what the host knows.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::super::{now, number_to_string, random};
use super::{bare_object, get, global, method, set};
use crate::text;

#[wasm_bindgen]
extern "C" {
    /// Throws for a time zone that `Intl` does not know.
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat, catch)]
    fn date_time_format(locale: &str, options: &JsValue) -> Result<Option<Object>, JsValue>;

    #[wasm_bindgen(js_name = URL)]
    type HostUrl;
    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn parse_url(url: &str) -> Result<HostUrl, JsValue>;
}

/// A field of the global object, or a nested one: `location.origin`.
pub(super) fn global_field(path: &str) -> JsValue {
    let mut found = global();
    let mut rest = path;
    while !rest.is_empty() {
        let (name, after) = text::split_at_byte(rest, b'.').unwrap_or((rest, ""));
        found = get(&found, name);
        rest = after;
    }
    found
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
pub(super) fn absolute(url: &str) -> Option<String> {
    let origin = if url.starts_with('/') { origin() } else { String::new() };
    let is_lost = url.starts_with('/') && origin.is_empty() && is_browser();
    (!is_lost).then(|| text::concat(&[&origin, url]))
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

/// Whether the host can parse a URL.
#[must_use]
pub fn is_url(url: &str) -> bool {
    HostUrl::parse_url(url).is_ok()
}

/// Whether `Intl` knows the time zone; true if there is no `Intl`.
#[must_use]
#[cfg_attr(not(all(target_arch = "wasm32", target_os = "unknown")), allow(dead_code))]
pub(in crate::host) fn intl_knows(name: &str) -> bool {
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

/// A unique string. Pages without TLS have no `randomUUID`.
#[must_use]
pub fn unique() -> String {
    let crypto = global_field("crypto");
    let made = method(&crypto, "randomUUID").and_then(|make| make.call0(&crypto).ok()?.as_string());
    made.unwrap_or_else(|| {
        [number_to_string(random()), number_to_string(random()), number_to_string(now())].concat()
    })
}
