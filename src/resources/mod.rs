//! One file per resource: its models and its operations. A hub: accessors only.

pub mod agents;
pub mod calls;
pub mod voices;

use crate::Client;
use crate::schema::ResourceDeclaration;

/// All resources, in the order of `api.md`.
pub static RESOURCES: &[&ResourceDeclaration] =
    &[&agents::DECLARATION, &calls::DECLARATION, &voices::DECLARATION];

impl Client {
    /// Agents.
    #[must_use]
    pub fn agents(&self) -> agents::Agents<'_> {
        agents::Agents::new(self)
    }

    /// Phone calls.
    #[must_use]
    pub fn calls(&self) -> calls::Calls<'_> {
        calls::Calls::new(self)
    }

    /// Voices.
    #[must_use]
    pub fn voices(&self) -> voices::Voices<'_> {
        voices::Voices::new(self)
    }
}
