//! Which statuses of a call are final.

use super::CallStatus;
use crate::text;

const FINAL: &str =
    " completed failed no-answer busy canceled user-canceled hangup_on_voicemail left_voicemail spam ";

/// Whether a call of this status has ended. An unknown status is not final.
pub(crate) fn is_final_status(status: &str) -> bool {
    text::is_among(FINAL, status)
}

impl CallStatus {
    /// Whether the call has ended. A status unknown to this version is not final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        is_final_status(self.as_str())
    }
}
