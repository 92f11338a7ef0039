//! Responses of the chat operations.

use super::super::shared::JsonObject;

use std::collections::BTreeMap;

model! {
    /// A chat in a list.
    pub struct ChatListItem {
        /// Chat id.
        chat_id: String = [required],
        /// Chat status.
        chat_status: ChatStatus = [required],
        /// Start time, ISO 8601.
        start_timestamp: String = [required],
    }

    /// A chat.
    // Reference: Get a chat (`get-chat`).
    pub struct Chat {
        /// Chat id.
        chat_id: String = [required],
        /// Chat status.
        chat_status: ChatStatus = [required],
        /// Messages, in order.
        conversation_history: Vec<ChatMessage> = [required],
        /// First message of the agent.
        initial_message: ChatFirstMessage = [nullable],
        /// Start time, ISO 8601.
        start_timestamp: String = [required],
        /// All messages as one string.
        transcript: String = [required],
        /// Flow logs, by agent id.
        fsm_log: BTreeMap<String, ChatFlowLog> = [nullable],
    }

    /// A message of a chat.
    pub struct ChatMessage {
        /// Agent id, or `user` for a message of the user.
        agent_id: String = [required],
        /// State of the flow.
        current_state: String = [required],
        /// Message text.
        message: String = [required],
        /// Time of the message, ISO 8601.
        timestamp: String = [required],
        /// Turn number.
        turn_number: i64 = [required],
    }

    /// First message of an agent.
    pub struct ChatFirstMessage {
        /// Message text.
        agent_message: String,
        /// State of the flow.
        current_state: String,
        /// Time of the message, ISO 8601.
        timestamp: String,
        /// Turn number.
        turn_number: i64,
    }

    /// Response of `chats.send_message`: the agent's reply.
    pub struct ChatReply {
        /// Message text.
        agent_message: String = [required],
        /// State of the flow.
        current_state: String = [required],
        /// Time of the message, ISO 8601.
        timestamp: String = [required],
        /// Turn number.
        turn_number: i64 = [required],
    }

    /// Response of `chats.create_outbound`.
    pub struct OutboundChatCreated {
        /// Conversation id, a UUID.
        conversation_id: String = [required],
    }

    /// Flow log of an agent.
    pub struct ChatFlowLog {
        /// Current state.
        current_state: String = [required],
        /// Party whose turn it is.
        current_turn: String = [required],
        /// Number of events, by type.
        event_summary: BTreeMap<String, i64> = [required],
        /// Events.
        events: Vec<ChatFlowEvent> = [required],
        /// Execution statistics.
        execution_stats: ChatFlowStats = [required],
        /// Flow metadata.
        fsm_metadata: ChatFlowMetadata = [required],
        /// States visited, in order.
        state_path: Vec<String>,
        /// Variables, by name.
        variables: BTreeMap<String, ChatFlowVariable> = [required],
    }

    /// An event of a flow.
    pub struct ChatFlowEvent {
        /// Event type.
        event_type: ChatFlowEventType = [required],
        /// State in which it occurred.
        state_id: String = [required],
        /// Time, in milliseconds since the epoch.
        timestamp: i64 = [required],
        /// Details, which depend on the type.
        details: JsonObject = [required],
    }

    /// Execution statistics of a flow.
    pub struct ChatFlowStats {
        /// Number of commands executed.
        commands_executed: i64,
        /// Number of state transitions.
        state_transitions: i64,
        /// Number of events.
        total_events: i64,
    }

    /// Flow metadata.
    pub struct ChatFlowMetadata {
        /// Flow name.
        name: String,
    }

    /// A variable of a flow.
    pub struct ChatFlowVariable {
        /// Value; null if not collected.
        value: ChatFlowValue = [nullable],
        /// Whether it was collected.
        collected: bool,
    }
}

union! {
    /// Value of a flow variable.
    pub enum ChatFlowValue {
        /// A string.
        Text(String),
        /// A number.
        Number(f64),
        /// A boolean.
        Boolean(bool),
        /// An object.
        Object(JsonObject),
    }
}

string_enum! {
    /// Status of a chat.
    pub open ChatStatus {
        /// In progress.
        Ongoing = "ongoing",
        /// Completed.
        Completed = "completed",
        /// Canceled.
        Cancelled = "cancelled",
    }

    /// Type of a flow event.
    pub open ChatFlowEventType {
        /// The flow started.
        FsmStarted = "fsm_started",
        /// A state was executed.
        StateExecuted = "state_executed",
        /// An utterance was sent.
        UtteranceSent = "utterance_sent",
        /// The state changed.
        StateTransition = "state_transition",
        /// The turn changed.
        TurnChanged = "turn_changed",
        /// The user sent a message.
        UserInput = "user_input",
        /// A command was executed.
        CommandExecuted = "command_executed",
        /// A command was received.
        CommandReceived = "command_received",
        /// A command failed.
        CommandFailed = "command_failed",
        /// An action was executed.
        ActionExecuted = "action_executed",
        /// An action failed.
        ActionFailed = "action_failed",
        /// A transition.
        Transition = "transition",
        /// An error occurred.
        Error = "error",
    }
}
