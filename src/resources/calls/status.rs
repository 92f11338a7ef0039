//! Which statuses of a call are final.

use super::CallStatus;
use crate::text;

const FINAL: &str =
    " completed failed no-answer busy canceled user-canceled hangup_on_voicemail left_voicemail spam ";

/// Whether a call of this status has ended. A status that is not known is not final.
pub(crate) fn is_final_status(status: &str) -> bool {
    text::is_among(FINAL, status)
}

impl CallStatus {
    /// Whether the call has ended. A status that this version does not know is not final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        is_final_status(self.as_str())
    }
}
