//! Which statuses of a call are final.

use super::CallStatus;
use crate::http::wait::is_final;

/// The statuses of a call that has ended.
pub(super) const FINAL: &str =
    "completed failed no-answer busy canceled user-canceled hangup_on_voicemail left_voicemail spam";

impl CallStatus {
    /// Whether the call has ended. A status unknown to this version is not final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        is_final(FINAL, self.as_str())
    }
}
