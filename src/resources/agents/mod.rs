//! Agents: their operations and the bodies of requests.

mod responses;
mod settings;

pub use responses::*;
pub use settings::*;

use super::actions::InlineAction;
use super::shared::Confirmation;

operations! {
    /// Voice agents, which place and answer calls. The API calls them `assistants`; their id is `model_id`.
    pub Agents = "agents";

    /// Creates an agent. Settings omitted from `agent` have Synthflow's defaults.
    // Reference: Create an agent (`create-assistant`); legacy: Create an agent.
    #[see = "agents/create-assistant"]
    #[example = r#"
        const { model_id } = await client.agents.create({
          type: "outbound",
          name: "Appointment reminders",
          agent: {
            prompt: "Remind {name} of the appointment on {date}.",
            greeting_message: "Hello {name}, this is the clinic.",
          },
        });
    "#]
    #[creates = "model_id"]
    fn create(; CreateAgent) -> AgentSaved = POST "/assistants", non_idempotent;

    /// Lists the agents of the workspace, 20 per page by default.
    // Reference: List agents (`list-assistant`); legacy: List Agents.
    #[see = "agents/list-assistant"]
    #[example = r#"
        for await (const agent of client.agents.list()) {
          console.log(agent.model_id, agent.name);
        }
    "#]
    fn list(; ListAgents) -> Agent = GET "/assistants/" page "assistants", safe, offset;

    /// Gets an agent.
    // Reference: Get an agent (`get-assistant`); legacy: Get an Agent.
    #[see = "agents/get-assistant"]
    #[example = r#"
        const agent = await client.agents.get("your-agent-id", { include_actions: true });
    "#]
    fn get(model_id; GetAgent) -> Agent = GET "/assistants/{model_id}" one "assistants", safe;

    /// Updates an agent. Omitted fields keep their values.
    /// Changes are made to a draft; it goes live when it is published in the dashboard.
    // Reference: Update an agent (`update-assistant`); legacy: Update an agent.
    #[see = "agents/update-assistant"]
    #[example = r#"
        await client.agents.update("your-agent-id", {
          agent: { voice_speed: 1.1, patience_level: "high" },
          max_duration: { is_enabled: true, duration_seconds: 600 },
        });
    "#]
    fn update(model_id; UpdateAgent) -> AgentSaved = PUT "/assistants/{model_id}", idempotent;

    /// Deletes an agent.
    // Reference: Delete an agent (`delete-assistant`); legacy: Delete an Agent.
    #[see = "agents/delete-assistant"]
    #[example = r#"
        await client.agents.delete("your-agent-id");
    "#]
    fn delete(model_id) -> Confirmation = DELETE "/assistants/{model_id}", idempotent;

    /// Attaches phone numbers to an outbound agent. Each call can choose one with `from_phone_number`.
    // Reference: Attach phone numbers to an outbound agent (`attach-phone-numbers-to-assistant`).
    #[see = "agents/attach-phone-numbers-to-assistant"]
    #[example = r#"
        await client.agents.attachPhoneNumbers("your-agent-id", {
          phone_numbers: ["+14155550100", "+14155550101"],
        });
    "#]
    fn attach_phone_numbers(model_id; AttachPhoneNumbers) -> Confirmation
        = PUT "/assistants/{model_id}/phone_numbers", idempotent;

    /// Detaches a phone number from an outbound agent.
    // Reference: Detach phone number from an outbound agent (`detach-phone-number-from-assistant`).
    #[see = "agents/detach-phone-number-from-assistant"]
    fn detach_phone_number(model_id, phone_number_slug) -> Confirmation
        = DELETE "/assistants/{model_id}/phone_numbers/{phone_number_slug}", idempotent;
}

string_enum! {
    /// Type of an agent.
    pub closed AgentType {
        /// Places calls: see `calls.create`.
        Outbound = "outbound",
        /// Answers calls to its phone number.
        Inbound = "inbound",
        /// Talks to visitors of a web page.
        Widget = "widget",
    }
}

