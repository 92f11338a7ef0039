//! Subaccounts: workspaces under an agency's own.

mod responses;

pub use responses::*;

use super::shared::Confirmation;
use std::collections::BTreeMap;

operations! {
    /// Subaccounts: workspaces under an agency's own.
    pub Subaccounts = "subaccounts";

    /// Creates a subaccount. The answer holds its key and, where `user_email` was given, a sign-in link:
    /// both are secrets.
    // Reference: Create a subaccount (`create-subaccount`); legacy: Create a Subaccount.
    #[see = "subaccounts/create-subaccount"]
    fn create(; CreateSubaccount) -> SubaccountCreated = POST "/subaccounts", non_idempotent creates "subaccount_id id";

    /// Lists the subaccounts.
    // Reference: List subaccounts (`list-subaccounts`); legacy: List Subaccounts.
    #[see = "subaccounts/list-subaccounts"]
    fn list() -> Subaccount = GET "/subaccounts/" page "subaccounts", safe, none;

    /// Gets a subaccount.
    // Reference: Get a subaccount (`get-subaccount`); legacy: Get a Subaccount.
    #[see = "subaccounts/get-subaccount"]
    fn get(subaccount_id) -> Subaccount = GET "/subaccounts/{subaccount_id}" one "subaccounts", safe;

    /// Updates a subaccount: only the fields that are given change. It can also invite a user, and import
    /// phone numbers into it or return them.
    // Reference: Update a subaccount (`update-subaccount`); legacy: Update a Subaccount.
    #[see = "subaccounts/update-subaccount"]
    fn update(subaccount_id; UpdateSubaccount) -> SubaccountUpdated
        = PUT "/subaccounts/{subaccount_id}", idempotent;

    /// Deletes a subaccount and what belongs to it; it cannot be brought back.
    // Reference: Delete a subaccount (`delete-subaccount`); legacy: Delete a Subaccount.
    #[see = "subaccounts/delete-subaccount"]
    fn delete(subaccount_id) -> Confirmation = DELETE "/subaccounts/{subaccount_id}", idempotent;
}

model! {
    /// Body of `subaccounts.create`.
    // Reference: Create a subaccount (`create-subaccount`).
    pub struct CreateSubaccount {
        /// Name; no other subaccount should have it.
        subaccount_name: String = [required],
        /// Email address of a user to invite; the answer holds the sign-in link.
        user_email: String,
        /// SID of a Twilio account.
        twilio_account_sid: String,
        /// Token of that account. A secret.
        twilio_auth_token: String,
        /// Most calls at once.
        concurrency: i64,
        /// Most agents; null: no limit.
        max_agents: i64 = [nullable],
        /// Most minutes; null: no limit.
        max_minutes: i64 = [nullable],
        /// Most runs of workflows; null: no limit.
        max_workflow_runs: i64 = [nullable],
        /// What it may use; each once, and none that is in `revoke_permissions`.
        grant_permissions: Vec<SubaccountPermission>,
        /// What it may not use; each once, and none that is in `grant_permissions`.
        revoke_permissions: Vec<SubaccountPermission>,
    }

    /// Body of `subaccounts.update`: only the fields that are given change.
    // Reference: Update a subaccount (`update-subaccount`).
    pub struct UpdateSubaccount {
        /// Name; no other subaccount should have it.
        subaccount_name: String,
        /// Email address of a user to invite; the answer holds the sign-in link.
        invite_user_email: String,
        /// Pricing tiers that are offered to it.
        pricing_tiers_attach: Vec<PricingTier>,
        /// Pricing tiers that are no longer offered to it.
        pricing_tiers_detach: Vec<PricingTier>,
        /// A Stripe subscription that exists already.
        import_subscription: ImportSubscription,
        /// SID of a Twilio account.
        twilio_account_sid: String,
        /// Token of that account. A secret.
        twilio_auth_token: String,
        /// Most calls at once.
        concurrency: i64,
        /// Most agents; null: no limit.
        max_agents: i64 = [nullable],
        /// Most minutes; null: no limit.
        max_minutes: i64 = [nullable],
        /// Most runs of workflows; null: no limit.
        max_workflow_runs: i64 = [nullable],
        /// What it may use; each once, and none that is in `revoke_permissions`.
        grant_permissions: Vec<SubaccountPermission>,
        /// What it may not use; each once, and none that is in `grant_permissions`.
        revoke_permissions: Vec<SubaccountPermission>,
        /// Where `products` go.
        operation_type: ProductsDirection,
        /// What is imported or returned.
        products: SubaccountProducts,
        /// What it may use, by name; in the seed documents only.
        permissions: BTreeMap<String, bool>,
    }

    /// A pricing tier.
    pub struct PricingTier {
        /// Its id.
        pricing_tier_id: String = [required],
    }

    /// A Stripe subscription that exists already.
    pub struct ImportSubscription {
        /// Its id.
        stripe_subscription_id: String,
        /// Pricing tier it stands for.
        synthflow_price_id: String,
        /// Id of the customer; in the seed documents only.
        customer_id: String,
    }

    /// What is imported into a subaccount or returned from it.
    pub struct SubaccountProducts {
        /// Phone numbers.
        phone_numbers: Vec<SubaccountPhoneNumber>,
    }

    /// A phone number to import or return.
    pub struct SubaccountPhoneNumberObject {
        /// The number, in E.164 form.
        number: String = [e164],
    }
}

union! {
    /// A phone number to import or return: an object, or the number itself as the seed documents have it.
    pub enum SubaccountPhoneNumber {
        /// In an object.
        Object(SubaccountPhoneNumberObject),
        /// The number itself.
        Text(String),
    }
}

string_enum! {
    /// What a subaccount may use.
    pub closed SubaccountPermission {
        /// Inbound agents.
        Inbound = "inbound",
        /// Outbound agents.
        Outbound = "outbound",
        /// Widget agents.
        Widget = "widget",
        /// Chat agents.
        Chat = "chat",
        /// Agents.
        Assistants = "assistants",
        /// Knowledge bases.
        KnowledgeBase = "knowledge_base",
        /// Actions.
        Actions = "actions",
        /// Workflows.
        Workflows = "workflows",
        /// Contacts.
        Contacts = "contacts",
        /// Phone numbers.
        PhoneNumbers = "phone_numbers",
        /// Logs.
        Logs = "logs",
        /// Simulations.
        Simulations = "simulations",
        /// Analytics.
        Analytics = "analytics",
    }

    /// Where products go.
    pub closed ProductsDirection {
        /// From the workspace above to the subaccount.
        Import = "import",
        /// From the subaccount back to the workspace above.
        Return = "return",
    }
}
