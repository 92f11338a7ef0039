//! What the operations of subaccounts answer.

use std::collections::BTreeMap;

model! {
    /// Answer of `subaccounts.create`.
    pub struct SubaccountCreated {
        /// Its id.
        subaccount_id: String,
        /// Its key. A secret.
        api_key: String = [nullable],
        /// Email address of the invited user.
        user_email: String = [nullable],
        /// Link the invited user signs in with, once. A secret.
        sign_in_link: String = [nullable],
        /// Whether Twilio could be reached with the given account.
        twilio_connected_successfully: bool = [nullable],
    }

    /// Answer of `subaccounts.update`.
    pub struct SubaccountUpdated {
        /// Its id.
        subaccount_id: String,
        /// Its key. A secret.
        api_key: String = [nullable],
        /// Email address of the invited user.
        user_email: String = [nullable],
        /// Link the invited user signs in with, once. A secret.
        sign_in_link: String = [nullable],
        /// Name; in the seed documents.
        subaccount_name: String = [nullable],
        /// Email address of the invited user; in the seed documents.
        invite_user_email: String = [nullable],
        /// What it may use, by name; in the seed documents.
        permissions: BTreeMap<String, bool> = [nullable],
        /// Whether Twilio could be reached; in the seed documents.
        twilio_connected_successfully: bool = [nullable],
        /// Most calls at once; in the seed documents.
        concurrency: i64 = [nullable],
    }

    /// A subaccount.
    // Reference: Get a subaccount (`get-subaccount`).
    pub struct Subaccount {
        /// Its id.
        subaccount_id: String,
        /// The agency it belongs to.
        agency_id: String = [nullable],
        /// Name.
        name: String = [nullable],
        /// Pricing tiers that are offered to it.
        pricing_tiers: Vec<SubaccountPricingTier> = [nullable],
        /// What it may use.
        permissions: SubaccountPermissions = [nullable],
        /// What it pays by.
        subscription: SubaccountSubscription = [nullable],
        /// Minutes it has used.
        minutes_used: f64 = [nullable],
        /// Most minutes; null: no limit.
        max_minutes: i64 = [nullable],
        /// Its users.
        members: Vec<SubaccountMember> = [nullable],
        /// Name; in the seed documents.
        subaccount_name: String = [nullable],
        /// Email address of its user; in the seed documents.
        user_email: String = [nullable],
        /// Whether Twilio could be reached; in the seed documents.
        twilio_connected_successfully: bool = [nullable],
        /// Most calls at once; in the seed documents.
        concurrency: i64 = [nullable],
    }

    /// A pricing tier that is offered.
    pub struct SubaccountPricingTier {
        /// Its id.
        pricing_tier_id: String,
    }

    /// What a subaccount may use.
    pub struct SubaccountPermissions: open {
        /// Agents.
        assistants: bool,
        /// Knowledge bases.
        knowledge_base: bool,
        /// Actions.
        actions: bool,
        /// Workflows.
        workflows: bool,
        /// Contacts.
        contacts: bool,
        /// Phone numbers.
        phone_numbers: bool,
        /// Inbound agents.
        inbound: bool,
        /// Outbound agents.
        outbound: bool,
        /// Widget agents.
        widget: bool,
        /// Chat agents.
        chat: bool,
        /// Logs.
        logs: bool,
        /// Simulations.
        simulations: bool,
        /// Analytics.
        analytics: bool,
    }

    /// What a subaccount pays by.
    pub struct SubaccountSubscription {
        /// Stripe subscription.
        stripe_subscription_id: String = [nullable],
        /// Pricing tier.
        synthflow_price_id: String = [nullable],
    }

    /// A user of a subaccount.
    pub struct SubaccountMember {
        /// Email address.
        email: String,
        /// Such as `active`.
        status: String = [nullable],
    }
}
