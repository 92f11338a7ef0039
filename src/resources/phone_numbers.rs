//! Phone numbers of a workspace.

use super::shared::Confirmation;

operations! {
    /// Phone numbers of a workspace. A `phone_number_slug` is the number without its `+`.
    pub PhoneNumbers = "phoneNumbers";

    /// Lists the phone numbers of a workspace, 20 a page.
    // Reference: List phone numbers (`get-numbers`); legacy: Get Numbers.
    #[see = "phone-numbers/get-numbers"]
    fn list(; ListPhoneNumbers) -> PhoneNumberListItem = GET "/numbers" page "phone_numbers", safe, offset;

    /// Gets a phone number.
    // Reference: Get a phone number (`get-phone-number`).
    #[see = "phone-numbers/get-phone-number"]
    fn get(phone_number_slug; GetPhoneNumber) -> PhoneNumber = GET "/numbers/{phone_number_slug}", safe;

    /// Updates a phone number. A change of its SIP settings may need the password again.
    // Reference: Update a phone number (`update-phone-number`).
    #[see = "phone-numbers/update-phone-number"]
    fn update(phone_number_slug; UpdatePhoneNumber) -> Confirmation = PATCH "/numbers/{phone_number_slug}", non_idempotent;

    /// Deletes a phone number: it is detached from its agents, and the monthly subscription of a number
    /// bought through Synthflow is canceled.
    // Reference: Delete a phone number (`delete-phone-number`).
    #[see = "phone-numbers/delete-phone-number"]
    fn delete(phone_number_slug) -> Confirmation = DELETE "/numbers/{phone_number_slug}", idempotent;

    /// Imports a phone number of a SIP provider of yours. For `five9`, `ringcx` and `zoom` the workspace,
    /// the number and the provider are enough; the others need `termination_uri`.
    // Reference: Import phone number (`create-custom-number`).
    #[see = "phone-numbers/create-custom-number"]
    fn import_custom(; ImportPhoneNumber) -> PhoneNumberImported = POST "/custom-numbers", non_idempotent creates "key phone_number";
}

