//! How long to wait before the next attempt.

use crate::host;
use crate::text;

const BASE_DELAY_MS: f64 = 500.0;
const MAX_DELAY_MS: f64 = 8_000.0;
const MIN_DELAY_MS: f64 = 50.0;

/// Exponential with full jitter over a floor: up to half a second, one, two … eight, or `most` if that is less.
pub fn delay(attempts: u32, most: f64) -> f64 {
    let ceiling =
        BASE_DELAY_MS * f64::from(1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX));
    let ceiling = ceiling.min(MAX_DELAY_MS).min(most).max(MIN_DELAY_MS);
    MIN_DELAY_MS + (ceiling - MIN_DELAY_MS) * host::random()
}

/// What `Retry-After` asks for, in milliseconds: seconds, with decimals rounded up, or an HTTP date in any of its three
/// forms. Of several the longest; nonsense asks for nothing.
pub fn retry_after(header: &str) -> Option<f64> {
    let header = header.trim_ascii();
    // A date may have a comma too, so it is looked for first. Date.parse alone takes `1, 5` for a date.
    if text::contains(header, ":") {
        // One in the form of asctime is in GMT without saying so.
        let zone = if header.bytes().last().is_some_and(|byte| byte.is_ascii_digit()) { " GMT" } else { "" };
        let date = host::parse_date(&text::concat(&[header, zone]));
        return date.is_finite().then(|| (date - host::wall_clock()).max(0.0));
    }
    let mut longest = None;
    let mut rest = header;
    while !rest.is_empty() {
        let (part, after) = text::split_at_byte(rest, b',').unwrap_or((rest, ""));
        rest = after;
        let part = part.trim_ascii();
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let wait = host::number(part).ceil() * 1000.0;
        if is_number && !part.is_empty() && wait.is_finite() && longest.is_none_or(|longest| wait > longest) {
            longest = Some(wait);
        }
    }
    longest
}
