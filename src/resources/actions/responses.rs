//! What the operations of actions answer.

use super::{AttachmentType, InputVariableLlmConfig};

model! {
    /// Answer of `actions.create`.
    pub struct ActionCreated {
        /// Id of the action.
        action_id: String,
        /// Its kind.
        action_type: String,
        /// Variables of the prompt it uses.
        prompt_variables: Vec<serde_json::Value>,
    }

    /// Answer of `actions.update`.
    pub struct ActionUpdated {
        /// Id of the action.
        action_id: String,
    }

    /// An action.
    // Reference: Get an action (`get-action`), List actions (`list-actions`).
    pub struct Action {
        /// Its id.
        action_id: String,
        /// Its kind.
        action_type: ActionType,
        /// Name.
        name: String = [nullable],
        /// What it is for.
        description: String = [nullable],
        /// Ids of the agents that use it, where `include_assistants` was given.
        assistants: Vec<String> = [nullable],
        /// Its variables and what each agent gives them, in `actions.get`.
        input_variables: ActionVariables = [nullable],
        /// What is fixed in it: fields of its kind.
        parameters_hard_coded: ActionParameters = [nullable],
    }

    /// What is fixed in an action: fields of its kind.
    pub struct ActionParameters: open {
        /// Text of a message.
        sms_message_text: String = [nullable],
    }

    /// The variables of an action, and what each agent gives them.
    pub struct ActionVariables {
        /// The variables.
        values: Vec<ActionVariable> = [nullable],
        /// What each agent gives them.
        assistants: Vec<ActionVariableAssistant> = [nullable],
    }

    /// A variable of an action.
    pub struct ActionVariable {
        /// Name.
        name: String,
        /// Type.
        r#type: ActionVariableType,
        /// What it means.
        description: String = [nullable],
        /// An example value.
        example: ActionVariableExample = [nullable],
    }

    /// What an agent gives the variables of an action.
    pub struct ActionVariableAssistant {
        /// The agent.
        model_id: String,
        /// When the action runs.
        attachment_type: AttachmentType,
        /// Where the values come from.
        input_variables_mapping: Vec<ActionVariableMapping> = [nullable],
    }

    /// Where the value of a variable comes from.
    pub struct ActionVariableMapping {
        /// Name of the variable.
        variable_name: String,
        /// Who gives the value.
        source: ActionVariableSource,
        /// The value, where `source` is `hardcoded`.
        hardcoded_value: String = [nullable],
        /// How the model finds the value, where `source` is `llm`.
        llm_config: InputVariableLlmConfig = [nullable],
    }
}

union! {
    /// An example value of a variable.
    pub enum ActionVariableExample {
        /// A text.
        Text(String),
        /// A number.
        Number(f64),
        /// Yes or no.
        Boolean(bool),
    }
}

string_enum! {
    /// Kind of an action.
    pub open ActionType {
        /// Books an appointment during the call.
        RealTimeBooking = "REAL_TIME_BOOKING",
        /// Finds something out from what was said.
        InformationExtractor = "INFORMATION_EXTRACTOR",
        /// Transfers the call to a person.
        LiveTransfer = "LIVE_TRANSFER",
        /// Sends a text message after the call.
        SendSms = "SEND_SMS",
        /// Sends a text message during the call.
        IncallSms = "INCALL_SMS",
        /// Sends a WhatsApp message during the call.
        IncallWhatsapp = "INCALL_WHATSAPP",
        /// Calls a URL.
        CustomAction = "CUSTOM_ACTION",
        /// Judges the call after its end.
        CustomEval = "CUSTOM_EVAL",
    }

    /// Type of a variable of an action.
    pub open ActionVariableType {
        /// A text.
        String = "string",
        /// A whole number.
        Integer = "integer",
        /// A number.
        Number = "number",
        /// Yes or no.
        Boolean = "boolean",
    }

    /// Who gives the value of a variable.
    pub open ActionVariableSource {
        /// You, once for all calls.
        Hardcoded = "hardcoded",
        /// The language model, from what was said.
        Llm = "llm",
        /// Synthflow: such as the number of the caller.
        SystemVars = "system_vars",
        /// A variable of the prompt.
        PromptVariables = "prompt_variables",
        /// A variable of the flow.
        FsmVariables = "fsm_variables",
        /// What another action found.
        ActionResults = "action_results",
    }
}