model! {
    /// Query of `phoneNumbers.list`.
    pub struct ListPhoneNumbers {
        /// The workspace's id: not the key, found in the dashboard.
        workspace: String = [required],
        /// Numbers per page. Default 20.
        limit: i64,
        /// Index of the first number. Default 0.
        offset: i64,
        /// `true`: numbers no inbound agent has; `false`: numbers one has.
        is_available: bool,
    }

    /// Query of `phoneNumbers.get`.
    pub struct GetPhoneNumber {
        /// The workspace's id: not the key, found in the dashboard.
        workspace: String = [required],
    }

    /// Body of `phoneNumbers.update`: only the fields that are given change.
    // Reference: Update a phone number (`update-phone-number`).
    pub struct UpdatePhoneNumber {
        /// Name shown in the dashboard.
        friendly_name: String,
        /// User name for SIP REGISTER, where it is not `trunk_username`.
        sip_auth_username: String,
        /// Proxy for outbound calls and SIP REGISTER.
        sip_outbound_proxy: String,
        /// SIP domain; must be given when it changes, unless the provider is `five9`, `ringcx` or `zoom`.
        sip_term_uri: String,
        /// Another name of `sip_term_uri`.
        termination_uri: String,
        /// Provider. Those that do not know their SIP domain by themselves need `sip_term_uri`.
        provider_name: PhoneNumberProvider,
        /// User name of the trunk; needed to turn `uac_enabled` on.
        trunk_username: String,
        /// Password of the trunk; needed to turn `uac_enabled` on.
        trunk_pwd: String,
        /// Whether SIP REGISTER is sent to the provider.
        uac_enabled: bool,
        /// Seconds after which the registration is renewed. Default 300.
        uac_register_expires: i64 = [range(60.0, 3600.0)],
    }

    /// Body of `phoneNumbers.importCustom`.
    // Reference: Import phone number (`create-custom-number`).
    pub struct ImportPhoneNumber {
        /// The workspace.
        workspace_id: String = [required],
        /// The number, in E.164 form; `five9` and `zoom` also take other names.
        phone_number: String = [required],
        /// Name shown in the dashboard.
        friendly_name: String,
        /// Provider. Left out, or `custom`: a SIP trunk of your own.
        provider_name: PhoneNumberProvider,
        /// User name of the trunk; needed where `uac_enabled` is `true`.
        trunk_username: String,
        /// Password of the trunk; needed where `uac_enabled` is `true`.
        trunk_pwd: String,
        /// SIP domain; must be given for `custom`, `twilio`, `telnyx`, `vonage` and `ring_central`.
        termination_uri: String,
        /// Proxy for outbound calls and SIP REGISTER.
        sip_outbound_proxy: String,
        /// User name for SIP REGISTER, where it is not `trunk_username`.
        sip_auth_username: String,
        /// Whether SIP REGISTER is sent to the provider. Default `false`.
        uac_enabled: bool,
        /// Seconds after which the registration is renewed. Default 300.
        uac_register_expires: i64 = [range(60.0, 3600.0)],
    }

    /// Answer of `phoneNumbers.importCustom`.
    pub struct PhoneNumberImported {
        /// Its id.
        key: String,
        /// The number.
        phone_number: String,
    }

    /// A phone number, as the list has it.
    pub struct PhoneNumberListItem {
        /// The number.
        number: String,
        /// SID of the provider; null for custom numbers.
        sid: String = [nullable],
        /// Whether no inbound agent has it.
        is_available: bool,
        /// The number; in the seed documents.
        phone_number: String = [nullable],
        /// Workspace; in the seed documents.
        workspace: String = [nullable],
        /// Agent it belongs to; in the seed documents.
        assigned_to: String = [nullable],
        /// When it was added, ISO 8601; in the seed documents.
        created_at: String = [nullable],
    }

    /// A phone number.
    // Reference: Get a phone number (`get-phone-number`).
    pub struct PhoneNumber {
        /// The number without its `+`: what the other operations take.
        slug: String,
        /// What the provider wants to know of its owner's address.
        address_requirement: String = [nullable],
        /// The number, in E.164 form.
        phone_number: String,
        /// Name shown in the dashboard.
        friendly_name: String = [nullable],
        /// Whether it can send text messages.
        is_sms_capable: bool = [nullable],
        /// Whether it can be called.
        is_voice_capable: bool = [nullable],
        /// Country, as ISO code.
        iso_country: String = [nullable],
        /// Town.
        locality: String = [nullable],
        /// User name for SIP REGISTER.
        sip_auth_username: String = [nullable],
        /// Proxy for outbound calls and SIP REGISTER.
        sip_outbound_proxy: String = [nullable],
        /// SIP domain.
        sip_term_uri: String = [nullable],
        /// Whether SIP REGISTER is sent to the provider.
        uac_enabled: bool = [nullable],
        /// Seconds after which the registration is renewed.
        uac_register_expires: i64 = [nullable],
        /// SID of the provider.
        sid: String = [nullable],
        /// Provider.
        provider_name: PhoneNumberProvider = [nullable],
        /// Part of the country.
        region: String = [nullable],
        /// Whether no inbound agent has it.
        is_available: bool,
        /// Workspace of the agency.
        agency_workspace_id: String = [nullable],
        /// Workspace.
        workspace_id: String,
        /// When it was added, ISO 8601.
        created_at: String,
        /// When it was last changed, ISO 8601.
        updated_at: String = [nullable],
        /// Ids of the agents it is attached to.
        assistants: Vec<String> = [nullable],
    }
}

string_enum! {
    /// Provider of a phone number.
    pub open PhoneNumberProvider {
        /// Twilio.
        Twilio = "twilio",
        /// Telnyx.
        Telnyx = "telnyx",
        /// Vonage.
        Vonage = "vonage",
        /// RingCentral.
        RingCentral = "ring_central",
        /// RingCX.
        RingCx = "ringcx",
        /// A SIP trunk of your own.
        Custom = "custom",
        /// Zoom.
        Zoom = "zoom",
        /// Five9.
        Five9 = "five9",
    }
}
