//! Responses of the operations of actions.

use super::{AttachmentType, InputVariableLlmConfig};

model! {
    /// Response of `actions.create`.
    pub struct ActionCreated {
        /// Action id.
        action_id: String = [required, filled_from("id")],
        /// Type of the action.
        action_type: String,
        /// Prompt variables the action uses.
        prompt_variables: Vec<serde_json::Value>,
    }

    /// Response of `actions.update`.
    pub struct ActionUpdated {
        /// Action id.
        action_id: String = [required, filled_from("id")],
    }

    /// An action.
    // Reference: Get an action (`get-action`), List actions (`list-actions`).
    pub struct Action {
        /// Action id.
        action_id: String = [required, filled_from("id")],
        /// Type of the action.
        action_type: ActionType,
        /// Name of the action.
        name: String = [nullable],
        /// Description of the action.
        description: String = [nullable],
        /// Ids of agents that use the action. Only if `include_assistants` was set.
        assistants: Vec<String> = [nullable],
        /// Input variables and their sources. Only in `actions.get`.
        input_variables: ActionVariables = [nullable],
        /// Fixed parameters, by type of action.
        parameters_hard_coded: ActionParameters = [nullable],
    }

    /// Fixed parameters of an action, by its type.
    pub struct ActionParameters: open {
        /// Text of a message.
        sms_message_text: String = [nullable],
    }

    /// Input variables of an action, and their sources for each agent.
    pub struct ActionVariables {
        /// Variables.
        values: Vec<ActionVariable> = [nullable],
        /// Sources of the values, by agent.
        assistants: Vec<ActionVariableAssistant> = [nullable],
    }

    /// An input variable of an action.
    pub struct ActionVariable {
        /// Variable name.
        name: String,
        /// Data type.
        r#type: ActionVariableType,
        /// Meaning of the variable.
        description: String = [nullable],
        /// Example value.
        example: ActionVariableExample = [nullable],
    }

    /// Where the variables of an action get their values for an agent.
    pub struct ActionVariableAssistant {
        /// Agent id.
        model_id: String,
        /// When the action runs.
        attachment_type: AttachmentType,
        /// Sources of the values.
        input_variables_mapping: Vec<ActionVariableMapping> = [nullable],
    }

    /// Where a variable of an action gets its value.
    pub struct ActionVariableMapping {
        /// Variable name.
        variable_name: String,
        /// Source of the value.
        source: ActionVariableSource,
        /// Value. For `source` `hardcoded`.
        hardcoded_value: String = [nullable],
        /// Instructions for the language model. For `source` `llm`.
        llm_config: InputVariableLlmConfig = [nullable],
    }
}

union! {
    /// Example value of a variable.
    pub enum ActionVariableExample {
        /// A string.
        Text(String),
        /// A number.
        Number(f64),
        /// A boolean.
        Boolean(bool),
    }
}

string_enum! {
    /// Type of an action.
    pub open ActionType {
        /// Books an appointment during the call.
        RealTimeBooking = "REAL_TIME_BOOKING",
        /// Extracts information from the conversation.
        InformationExtractor = "INFORMATION_EXTRACTOR",
        /// Transfers the call to a person.
        LiveTransfer = "LIVE_TRANSFER",
        /// Sends a text message after the call.
        SendSms = "SEND_SMS",
        /// Sends a text message during the call.
        IncallSms = "INCALL_SMS",
        /// Sends a WhatsApp message during the call.
        IncallWhatsapp = "INCALL_WHATSAPP",
        /// Sends an HTTP request.
        CustomAction = "CUSTOM_ACTION",
        /// Evaluates the call after it ends.
        CustomEval = "CUSTOM_EVAL",
    }

    /// Data type of an input variable.
    pub open ActionVariableType {
        /// String.
        String = "string",
        /// Integer.
        Integer = "integer",
        /// Number.
        Number = "number",
        /// Boolean.
        Boolean = "boolean",
    }

    /// Source of a variable's value.
    pub open ActionVariableSource {
        /// Fixed value.
        Hardcoded = "hardcoded",
        /// Language model, from the conversation.
        Llm = "llm",
        /// System variable, for example the caller's number.
        SystemVars = "system_vars",
        /// Prompt variable.
        PromptVariables = "prompt_variables",
        /// Flow variable.
        FsmVariables = "fsm_variables",
        /// Result of another action.
        ActionResults = "action_results",
    }
}