model! {
    /// Body of `agents.create`.
    // Reference: Create an agent (`create-assistant`).
    #[rules(unless("voicemail_message.enabled", &["false"]).needs_value("agent.greeting_message_mode", &["human"]))]
    pub struct CreateAgent {
        /// Type of the agent. It cannot be changed later.
        r#type: AgentType = [required],
        /// Name shown in the dashboard.
        name: String = [required],
        /// Prompt, voice and conversation settings. May be `{}`.
        agent: AgentSettings = [required],
        /// Description shown in the dashboard.
        description: String,
        /// Phone number attached to the agent.
        phone_number: String,
        /// Post-call webhook URL. It receives the data of each call, including the transcript.
        external_webhook_url: String = [url, misnamed("webhook_url,webhook,callback_url,post_call_webhook_url")],
        /// Inbound webhook URL. Its response, due within 10 seconds, can reroute the call or set variables.
        inbound_call_webhook_url: String = [url],
        /// Actions to create with the agent.
        // Not in the reference; Synthflow's published examples (2026) have it.
        actions: Vec<InlineAction>,
        /// Whether calls are recorded.
        is_recording: bool,
        /// Maximum call duration.
        max_duration: MaxDuration,
        /// Message left on voicemail. Requires `agent.greeting_message_mode` `"human"`.
        voicemail_message: VoicemailMessage,
        /// Conditions for ending the call.
        end_call_reasons: Vec<String> = [deprecated("use agent.end_call_reasons_v2; the API ignores it here")],
    }

    /// Body of `agents.update`. Omitted fields keep their values.
    // Reference: Update an agent (`update-assistant`).
    #[rules(unless("voicemail_message.enabled", &["false"]).allows("agent.greeting_message_mode", &["human"]))]
    pub struct UpdateAgent {
        /// Agent id, repeated from the path. Not needed; legacy API examples send it.
        model_id: String = [not_empty],
        /// Type of the agent. It cannot be changed.
        // Not in the reference; Synthflow's own n8n node sends it.
        r#type: AgentType,
        /// Name shown in the dashboard.
        name: String,
        /// Settings. Omitted ones keep their values.
        agent: AgentSettings,
        /// Description shown in the dashboard.
        description: String,
        /// Phone number attached to the agent.
        phone_number: String,
        /// Post-call webhook URL. It receives the data of each call, including the transcript.
        external_webhook_url: String = [url],
        /// Inbound webhook URL. Its response, due within 10 seconds, can reroute the call or set variables.
        // The reference has it for `agents.create` only; public code sends it here too.
        inbound_call_webhook_url: String = [url],
        /// Actions, which replace all actions of the agent; `[]` removes them. To add one to the others, use
        /// `actions.create` and `actions.attach`.
        // Not in the reference; Synthflow's published examples (2026) have it.
        actions: Vec<InlineAction>,
        /// Whether calls are recorded.
        is_recording: bool,
        /// Maximum call duration.
        max_duration: MaxDuration,
        /// Message left on voicemail. Requires `agent.greeting_message_mode` `"human"`.
        voicemail_message: VoicemailMessage,
        /// Conditions for ending the call.
        end_call_reasons: Vec<String> = [deprecated("use agent.end_call_reasons_v2; the API ignores it here")],
    }

    /// Query of `agents.list`.
    pub struct ListAgents {
        /// Agents per page. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first agent. Default 0.
        offset: i64 = [at_least(0.0)],
    }

    /// Query of `agents.get`.
    pub struct GetAgent {
        /// Whether to include action ids and input variables. Default `false`.
        include_actions: bool,
    }

    /// Phone numbers to attach, by number.
    pub struct AttachPhoneNumbersByNumber {
        /// Phone numbers of the workspace, in E.164 format.
        phone_numbers: Vec<String> = [required, e164],
    }

    /// Phone numbers to attach, by slug.
    pub struct AttachPhoneNumbersBySlug {
        /// Phone number slugs: the numbers without `+`.
        phone_number_slugs: Vec<String> = [required],
    }
}

union! {
    /// Body of `agents.attach_phone_numbers`: numbers or slugs, not both.
    // Reference: Attach phone numbers to an outbound agent (`attach-phone-numbers-to-assistant`).
    pub enum AttachPhoneNumbers {
        /// By number.
        Numbers(AttachPhoneNumbersByNumber),
        /// By slug.
        Slugs(AttachPhoneNumbersBySlug),
    }
}
