//! Phone numbers of a workspace.

use super::shared::Confirmation;

operations! {
    /// Phone numbers of a workspace. A `phone_number_slug` is the number without its `+`.
    pub PhoneNumbers = "phoneNumbers";

    /// Lists the phone numbers of a workspace, 20 per page by default.
    // Reference: List phone numbers (`get-numbers`); legacy: Get Numbers.
    #[see = "phone-numbers/get-numbers"]
    #[example = r#"
        const workspace = "1700000000000x000000000000000000";
        for await (const { number, is_available } of client.phoneNumbers.list({ workspace })) {
          console.log(number, is_available);
        }
    "#]
    fn list(; ListPhoneNumbers) -> PhoneNumberListItem = GET "/numbers" page "phone_numbers", safe, offset;

    /// Gets a phone number.
    // Reference: Get a phone number (`get-phone-number`).
    #[see = "phone-numbers/get-phone-number"]
    fn get(phone_number_slug; GetPhoneNumber) -> PhoneNumber = GET "/numbers/{phone_number_slug}", safe;

    /// Updates a phone number. Changing its SIP settings may require the password again.
    // Reference: Update a phone number (`update-phone-number`).
    #[see = "phone-numbers/update-phone-number"]
    fn update(phone_number_slug; UpdatePhoneNumber) -> Confirmation = PATCH "/numbers/{phone_number_slug}", non_idempotent;

    /// Deletes a phone number and detaches it from its agents. For a number bought through Synthflow, also
    /// cancels the monthly subscription.
    // Reference: Delete a phone number (`delete-phone-number`).
    #[see = "phone-numbers/delete-phone-number"]
    fn delete(phone_number_slug) -> Confirmation = DELETE "/numbers/{phone_number_slug}", idempotent;

    /// Imports a phone number of a SIP provider. `five9`, `ringcx` and `zoom` need no SIP settings; all
    /// others require `termination_uri`.
    // Reference: Import phone number (`create-custom-number`).
    #[see = "phone-numbers/create-custom-number"]
    #[creates = "key"]
    fn import_custom(; ImportPhoneNumber) -> PhoneNumberImported = POST "/custom-numbers", non_idempotent;
}

