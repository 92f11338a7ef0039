//! Responses of the operations of agents.

use super::{AgentSettings, AgentType, MaxDuration, VoicemailMessage};

model! {
    /// Response of `agents.create` and `agents.update`.
    pub struct AgentSaved {
        /// Agent id.
        model_id: String = [required],
        /// Messages about the phone number and the voice.
        details: AgentSavedDetails = [nullable],
    }

    /// Messages about a saved agent.
    pub struct AgentSavedDetails {
        /// Message about the phone number.
        phone: String = [nullable],
        /// Message about the voice.
        voice: String = [nullable],
    }

    /// An agent.
    // Reference: Get an agent (`get-assistant`).
    pub struct Agent {
        /// Agent id.
        model_id: String = [required],
        /// Name shown in the dashboard.
        name: String,
        /// Type of the agent.
        r#type: AgentType,
        /// Description shown in the dashboard.
        description: String = [nullable],
        /// Phone number attached to the agent.
        phone_number: String = [nullable],
        /// Post-call webhook URL.
        external_webhook_url: String = [nullable],
        /// Inbound webhook URL.
        inbound_call_webhook_url: String = [nullable],
        /// Whether calls are recorded.
        is_recording: bool = [nullable],
        /// Maximum call duration.
        max_duration: MaxDuration = [nullable],
        /// Message left on voicemail.
        voicemail_message: VoicemailMessage = [nullable],
        /// Conditions for ending the call. Only some responses have them here.
        end_call_reasons: Vec<String> = [nullable],
        /// Prompt, voice and conversation settings.
        agent: AgentSettings,
        /// Phone numbers an outbound agent can call from.
        attached_phone_numbers: Vec<AttachedPhoneNumber> = [nullable],
        /// Text with which the agent asks for consent.
        // Not in the reference; seen in lists of real accounts.
        consent_text: String = [nullable],
        /// Action ids. Empty unless `include_actions` was set.
        actions: Vec<String> = [nullable],
        /// Input variables by action. Empty unless `include_actions` was set.
        input_variables: Vec<ActionInputVariables> = [nullable],
    }

    /// A phone number an outbound agent can call from.
    pub struct AttachedPhoneNumber {
        /// Phone number, in E.164 format.
        number: String = [required],
        /// Twilio phone number SID, or null.
        sid: String = [required, nullable],
        /// Slug: see `agents.detach_phone_number`.
        slug: String = [required],
    }

    /// Input variables of an action.
    pub struct ActionInputVariables {
        /// Action id.
        action_id: String = [required],
        /// Variables.
        values: Vec<ActionInputVariable> = [required],
        /// Condition for running the action. Null if not set.
        trigger_condition: String = [nullable],
    }

    /// An input variable of an action.
    pub struct ActionInputVariable {
        /// Variable name.
        name: String = [required],
        /// Data type.
        r#type: String = [required],
        /// Meaning of the variable.
        description: String = [nullable],
        /// Example value.
        example: String = [nullable],
        /// Whether a value is required.
        required: bool = [nullable],
    }
}
