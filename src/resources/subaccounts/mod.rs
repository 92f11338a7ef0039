//! Subaccounts: workspaces of an agency.

mod responses;

pub use responses::*;

use super::shared::Confirmation;

operations! {
    /// Subaccounts: workspaces of an agency.
    pub Subaccounts = "subaccounts";

    /// Creates a subaccount. The response contains secrets: its API key and, with `user_email`, a sign-in
    /// link.
    // Reference: Create a subaccount (`create-subaccount`); legacy: Create a Subaccount.
    #[see = "subaccounts/create-subaccount"]
    #[example = r#"
        const { subaccount_id, api_key } = await client.subaccounts.create({
          subaccount_name: "Example Ltd",
          concurrency: 5,
          grant_permissions: ["inbound", "contacts"],
        });
    "#]
    #[creates = "subaccount_id id"]
    fn create(; CreateSubaccount) -> SubaccountCreated = POST "/subaccounts", non_idempotent;

    /// Lists all subaccounts, without paging.
    // Reference: List subaccounts (`list-subaccounts`); legacy: List Subaccounts.
    #[see = "subaccounts/list-subaccounts"]
    fn list(; ListSubaccounts) -> Subaccount = GET "/subaccounts/" page "subaccounts", safe, none;

    /// Gets a subaccount.
    // Reference: Get a subaccount (`get-subaccount`); legacy: Get a Subaccount.
    #[see = "subaccounts/get-subaccount"]
    fn get(subaccount_id) -> Subaccount = GET "/subaccounts/{subaccount_id}" one "subaccounts", safe;

    /// Updates a subaccount. Omitted fields keep their values. Can also invite a user, and import phone
    /// numbers into the subaccount or return them. It is retried after transient failures: to send an invitation once at most, pass
    /// `max_retries: 0`.
    // Reference: Update a subaccount (`update-subaccount`); legacy: Update a Subaccount.
    #[see = "subaccounts/update-subaccount"]
    fn update(subaccount_id; UpdateSubaccount) -> SubaccountUpdated
        = PUT "/subaccounts/{subaccount_id}", idempotent;

    /// Permanently deletes a subaccount and its data.
    // Reference: Delete a subaccount (`delete-subaccount`); legacy: Delete a Subaccount.
    #[see = "subaccounts/delete-subaccount"]
    fn delete(subaccount_id) -> Confirmation = DELETE "/subaccounts/{subaccount_id}", idempotent;
}

model! {
    /// Body of `subaccounts.create`.
    // Reference: Create a subaccount (`create-subaccount`).
    #[rules(distinct(&["grant_permissions", "revoke_permissions"]))]
    pub struct CreateSubaccount {
        /// Subaccount name. Should be unique.
        subaccount_name: String = [required, misnamed("name")],
        /// Email address of a user to invite.
        user_email: String,
        /// Twilio account SID.
        twilio_account_sid: String,
        /// Twilio auth token. A secret.
        twilio_auth_token: String,
        /// Maximum number of concurrent calls.
        concurrency: i64 = [at_least(0.0)],
        /// Maximum number of agents; null: unlimited.
        max_agents: i64 = [nullable, at_least(0.0)],
        /// Maximum call time, in minutes; null: unlimited.
        max_minutes: i64 = [nullable, at_least(0.0)],
        /// Maximum number of workflow runs; null: unlimited.
        max_workflow_runs: i64 = [nullable, at_least(0.0)],
        /// Features to enable: no duplicates, none that is in `revoke_permissions`.
        grant_permissions: Vec<SubaccountPermission>,
        /// Features to disable: no duplicates, none that is in `grant_permissions`.
        revoke_permissions: Vec<SubaccountPermission>,
    }

    /// Body of `subaccounts.update`.
    // Reference: Update a subaccount (`update-subaccount`).
    #[rules(distinct(&["grant_permissions", "revoke_permissions"]))]
    pub struct UpdateSubaccount {
        /// Subaccount name. Should be unique.
        subaccount_name: String,
        /// Email address of a user to invite.
        invite_user_email: String,
        /// Pricing tiers to offer.
        pricing_tiers_attach: Vec<PricingTier>,
        /// Pricing tiers to withdraw.
        pricing_tiers_detach: Vec<PricingTier>,
        /// Existing Stripe subscription to import.
        import_subscription: ImportSubscription,
        /// Twilio account SID.
        twilio_account_sid: String,
        /// Twilio auth token. A secret.
        twilio_auth_token: String,
        /// Maximum number of concurrent calls.
        concurrency: i64 = [at_least(0.0)],
        /// Maximum number of agents; null: unlimited.
        max_agents: i64 = [nullable, at_least(0.0)],
        /// Maximum call time, in minutes; null: unlimited.
        max_minutes: i64 = [nullable, at_least(0.0)],
        /// Maximum number of workflow runs; null: unlimited.
        max_workflow_runs: i64 = [nullable, at_least(0.0)],
        /// Features to enable: no duplicates, none that is in `revoke_permissions`.
        grant_permissions: Vec<SubaccountPermission> = [instead("permissions", "use grant_permissions and revoke_permissions: the API refuses it since 2026-05-05")],
        /// Features to disable: no duplicates, none that is in `grant_permissions`.
        revoke_permissions: Vec<SubaccountPermission>,
        /// Direction in which `products` are moved.
        operation_type: ProductsDirection,
        /// Products to import or return.
        products: SubaccountProducts,
    }

    /// Query of `subaccounts.list`.
    pub struct ListSubaccounts {
        /// Workspace id. Not in the reference.
        // A published Synthflow example sends it.
        workspace_id: String,
    }

    /// A pricing tier.
    pub struct PricingTier {
        /// Pricing tier id.
        pricing_tier_id: String = [required, not_empty],
    }

    /// An existing Stripe subscription.
    pub struct ImportSubscription {
        /// Stripe subscription id.
        stripe_subscription_id: String,
        /// Id of the pricing tier it is mapped to.
        synthflow_price_id: String,
        /// Legacy API: customer id.
        customer_id: String,
    }

    /// Products to import or return.
    pub struct SubaccountProducts {
        /// Phone numbers.
        phone_numbers: Vec<SubaccountPhoneNumber> = [e164],
    }

    /// A phone number to import or return.
    pub struct SubaccountPhoneNumberObject {
        /// Number in E.164 format.
        number: String = [e164],
    }
}

union! {
    /// A phone number to import or return. The legacy API takes it as a string.
    pub enum SubaccountPhoneNumber {
        /// As an object.
        Object(SubaccountPhoneNumberObject),
        /// As a string.
        Text(String),
    }
}

string_enum! {
    /// A feature that a subaccount may use.
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

    /// Direction in which products are moved.
    pub closed ProductsDirection {
        /// From the parent workspace to the subaccount.
        Import = "import",
        /// From the subaccount to the parent workspace.
        Return = "return",
    }
}