model! {
    /// Query of `phone_numbers.list`.
    pub struct ListPhoneNumbers {
        /// Workspace id from the dashboard; not the API key.
        workspace: String = [required, not_empty, misnamed("workspace_id")],
        /// Page size. Default 20, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first number. Default 0.
        offset: i64 = [at_least(0.0)],
        /// `true`: only numbers without an inbound agent; `false`: only numbers with one.
        is_available: bool,
    }

    /// Query of `phone_numbers.get`.
    pub struct GetPhoneNumber {
        /// Workspace id from the dashboard; not the API key.
        workspace: String = [required, not_empty],
    }

    /// Body of `phone_numbers.update`. Omitted fields keep their values.
    // Reference: Update a phone number (`update-phone-number`).
    pub struct UpdatePhoneNumber {
        /// Name shown in the dashboard.
        friendly_name: String,
        /// User name for SIP REGISTER. Default: `trunk_username`.
        sip_auth_username: String,
        /// Proxy for outbound calls and SIP REGISTER.
        sip_outbound_proxy: String,
        /// SIP domain. Required to change it, unless the provider is `five9`, `ringcx` or `zoom`.
        sip_term_uri: String,
        /// Alias of `sip_term_uri`.
        termination_uri: String,
        /// Provider. All but `five9`, `ringcx` and `zoom` require `sip_term_uri`.
        provider_name: PhoneNumberProvider,
        /// User name of the trunk. Required to enable `uac_enabled`.
        trunk_username: String,
        /// Password of the trunk. Required to enable `uac_enabled`.
        trunk_pwd: String,
        /// Whether to send SIP REGISTER to the provider.
        uac_enabled: bool,
        /// Refresh interval of the SIP registration, in seconds. Default 300.
        uac_register_expires: i64 = [range(60.0, 3600.0)],
    }

    /// Body of `phone_numbers.import_custom`.
    // Reference: Import phone number (`create-custom-number`).
    #[rules(
        unless("provider_name", &["five9", "ringcx", "zoom"]).needs("termination_uri"),
        when("uac_enabled", &["true"]).needs("trunk_username"),
        when("uac_enabled", &["true"]).needs("trunk_pwd"),
    )]
    pub struct ImportPhoneNumber {
        /// Workspace id.
        workspace_id: String = [required, not_empty],
        /// Number in E.164 format; `five9` and `zoom` also accept other identifiers.
        phone_number: String = [required, not_empty],
        /// Name shown in the dashboard.
        friendly_name: String,
        /// Provider. Default `custom`.
        provider_name: PhoneNumberProvider,
        /// User name of the trunk. Required if `uac_enabled` is `true`.
        trunk_username: String = [not_empty],
        /// Password of the trunk. Required if `uac_enabled` is `true`.
        trunk_pwd: String = [not_empty],
        /// SIP domain. Required unless the provider is `five9`, `ringcx` or `zoom`.
        termination_uri: String = [not_empty],
        /// Proxy for outbound calls and SIP REGISTER.
        sip_outbound_proxy: String,
        /// User name for SIP REGISTER. Default: `trunk_username`.
        sip_auth_username: String,
        /// Whether to send SIP REGISTER to the provider. Default `false`.
        uac_enabled: bool,
        /// Refresh interval of the SIP registration, in seconds. Default 300.
        uac_register_expires: i64 = [range(60.0, 3600.0)],
    }

    /// Response of `phone_numbers.import_custom`.
    pub struct PhoneNumberImported {
        /// Phone number id, a UUID.
        key: String = [required],
        /// Phone number.
        phone_number: String,
    }

    /// A phone number in a list.
    pub struct PhoneNumberListItem {
        /// Phone number.
        number: String,
        /// SID of the provider. May be null for custom numbers.
        sid: String = [nullable],
        /// Whether no inbound agent uses it.
        is_available: bool,
        /// Legacy API: phone number.
        phone_number: String = [nullable],
        /// Legacy API: workspace id.
        workspace: String = [nullable],
        /// Legacy API: id of the agent that uses it.
        assigned_to: String = [nullable],
        /// Legacy API: creation time, ISO 8601.
        created_at: String = [nullable],
    }

    /// A phone number.
    // Reference: Get a phone number (`get-phone-number`).
    pub struct PhoneNumber {
        /// Number without its `+`, as other operations take it.
        slug: String,
        /// Address information that the provider requires.
        address_requirement: String = [nullable],
        /// Number in E.164 format.
        phone_number: String,
        /// Name shown in the dashboard.
        friendly_name: String = [nullable],
        /// Whether it can send SMS.
        is_sms_capable: bool = [nullable],
        /// Whether it can be used for calls.
        is_voice_capable: bool = [nullable],
        /// ISO country code.
        iso_country: String = [nullable],
        /// Locality.
        locality: String = [nullable],
        /// User name for SIP REGISTER.
        sip_auth_username: String = [nullable],
        /// Proxy for outbound calls and SIP REGISTER.
        sip_outbound_proxy: String = [nullable],
        /// SIP domain.
        sip_term_uri: String = [nullable],
        /// Whether SIP REGISTER is sent to the provider.
        uac_enabled: bool = [nullable],
        /// Refresh interval of the SIP registration, in seconds.
        uac_register_expires: i64 = [nullable],
        /// SID of the provider.
        sid: String = [nullable],
        /// Provider.
        provider_name: PhoneNumberProvider = [nullable],
        /// Region, such as a state.
        region: String = [nullable],
        /// Whether no inbound agent uses it.
        is_available: bool,
        /// Workspace id of the agency.
        agency_workspace_id: String = [nullable],
        /// Workspace id.
        workspace_id: String,
        /// Creation time, ISO 8601.
        created_at: String,
        /// Time of the last update, ISO 8601.
        updated_at: String = [nullable],
        /// Ids of the attached agents.
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
