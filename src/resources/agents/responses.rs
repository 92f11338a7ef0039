//! What the operations of agents answer.

use super::{AgentSettings, AgentType, MaxDuration, VoicemailMessage};

model! {
    /// Answer of `agents.create` and `agents.update`.
    pub struct AgentSaved {
        /// The agent's id.
        model_id: String = [required],
        /// What the API has to say about the phone number and the voice.
        details: AgentSavedDetails = [nullable],
    }

    /// What the API has to say about a saved agent.
    pub struct AgentSavedDetails {
        /// About the phone number.
        phone: String = [nullable],
        /// About the voice.
        voice: String = [nullable],
    }

    /// An agent.
    // Reference: Get an agent (`get-assistant`).
    pub struct Agent {
        /// Its id.
        model_id: String = [required],
        /// Name shown in the dashboard.
        name: String,
        /// How people reach it.
        r#type: AgentType,
        /// What it is for.
        description: String = [nullable],
        /// Phone number it is attached to.
        phone_number: String = [nullable],
        /// URL that gets the data of each call after its end.
        external_webhook_url: String = [nullable],
        /// URL that is asked when a call comes in.
        inbound_call_webhook_url: String = [nullable],
        /// Whether calls are recorded.
        is_recording: bool = [nullable],
        /// Longest call.
        max_duration: MaxDuration = [nullable],
        /// What is said to a voicemail.
        voicemail_message: VoicemailMessage = [nullable],
        /// Reasons to hang up; only some answers hold them here.
        end_call_reasons: Vec<String> = [nullable],
        /// How it speaks, listens and thinks.
        agent: AgentSettings,
        /// Phone numbers an outbound agent may call from.
        attached_phone_numbers: Vec<AttachedPhoneNumber> = [nullable],
        /// Ids of its actions; empty unless `include_actions` was given.
        actions: Vec<String> = [nullable],
        /// Input variables of its actions, grouped by action; empty unless `include_actions` was given.
        input_variables: Vec<ActionInputVariables> = [nullable],
    }

    /// A phone number an outbound agent may call from.
    pub struct AttachedPhoneNumber {
        /// The number.
        number: String = [required],
        /// SID of a Twilio number.
        sid: String = [required, nullable],
        /// What `agents.detachPhoneNumber` takes.
        slug: String = [required],
    }

    /// The input variables of one action of an agent.
    pub struct ActionInputVariables {
        /// The action.
        action_id: String = [required],
        /// Its variables.
        values: Vec<ActionInputVariable> = [required],
        /// When the action runs.
        trigger_condition: String = [nullable],
    }

    /// An input variable of an action.
    pub struct ActionInputVariable {
        /// Name.
        name: String = [required],
        /// Type.
        r#type: String = [required],
        /// What it means.
        description: String = [nullable],
        /// An example value.
        example: String = [nullable],
        /// Whether it must be given.
        required: bool = [nullable],
    }
}
