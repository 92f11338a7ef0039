//! How long to wait before the next attempt.

use super::host;

const FIRST: f64 = 500.0;
const MOST: f64 = 8_000.0;

/// Exponential with full jitter: from nothing up to half a second, one, two … eight.
pub fn delay(attempts: u32) -> f64 {
    let ceiling = FIRST * f64::from(1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX));
    ceiling.min(MOST) * host::random()
}

/// What `Retry-After` asks for, in milliseconds: seconds or an HTTP date; nonsense asks for nothing.
pub fn retry_after(header: &str) -> Option<f64> {
    let header = header.trim_ascii();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(host::number(header) * 1000.0);
    }
    let date = host::parse_date(header);
    date.is_finite().then(|| (date - host::now()).max(0.0))
}
