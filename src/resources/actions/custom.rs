//! Custom actions: they call a URL.

use super::super::shared::KeyValue;

model! {
    /// Calls a URL.
    pub struct CustomAction {
        /// Verb. The API's default is `GET`.
        http_mode: CustomActionVerb = [required],
        /// URL.
        url: String = [required],
        /// Whether it runs before the call begins.
        run_action_before_call_start: bool = [required],
        /// Name.
        name: String = [required],
        /// What it is for: the agent decides by this when to run it.
        description: String,
        /// What the agent says, word for word, while it runs.
        speech_while_using_the_tool: String,
        /// Sound while it runs. Left out, or empty: none.
        action_sound: ActionSound,
        /// Whose credentials are used.
        integration: ActionIntegration,
        /// Seconds until it is given up.
        failure_timeout: i64,
        /// How it proves who it is.
        custom_auth: CustomAuth,
        /// Variables that are known before the call.
        variables_before_the_call: Vec<KeyValue>,
        /// Variables that are found out during the call.
        variables_during_the_call: Vec<CustomActionVariable>,
        /// Headers.
        headers: Vec<KeyValue>,
        /// Query parameters.
        query_parameters: Vec<KeyValue>,
        /// Whether the agent goes on talking while it runs.
        agent_speak_naturally: bool,
        /// What the agent says when it takes long.
        message_delay: String,
        /// Seconds until that is said.
        message_delay_time: i64,
        /// What the agent says when it failed.
        message_error: String,
        /// Body, as JSON in a string.
        json_body_stringified: String,
        /// What the agent makes of the answer.
        prompt: String,
        /// What the agent says, word for word, before it runs.
        message_before_action_starts: String,
    }

    /// How a custom action proves who it is.
    pub struct CustomAuth {
        /// Whether it does. Default `false`.
        is_needed: bool,
        /// Where: such as `header`.
        location: String,
        /// Name. Default `Bearer`.
        key: String,
        /// The secret.
        value: String,
    }

    /// A variable that is found out during the call.
    pub struct CustomActionVariable {
        /// Name.
        name: String,
        /// What it means.
        description: String,
        /// An example value.
        example: String,
        /// Type. Default `string`.
        r#type: CustomActionVariableType,
    }
}

string_enum! {
    /// Verb of a custom action.
    pub closed CustomActionVerb {
        /// GET.
        Get = "GET",
        /// POST.
        Post = "POST",
        /// PATCH.
        Patch = "PATCH",
        /// PUT.
        Put = "PUT",
    }

    /// Sound while an action runs.
    pub closed ActionSound {
        /// None.
        None = "",
        /// A keyboard.
        Typing = "typing",
        /// Ambience.
        AmbientBackground = "ambient-background",
        /// Jazz.
        ModernJazz = "modern-jazz",
        /// A symphony.
        InspirationalSymphony = "inspirational-symphony-classical-music",
    }

    /// Whose credentials a custom action uses.
    pub closed ActionIntegration {
        /// GoHighLevel.
        GoHighLevel = "ghl",
        /// HubSpot.
        HubSpot = "hubspot",
        /// Salesforce.
        Salesforce = "salesforce",
        /// A Salesforce sandbox.
        SalesforceSandbox = "salesforce-sandbox",
    }

    /// Type of a variable that is found out during the call.
    pub closed CustomActionVariableType {
        /// A text.
        String = "string",
        /// A whole number.
        Int = "int",
        /// A number.
        Float = "float",
        /// Yes or no.
        Bool = "bool",
        /// A list.
        List = "list",
        /// An amount of money.
        Money = "money",
        /// A phone number.
        PhoneNumber = "phone_number",
        /// An email address.
        Email = "email",
        /// A date and time.
        Datetime = "datetime",
        /// A date and time in UTC.
        UtcDatetime = "utc_datetime",
    }
}
