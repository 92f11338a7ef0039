//! Requests to routes that are not declared.

use std::borrow::Cow;
use std::rc::Rc;

use crate::error::Error;
use crate::schema::table::Operation;
use crate::schema::{METHODS, Paging, ResponseKind};
use crate::text;

/// An operation for a route that is not declared: its HTTP method decides the retry policy.
pub fn undeclared(method: &str, path: &str) -> Result<Rc<Operation>, Error> {
    let Some((method, retry_policy)) = METHODS.iter().find(|(known, _)| *known == method).copied() else {
        return Err(Error::usage("client.request: expected GET, POST, PUT, PATCH or DELETE"));
    };
    // `..` would leave the path of baseURL. A URL parser treats %2e as a dot, and removes line breaks.
    let closed = text::concat(&[path, "/"]);
    let has_dot_segment = ["/./", "/../", "%2e", "%2E"].iter().any(|step| text::contains(&closed, step));
    if has_dot_segment
        || matches!(path.as_bytes(), [b'/', b'/', ..])
        || !matches!(path.as_bytes(), [b'/', ..])
        || path.bytes().any(|byte| !byte.is_ascii_graphic() || is_reserved(byte))
    {
        return Err(Error::usage(
            "client.request: expected an encoded path such as /voices, without a query",
        ));
    }
    let path = Cow::Owned(path.to_owned());
    Ok(Rc::new(Operation {
        name: "client.request",
        method,
        path,
        envelope_field: "",
        retry_policy,
        paging: Paging::None,
        response_kind: ResponseKind::Whole,
        creates: "",
        appends: "",
        params: None,
        response: None,
    }))
}

/// Whether a byte cannot be in an encoded path: the start of a query or a fragment, or one that must be encoded.
fn is_reserved(byte: u8) -> bool {
    matches!(byte, b'?' | b'#' | b'\\' | b'{' | b'}' | b'"' | b'<' | b'>' | b'^' | b'`' | b'|')
}
