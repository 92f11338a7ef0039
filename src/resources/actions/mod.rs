//! Actions: what an agent can do beside talking. An action is created once and attached to agents.

mod responses;
mod attach;
mod custom;
mod kinds;
mod transfer;
mod updates;

pub use responses::*;
pub use attach::*;
pub use custom::*;
pub use kinds::*;
pub use transfer::*;
pub use updates::*;

use super::shared::{Confirmation, KeyValue};

operations! {
    /// Actions: what an agent can do beside talking, such as book, extract, transfer, send. An action
    /// is created once and attached to agents.
    pub Actions = "actions";

    /// Creates an action of one kind. It does nothing until it is attached: see `actions.attach`.
    // Reference: Create an action (`create-action`); legacy: Create an Action.
    #[see = "actions/create-action"]
    fn create(; CreateAction) -> ActionCreated = POST "/actions", non_idempotent creates "action_id id";

    /// Lists the actions of the workspace, 20 a page.
    // Reference: List actions (`list-actions`); legacy: List Actions.
    #[see = "actions/list-actions"]
    fn list(; ListActions) -> Action = GET "/actions" page "actions", safe, offset;

    /// Gets an action.
    // Reference: Get an action (`get-action`); legacy: Get an Action.
    #[see = "actions/get-action"]
    fn get(action_id; GetAction) -> Action = GET "/actions/{action_id}" one "actions", safe;

    /// Updates an action: give the kind it has, with the fields that change.
    // Reference: Update an action (`update-action`); legacy: Update an Action.
    #[see = "actions/update-action"]
    fn update(action_id; UpdateAction) -> ActionUpdated = PUT "/actions/{action_id}", idempotent;

    /// Deletes an action; it cannot be brought back.
    // Reference: Delete an action (`delete-action`); legacy: Delete an Action.
    #[see = "actions/delete-action"]
    fn delete(action_id) -> Confirmation = DELETE "/actions/{action_id}", idempotent;

    /// Runs a custom action once with the given variables. It calls the URL of the action, so it is
    /// never sent again blindly.
    // Reference: Initialize a custom action (`initialize-action`); legacy: Initialize a Custom Action.
    #[see = "actions/initialize-action"]
    fn initialize(; InitializeAction) -> Confirmation = POST "/actions/initialize", non_idempotent;

    /// Attaches actions to an agent: by `actions`, or by `items` with settings for each.
    // Reference: Attach an action (`attach-action`); legacy: Attach an Action.
    #[see = "actions/attach-action"]
    fn attach(; AttachActions) -> Confirmation = POST "/actions/attach", non_idempotent;

    /// Detaches actions from an agent.
    // Reference: Detach an action (`detach-action`); legacy: Detach an Action.
    #[see = "actions/detach-action"]
    fn detach(; DetachActions) -> Confirmation = POST "/actions/detach", non_idempotent;
}

model! {
    /// Body of `actions.create`: one field, the kind of the action.
    // Reference: Create an action (`create-action`).
    pub struct CreateAction {
        /// Books an appointment during the call.
        real_time_booking as "REAL_TIME_BOOKING": RealTimeBooking,
        /// Finds something out from what was said.
        information_extractor as "INFORMATION_EXTRACTOR": InformationExtractor,
        /// Transfers the call to a person.
        live_transfer as "LIVE_TRANSFER": LiveTransfer,
        /// Sends a text message after the call.
        send_sms as "SEND_SMS": SendSms,
        /// Sends a text message during the call.
        incall_sms as "INCALL_SMS": IncallSms,
        /// Sends a WhatsApp message during the call.
        incall_whatsapp as "INCALL_WHATSAPP": IncallWhatsapp,
        /// Calls a URL.
        custom_action as "CUSTOM_ACTION": CustomAction,
        /// Judges the call after its end.
        custom_eval as "CUSTOM_EVAL": CustomEval,
    }

    /// Query of `actions.list`.
    pub struct ListActions {
        /// Actions per page. Default 20.
        limit: i64,
        /// Index of the first action. Default 0.
        offset: i64,
    }

    /// Query of `actions.get`.
    pub struct GetAction {
        /// Whether the answer holds the ids of the agents that use it. Default `false`.
        include_assistants: bool,
    }

    /// Body of `actions.initialize`.
    pub struct InitializeAction {
        /// The action.
        action_id: String = [required],
        /// What its variables hold this time.
        variables: Vec<KeyValue>,
    }
}
