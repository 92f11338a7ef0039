//! Attaching actions to agents.

model! {
    /// Body of `actions.attach`.
    // Reference: Attach an action (`attach-action`).
    pub struct AttachActions {
        /// The agent.
        model_id: String = [required],
        /// Ids of actions, attached with the default settings.
        actions: Vec<String>,
        /// Actions with settings for each.
        items: Vec<AttachActionItem>,
    }

    /// Body of `actions.detach`.
    // Reference: Detach an action (`detach-action`).
    pub struct DetachActions {
        /// The agent.
        model_id: String = [required],
        /// Ids of actions.
        actions: Vec<String>,
    }

    /// An action to attach, with its settings. Give `action_id` or `slug`.
    pub struct AttachActionItem {
        /// Id of the action.
        action_id: String,
        /// Slug of the action.
        slug: String,
        /// When it runs. Left out or null: during the call.
        attachment_type: AttachmentType = [nullable],
        /// In which case it runs; only for custom actions. Left out or null: as it was; an empty
        /// string: in every case.
        trigger_condition: String = [nullable],
        /// Where the values of its variables come from.
        input_variables_mapping: Vec<InputVariableMapping>,
    }

    /// Where the value of an action's variable comes from.
    pub struct InputVariableMapping {
        /// Name of the variable.
        variable_name: String = [required],
        /// Who gives the value.
        source: InputVariableSource = [required],
        /// The value, where `source` is `hardcoded`.
        hardcoded_value: String = [nullable],
        /// How the model finds the value, where `source` is `llm`.
        llm_config: InputVariableLlmConfig = [nullable],
    }

    /// How a language model finds the value of a variable.
    pub struct InputVariableLlmConfig {
        /// What the variable means.
        description: String = [nullable],
        /// An example value.
        example: String = [nullable],
        /// Whether the action waits until there is one.
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

    /// Who gives the value of a variable.
    pub closed InputVariableSource {
        /// The language model, from what was said.
        Llm = "llm",
        /// You, once for all calls.
        Hardcoded = "hardcoded",
    }
}
