//! Custom actions: they send an HTTP request.

use super::super::shared::KeyValue;

model! {
    /// Sends an HTTP request.
    pub struct CustomAction {
        /// HTTP method. The API's default is `GET`.
        http_mode: CustomActionVerb = [required],
        /// Request URL.
        url: String = [required],
        /// Whether the action runs before the call starts.
        run_action_before_call_start: bool = [required],
        /// Name of the action.
        name: String = [required],
        /// Purpose of the action. It tells the agent when to run it.
        description: String,
        /// Spoken verbatim while the action runs.
        speech_while_using_the_tool: String,
        /// Sound played while the action runs. Default, and null: none.
        action_sound: ActionSound = [nullable],
        /// Integration whose credentials are used.
        integration: ActionIntegration,
        /// Timeout, in seconds.
        failure_timeout: i64 = [at_least(0.0)],
        /// Authentication.
        custom_auth: CustomAuth,
        /// Variables known before the call.
        variables_before_the_call: Vec<KeyValue>,
        /// Variables collected during the call.
        variables_during_the_call: Vec<CustomActionVariable>,
        /// Request headers.
        headers: Vec<KeyValue>,
        /// Query parameters.
        query_parameters: Vec<KeyValue>,
        /// Whether the agent keeps talking while the action runs.
        agent_speak_naturally: bool,
        /// Spoken if the action takes longer than `message_delay_time`.
        message_delay: String,
        /// Delay before `message_delay`, in seconds.
        message_delay_time: i64 = [at_least(0.0)],
        /// Spoken if the action fails.
        message_error: String,
        /// Request body, as a string of JSON.
        json_body_stringified: String,
        /// Instructions for using the response.
        prompt: String,
        /// Spoken verbatim before the action runs.
        message_before_action_starts: String,
    }

    /// Authentication of a custom action.
    pub struct CustomAuth {
        /// Whether to authenticate. Default `false`.
        is_needed: bool,
        /// Location, for example `header`.
        location: String,
        /// Name. Default `Bearer`.
        key: String,
        /// Secret value.
        value: String,
    }

    /// A variable collected during the call.
    pub struct CustomActionVariable {
        /// Variable name.
        name: String,
        /// Meaning of the variable.
        description: String,
        /// Example value.
        example: String,
        /// Data type. Default `string`.
        r#type: CustomActionVariableType,
    }
}

string_enum! {
    /// HTTP method of a custom action.
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

    /// Sound played while an action runs.
    pub closed ActionSound {
        /// No sound.
        None = "",
        /// Typing.
        Typing = "typing",
        /// Ambience.
        AmbientBackground = "ambient-background",
        /// Jazz.
        ModernJazz = "modern-jazz",
        /// Classical music.
        InspirationalSymphony = "inspirational-symphony-classical-music",
    }

    /// Integration whose credentials a custom action uses.
    pub closed ActionIntegration {
        /// GoHighLevel.
        GoHighLevel = "ghl",
        /// HubSpot.
        HubSpot = "hubspot",
        /// Salesforce.
        Salesforce = "salesforce",
        /// Salesforce sandbox.
        SalesforceSandbox = "salesforce-sandbox",
    }

    /// Data type of a variable collected during the call.
    pub closed CustomActionVariableType {
        /// String.
        String = "string",
        /// Integer.
        Int = "int",
        /// Floating-point number.
        Float = "float",
        /// Boolean.
        Bool = "bool",
        /// List.
        List = "list",
        /// Amount of money.
        Money = "money",
        /// Phone number.
        PhoneNumber = "phone_number",
        /// Email address.
        Email = "email",
        /// Date and time.
        Datetime = "datetime",
        /// Date and time in UTC.
        UtcDatetime = "utc_datetime",
    }
}
