//! Responses of the subaccount operations.

use std::collections::BTreeMap;

model! {
    /// Response of `subaccounts.create`.
    pub struct SubaccountCreated {
        /// Subaccount id.
        subaccount_id: String = [required, filled_from("id")],
        /// API key. A secret.
        api_key: String = [nullable],
        /// Email address of the invited user.
        user_email: String = [nullable],
        /// Sign-in link of the invited user. A secret.
        sign_in_link: String = [nullable],
        /// Whether the Twilio account was connected.
        twilio_connected_successfully: bool = [nullable],
    }

    /// Response of `subaccounts.update`.
    pub struct SubaccountUpdated {
        /// Subaccount id.
        subaccount_id: String = [required, filled_from("id")],
        /// API key. A secret.
        api_key: String = [nullable],
        /// Email address of the invited user.
        user_email: String = [nullable],
        /// Sign-in link of the invited user. A secret.
        sign_in_link: String = [nullable],
        /// Legacy API: subaccount name.
        subaccount_name: String = [nullable],
        /// Legacy API: email address of the invited user.
        invite_user_email: String = [nullable],
        /// Legacy API: features, by name.
        permissions: BTreeMap<String, bool> = [nullable],
        /// Legacy API: whether the Twilio account was connected.
        twilio_connected_successfully: bool = [nullable],
        /// Legacy API: maximum number of concurrent calls.
        concurrency: i64 = [nullable],
    }

    /// A subaccount.
    // Reference: Get a subaccount (`get-subaccount`).
    pub struct Subaccount {
        /// Subaccount id.
        subaccount_id: String = [required, filled_from("id")],
        /// Agency id.
        agency_id: String = [nullable],
        /// Subaccount name.
        name: String = [nullable],
        /// Pricing tiers offered to it.
        pricing_tiers: Vec<SubaccountPricingTier> = [nullable],
        /// Features, by name.
        permissions: SubaccountPermissions = [nullable],
        /// Subscription.
        subscription: SubaccountSubscription = [nullable],
        /// Call time used, in minutes.
        minutes_used: f64 = [nullable],
        /// Maximum call time, in minutes; null: unlimited.
        max_minutes: i64 = [nullable],
        /// Users.
        members: Vec<SubaccountMember> = [nullable],
        /// Legacy API: subaccount name.
        subaccount_name: String = [nullable],
        /// Legacy API: email address of its user.
        user_email: String = [nullable],
        /// Legacy API: whether the Twilio account was connected.
        twilio_connected_successfully: bool = [nullable],
        /// Legacy API: maximum number of concurrent calls.
        concurrency: i64 = [nullable],
    }

    /// A pricing tier offered to a subaccount.
    pub struct SubaccountPricingTier {
        /// Pricing tier id.
        pricing_tier_id: String,
    }

    /// Features that a subaccount may use.
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

    /// Subscription of a subaccount.
    pub struct SubaccountSubscription {
        /// Stripe subscription id.
        stripe_subscription_id: String = [nullable],
        /// Pricing tier id.
        synthflow_price_id: String = [nullable],
    }

    /// A user of a subaccount.
    pub struct SubaccountMember {
        /// Email address.
        email: String,
        /// Status, such as `active`.
        status: String = [nullable],
    }
}
