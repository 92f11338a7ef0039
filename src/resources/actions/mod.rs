//! Actions: their operations and the bodies of requests.

mod attach;
mod custom;
mod inline;
mod kinds;
mod responses;
mod transfer;
mod updates;

pub use attach::*;
pub use custom::*;
pub use inline::*;
pub use kinds::*;
pub use responses::*;
pub use transfer::*;
pub use updates::*;

use super::shared::{Confirmation, KeyValue};

/// The fields of which an action has one, its type.
const TYPES: &[&str] = &[
    "REAL_TIME_BOOKING",
    "INFORMATION_EXTRACTOR",
    "LIVE_TRANSFER",
    "SEND_SMS",
    "INCALL_SMS",
    "INCALL_WHATSAPP",
    "CUSTOM_ACTION",
    "CUSTOM_EVAL",
];

operations! {
    /// Actions, which an agent performs besides talking: booking, extracting information, transferring the
    /// call, sending messages, calling a URL. An action is created once and attached to agents.
    pub Actions = "actions";

    /// Creates an action. It has no effect until it is attached to an agent: see `actions.attach`.
    // Reference: Create an action (`create-action`); legacy: Create an Action.
    #[see = "actions/create-action"]
    #[example = r#"
        const { action_id } = await client.actions.create({
          SEND_SMS: {
            content: "Your appointment is confirmed.",
            instructions: "If an appointment was booked.",
          },
        });
    "#]
    #[creates = "action_id id"]
    fn create(; CreateAction) -> ActionCreated = POST "/actions", non_idempotent;

    /// Lists the actions of the workspace, 20 per page by default.
    // Reference: List actions (`list-actions`); legacy: List Actions.
    #[see = "actions/list-actions"]
    #[example = r#"
        for await (const action of client.actions.list()) {
          console.log(action.action_id, action.action_type);
        }
    "#]
    fn list(; ListActions) -> Action = GET "/actions" page "actions", safe, offset;

    /// Gets an action.
    // Reference: Get an action (`get-action`); legacy: Get an Action.
    #[see = "actions/get-action"]
    fn get(action_id; GetAction) -> Action = GET "/actions/{action_id}" one "actions", safe;

    /// Updates an action. Omitted fields keep their values.
    // Reference: Update an action (`update-action`); legacy: Update an Action.
    #[see = "actions/update-action"]
    fn update(action_id; UpdateAction) -> ActionUpdated = PUT "/actions/{action_id}", idempotent;

    /// Deletes an action permanently.
    // Reference: Delete an action (`delete-action`); legacy: Delete an Action.
    #[see = "actions/delete-action"]
    fn delete(action_id) -> Confirmation = DELETE "/actions/{action_id}", idempotent;

    /// Runs a custom action once with the given variables. This sends a request to the action's URL.
    // Reference: Initialize a custom action (`initialize-action`); legacy: Initialize a Custom Action.
    #[see = "actions/initialize-action"]
    #[example = r#"
        await client.actions.initialize({
          action_id: "your-action-id",
          variables: [{ key: "name", value: "Ada" }],
        });
    "#]
    fn initialize(; InitializeAction) -> Confirmation = POST "/actions/initialize", non_idempotent;

    /// Attaches actions to an agent: by id in `actions`, or with settings for each in `items`.
    // Reference: Attach an action (`attach-action`); legacy: Attach an Action.
    #[see = "actions/attach-action"]
    #[example = r#"
        await client.actions.attach({
          model_id: "your-agent-id",
          items: [{ action_id: "your-action-id", attachment_type: "after" }],
        });
    "#]
    fn attach(; AttachActions) -> Confirmation = POST "/actions/attach", non_idempotent;

    /// Detaches actions from an agent.
    // Reference: Detach an action (`detach-action`); legacy: Detach an Action.
    #[see = "actions/detach-action"]
    #[example = r#"
        await client.actions.detach({
          model_id: "your-agent-id",
          actions: ["your-action-id"],
        });
    "#]
    fn detach(; DetachActions) -> Confirmation = POST "/actions/detach", non_idempotent;
}

model! {
    /// Body of `actions.create`. Set exactly one field, the type of the action.
    // Reference: Create an action (`create-action`).
    #[rules(exactly_one(TYPES))]
    pub struct CreateAction {
        /// Books an appointment during the call.
        real_time_booking as "REAL_TIME_BOOKING": RealTimeBooking,
        /// Extracts information from the conversation.
        information_extractor as "INFORMATION_EXTRACTOR": InformationExtractor,
        /// Transfers the call to a person.
        live_transfer as "LIVE_TRANSFER": LiveTransfer,
        /// Sends a text message after the call.
        send_sms as "SEND_SMS": SendSms,
        /// Sends a text message during the call.
        incall_sms as "INCALL_SMS": IncallSms,
        /// Sends a WhatsApp message during the call.
        incall_whatsapp as "INCALL_WHATSAPP": IncallWhatsapp,
        /// Sends an HTTP request.
        custom_action as "CUSTOM_ACTION": CustomAction,
        /// Evaluates the call after it ends.
        custom_eval as "CUSTOM_EVAL": CustomEval,
    }

    /// Query of `actions.list`.
    pub struct ListActions {
        /// Actions per page. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first action. Default 0.
        offset: i64 = [at_least(0.0)],
    }

    /// Query of `actions.get`.
    pub struct GetAction {
        /// Whether to include the ids of agents that use the action. Default `false`.
        include_assistants: bool,
    }

    /// Body of `actions.initialize`.
    pub struct InitializeAction {
        /// Action id.
        action_id: String = [required, not_empty],
        /// Variable values for this run.
        variables: Vec<KeyValue> = [pairs],
    }
}
