//! Redirects. The only one that has a consequence is that to the other slash form of the same URL: `/contacts` and
//! `/contacts/`. Frameworks and proxies redirect so before they route a request, so nothing has processed it, and it
//! may be sent there, once. The URL is made here, not taken from the response: the key stays on its origin.

use crate::text;

/// The status of a redirect of which a browser shows nothing.
pub const OPAQUE: u16 = 1;

/// The status of a response after a redirect that `fetch` followed: whose it is, nobody knows.
pub const FOLLOWED: u16 = 2;

/// The URL without the slash at the end of its path, or with one.
#[must_use]
pub fn other_form(url: &str) -> String {
    let path = path_of(url);
    let query = url.get(path.len()..).unwrap_or_default();
    match path.strip_suffix('/') {
        Some(path) => text::concat(&[path, query]),
        None => text::concat(&[path, "/", query]),
    }
}

/// Whether a redirect of this status and location only says that the other form of the URL is the right one.
///
/// 307 and 308 say that the request is to be repeated at the location. 301 and 302 mean the same, although browsers
/// turn a POST into a GET then. 303 says that the request was processed, and where its result is.
#[must_use]
pub fn is_to_other_form(status: u16, location: &str, url: &str, other: &str) -> bool {
    matches!(status, 301 | 302 | 307 | 308) && leads_to(location, url, other)
}

/// Whether a location, as it is written, is this other form of a URL: the whole URL, its path, or the last segment of the
/// path. What would have to be normalized first is another one.
fn leads_to(location: &str, url: &str, other: &str) -> bool {
    let slashes = |text: &str| text.bytes().filter(|byte| *byte == b'/').count();
    other.strip_suffix(location).is_some_and(|before| {
        let is_path = location.starts_with('/');
        // Before the path there are the two slashes of the scheme, before the segment as many as before that of the URL.
        let expected = if is_path { 2 } else { slashes(path_of(url)) };
        let is_at_slash = is_path || before.ends_with('/');
        before.is_empty() || is_at_slash && !before.starts_with('/') && slashes(before) == expected
    })
}

/// A URL without its query.
fn path_of(url: &str) -> &str {
    text::split_at_byte(url, b'?').map_or(url, |(path, _)| path)
}
