//! The signatures of webhooks: HMAC-SHA256 over the id of the call, in base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use core::fmt;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::event::{self, Event};

/// A webhook's event, and whether its signature was verified.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Delivery {
    /// The event.
    pub event: Event,
    /// Whether it is verified to be from Synthflow.
    pub verified: bool,
}

/// Why a webhook is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookErrorReason {
    /// There is no secret to verify with.
    Secret,
    /// The body is not a JSON object.
    Body,
    /// The body has no id of a call, or different ones.
    CallId,
    /// There is no signature, there are different ones, or it is not that of this body.
    Signature,
}

/// A webhook that is not accepted: it may be anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookError {
    reason: WebhookErrorReason,
    message: String,
}

impl WebhookError {
    pub(super) fn new(reason: WebhookErrorReason, message: impl Into<String>) -> Self {
        Self { reason, message: message.into() }
    }

    /// Why it is not accepted.
    #[must_use]
    pub fn reason(&self) -> WebhookErrorReason {
        self.reason
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for WebhookError {}

/// The event of a webhook that is from Synthflow.
///
/// The body is the raw one, before any parser had it; the headers are pairs of a name and a value. The signature covers
/// the id of the call and nothing else of the body: where it matters, read the call again with `calls.get`. Of several
/// secrets one has to fit, so that a secret can be replaced.
///
/// ```
/// use synthflow_wasm::webhooks::{self, Event};
///
/// let body = r#"{"status": "completed", "call": {"call_id": "c1"}}"#;
/// let signature = webhooks::sign("c1", "secret");
/// let headers = [("Synthflow-Signature", signature.as_str())];
/// let event = webhooks::unwrap(body.as_bytes(), headers, &["secret"])?;
/// assert!(matches!(event, Event::PostCall(_)));
/// # Ok::<(), synthflow_wasm::webhooks::WebhookError>(())
/// ```
///
/// # Errors
/// Where it is not verified to be from Synthflow: [`WebhookError::reason`] says why. The documented inbound event has no
/// id, so it cannot be: see [`unwrap_with_unsigned_inbound`].
pub fn unwrap<'a>(
    body: &[u8],
    headers: impl IntoIterator<Item = (&'a str, &'a str)>,
    secrets: &[&str],
) -> Result<Event, WebhookError> {
    let Delivery { event, verified } = unwrap_with_unsigned_inbound(body, headers, secrets)?;
    if verified {
        return Ok(event);
    }
    Err(WebhookError::new(
        WebhookErrorReason::CallId,
        "this inbound event has no call_id, and the signature covers the call_id only, so its sender cannot be verified. \
         To accept such events, use unwrap_with_unsigned_inbound, and check the sender in another way, such as a secret in \
         the URL of the webhook, or the addresses that requests come from",
    ))
}

/// As [`unwrap`], but accepts an inbound event that has no id, unverified. Check its sender in another way, such as a
/// secret in the URL of the webhook, or the addresses that requests come from.
///
/// # Errors
/// As [`unwrap`].
pub fn unwrap_with_unsigned_inbound<'a>(
    body: &[u8],
    headers: impl IntoIterator<Item = (&'a str, &'a str)>,
    secrets: &[&str],
) -> Result<Delivery, WebhookError> {
    // Anybody could sign with it.
    let is_missing = |secret: &&str| matches!(secret.trim(), "" | "undefined" | "null");
    if secrets.is_empty() || secrets.iter().any(is_missing) {
        return Err(WebhookError::new(
            WebhookErrorReason::Secret,
            "the secret is empty, or the text of a missing value; check that its variable is set",
        ));
    }
    let event = event::read(body)?;
    let (id, is_inbound) = event::call_id(&event, false)?;
    let Some(id) = id.map(str::to_owned) else {
        return Ok(Delivery { event: event::to_event(event, is_inbound, None)?, verified: false });
    };
    let signature = signature(headers)?;
    if !secrets.iter().any(|secret| fits(&signature, &id, secret)) {
        return Err(WebhookError::new(
            WebhookErrorReason::Signature,
            "the signature is not that of this call_id with this secret; check that it is the workspace's webhook secret",
        ));
    }
    Ok(Delivery { event: event::to_event(event, is_inbound, Some(id))?, verified: true })
}

/// The signature of the id of a call, as Synthflow sends it.
#[must_use]
pub fn sign(call_id: &str, secret: &str) -> String {
    mac(call_id, secret).map_or_else(String::new, |mac| STANDARD.encode(mac.finalize().into_bytes()))
}

/// A key of any length makes a MAC.
fn mac(call_id: &str, secret: &str) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(call_id.as_bytes());
    Some(mac)
}

/// Compares in constant time. Another way to write the same bytes in base64 is not what was sent.
fn fits(signature: &str, call_id: &str, secret: &str) -> bool {
    let Ok(bytes) = STANDARD.decode(signature) else { return false };
    STANDARD.encode(&bytes) == signature
        && mac(call_id, secret).is_some_and(|mac| mac.verify_slice(&bytes).is_ok())
}

/// The one signature among the headers. Synthflow's documentation says `HTTP_SYNTHFLOW_SIGNATURE`, as some servers
/// rewrite `Synthflow-Signature`; with `X-` it is seen too.
fn signature<'a>(headers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<String, WebhookError> {
    let mut found: Option<&str> = None;
    for (name, value) in headers {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let name = name.strip_prefix("http-").unwrap_or(&name);
        if name.strip_prefix("x-").unwrap_or(name) != "synthflow-signature" {
            continue;
        }
        // Two headers of one name arrive joined by a comma, which base64 does not have.
        for value in value.split(',').map(str::trim).filter(|value| !value.is_empty()) {
            if found.is_some_and(|found| found != value) {
                return Err(WebhookError::new(
                    WebhookErrorReason::Signature,
                    "there are several signatures, and they differ",
                ));
            }
            found = Some(value);
        }
    }
    found.map(str::to_owned).ok_or_else(|| {
        WebhookError::new(
            WebhookErrorReason::Signature,
            "there is no signature: no header Synthflow-Signature, X-Synthflow-Signature or HTTP_SYNTHFLOW_SIGNATURE",
        )
    })
}
