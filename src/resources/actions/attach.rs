//! Attaching actions to agents.

model! {
    /// Body of `actions.attach`.
    // Reference: Attach an action (`attach-action`).
    #[rules(unless("items", &[]).needs("actions"))]
    pub struct AttachActions {
        /// Agent id.
        model_id: String = [required, not_empty],
        /// Ids of actions to attach with default settings.
        actions: Vec<String>,
        /// Actions to attach, with settings.
        items: Vec<AttachActionItem>,
    }

    /// Body of `actions.detach`.
    // Reference: Detach an action (`detach-action`).
    pub struct DetachActions {
        /// Agent id.
        model_id: String = [required, not_empty],
        /// Action ids.
        actions: Vec<String>,
    }

    /// An action to attach, with settings. Set `action_id` or `slug`.
    #[rules(exactly_one(&["action_id", "slug"]))]
    pub struct AttachActionItem {
        /// Action id.
        action_id: String = [not_empty],
        /// Action slug.
        slug: String,
        /// When the action runs. Default: during the call.
        attachment_type: AttachmentType = [nullable],
        /// Condition for running the action; custom actions only. Omitted or null keeps the current value, an
        /// empty string removes it.
        trigger_condition: String = [nullable],
        /// Where the variables get their values.
        input_variables_mapping: Vec<InputVariableMapping>,
    }

    /// Where a variable of an action gets its value.
    pub struct InputVariableMapping {
        /// Variable name.
        variable_name: String = [required],
        /// Source of the value.
        source: InputVariableSource = [required],
        /// Value. For `source` `hardcoded`.
        hardcoded_value: String = [nullable],
        /// Instructions for the language model. For `source` `llm`.
        llm_config: InputVariableLlmConfig = [nullable],
    }

    /// How a language model determines the value of a variable.
    pub struct InputVariableLlmConfig {
        /// Meaning of the variable.
        description: String = [nullable],
        /// Example value.
        example: String = [nullable],
        /// Whether the action requires a value.
        required: bool = [nullable],
    }
}

string_enum! {
    /// When an attached action runs.
    pub closed AttachmentType {
        /// Before the call.
        Before = "before",
        /// During the call.
        During = "during",
        /// After the call.
        After = "after",
    }

    /// Source of a variable's value.
    pub closed InputVariableSource {
        /// Language model, from the conversation.
        Llm = "llm",
        /// Fixed value.
        Hardcoded = "hardcoded",
    }
}
