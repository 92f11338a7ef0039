//! Agents: what answers and places calls. On the wire they are `assistants`, their id `model_id`.

mod responses;
mod settings;

pub use responses::*;
pub use settings::*;

use super::shared::{Confirmation};

operations! {
    /// Agents: what answers and places calls. On the wire they are `assistants`, their id is
    /// `model_id`.
    pub Agents = "agents";

    /// Creates an agent. `agent` may be empty: what is left out has Synthflow's defaults.
    // Reference: Create an agent (`create-assistant`); legacy: Create an agent.
    #[see = "agents/create-assistant"]
    fn create(; CreateAgent) -> AgentSaved = POST "/assistants", non_idempotent creates "model_id";

    /// Lists the agents of the workspace, 20 a page.
    // Reference: List agents (`list-assistant`); legacy: List Agents.
    #[see = "agents/list-assistant"]
    fn list(; ListAgents) -> Agent = GET "/assistants/" page "assistants", safe, offset;

    /// Gets an agent.
    // Reference: Get an agent (`get-assistant`); legacy: Get an Agent.
    #[see = "agents/get-assistant"]
    fn get(model_id; GetAgent) -> Agent = GET "/assistants/{model_id}" one "assistants", safe;

    /// Updates an agent. Only the fields that are given change.
    // Reference: Update an agent (`update-assistant`); legacy: Update an agent.
    #[see = "agents/update-assistant"]
    fn update(model_id; UpdateAgent) -> AgentSaved = PUT "/assistants/{model_id}", idempotent;

    /// Deletes an agent.
    // Reference: Delete an agent (`delete-assistant`); legacy: Delete an Agent.
    #[see = "agents/delete-assistant"]
    fn delete(model_id) -> Confirmation = DELETE "/assistants/{model_id}", idempotent;

    /// Attaches phone numbers to an outbound agent, given as numbers or as slugs: it may call from
    /// any of them.
    // Reference: Attach phone numbers to an outbound agent (`attach-phone-numbers-to-assistant`).
    #[see = "agents/attach-phone-numbers-to-assistant"]
    fn attach_phone_numbers(model_id; AttachPhoneNumbers) -> Confirmation
        = PUT "/assistants/{model_id}/phone_numbers", idempotent;

    /// Detaches one phone number from an outbound agent.
    // Reference: Detach phone number from an outbound agent (`detach-phone-number-from-assistant`).
    #[see = "agents/detach-phone-number-from-assistant"]
    fn detach_phone_number(model_id, phone_number_slug) -> Confirmation
        = DELETE "/assistants/{model_id}/phone_numbers/{phone_number_slug}", idempotent;
}

string_enum! {
    /// How people reach an agent.
    pub closed AgentType {
        /// It places calls: see `calls.create`.
        Outbound = "outbound",
        /// It answers the calls to its phone number.
        Inbound = "inbound",
        /// It talks in a web page, through the widget.
        Widget = "widget",
    }
}

model! {
    /// Body of `agents.create`.
    // Reference: Create an agent (`create-assistant`).
    pub struct CreateAgent {
        /// How people reach the agent. It cannot be changed later.
        r#type: AgentType = [required],
        /// Name shown in the dashboard.
        name: String = [required],
        /// How it speaks, listens and thinks. May be `{}`.
        agent: AgentSettings = [required],
        /// What the agent is for, shown in the dashboard.
        description: String,
        /// Phone number the agent is attached to.
        phone_number: String,
        /// URL that gets the data of each call after its end, the transcript included.
        external_webhook_url: String,
        /// URL that is asked when a call comes in, and may reroute it or add variables.
        inbound_call_webhook_url: String,
        /// Whether calls are recorded.
        is_recording: bool,
        /// Longest call.
        max_duration: MaxDuration,
        /// What is said to a voicemail. Needs `agent.greeting_message_mode` `"human"`.
        voicemail_message: VoicemailMessage,
        /// Reasons to hang up, at the top level.
        end_call_reasons: Vec<String> = [deprecated("use agent.end_call_reasons_v2; the API ignores it here")],
    }

    /// Body of `agents.update`: only the fields that are given change.
    // Reference: Update an agent (`update-assistant`).
    pub struct UpdateAgent {
        /// The agent's id once more, as the oldest examples send it. Not needed.
        model_id: String,
        /// Name shown in the dashboard.
        name: String,
        /// How it speaks, listens and thinks: what is left out stays.
        agent: AgentSettings,
        /// What the agent is for, shown in the dashboard.
        description: String,
        /// Phone number the agent is attached to.
        phone_number: String,
        /// URL that gets the data of each call after its end, the transcript included.
        external_webhook_url: String,
        /// Whether calls are recorded.
        is_recording: bool,
        /// Longest call.
        max_duration: MaxDuration,
        /// What is said to a voicemail. Needs `agent.greeting_message_mode` `"human"`.
        voicemail_message: VoicemailMessage,
        /// Reasons to hang up, at the top level.
        end_call_reasons: Vec<String> = [deprecated("use agent.end_call_reasons_v2; the API ignores it here")],
    }

    /// Query of `agents.list`.
    pub struct ListAgents {
        /// Agents per page. Default 20.
        limit: i64,
        /// Index of the first agent. Default 0.
        offset: i64,
    }

    /// Query of `agents.get`.
    pub struct GetAgent {
        /// Whether the answer holds the agent's actions and their input variables. Default `false`.
        include_actions: bool,
    }

    /// Phone numbers to attach, as numbers.
    pub struct AttachPhoneNumbersByNumber {
        /// Phone numbers of the workspace, in E.164 form.
        phone_numbers: Vec<String> = [required, e164],
    }

    /// Phone numbers to attach, as slugs.
    pub struct AttachPhoneNumbersBySlug {
        /// Slugs of phone numbers of the workspace.
        phone_number_slugs: Vec<String> = [required],
    }
}

union! {
    /// Body of `agents.attachPhoneNumbers`: numbers or slugs, not both.
    // Reference: Attach phone numbers to an outbound agent (`attach-phone-numbers-to-assistant`).
    pub enum AttachPhoneNumbers {
        /// As numbers.
        Numbers(AttachPhoneNumbersByNumber),
        /// As slugs.
        Slugs(AttachPhoneNumbersBySlug),
    }
}
