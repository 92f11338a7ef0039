//! What the operations of chats answer.

use super::super::shared::JsonObject;

use std::collections::BTreeMap;

model! {
    /// A chat, in short.
    pub struct ChatListItem {
        /// Its id.
        chat_id: String = [required],
        /// Its state.
        chat_status: ChatStatus = [required],
        /// When it began, ISO 8601.
        start_timestamp: String = [required],
    }

    /// A chat.
    // Reference: Get a chat (`get-chat`).
    pub struct Chat {
        /// Its id.
        chat_id: String = [required],
        /// Its state.
        chat_status: ChatStatus = [required],
        /// What was written.
        conversation_history: Vec<ChatMessage> = [required],
        /// What the agent wrote first.
        initial_message: ChatFirstMessage = [nullable],
        /// When it began, ISO 8601.
        start_timestamp: String = [required],
        /// What was written, as one text.
        transcript: String = [required],
        /// What went on in the flow, by agent.
        fsm_log: BTreeMap<String, ChatFlowLog> = [nullable],
    }

    /// A message of a chat.
    pub struct ChatMessage {
        /// The agent, or `user`.
        agent_id: String = [required],
        /// State of the flow.
        current_state: String = [required],
        /// What was written.
        message: String = [required],
        /// When, ISO 8601.
        timestamp: String = [required],
        /// Which turn it was.
        turn_number: i64 = [required],
    }

    /// What an agent wrote first.
    pub struct ChatFirstMessage {
        /// What it wrote.
        agent_message: String,
        /// State of the flow.
        current_state: String,
        /// When, ISO 8601.
        timestamp: String,
        /// Which turn it was.
        turn_number: i64,
    }

    /// Answer of `chats.sendMessage`: what the agent wrote.
    pub struct ChatReply {
        /// What it wrote.
        agent_message: String = [required],
        /// State of the flow.
        current_state: String = [required],
        /// When, ISO 8601.
        timestamp: String = [required],
        /// Which turn it was.
        turn_number: i64 = [required],
    }

    /// Answer of `chats.createOutbound`.
    pub struct OutboundChatCreated {
        /// Id of the conversation.
        conversation_id: String = [required],
    }

    /// What went on in the flow of an agent.
    pub struct ChatFlowLog {
        /// State it is in.
        current_state: String = [required],
        /// Whose turn it is.
        current_turn: String = [required],
        /// How many events of each kind there were.
        event_summary: BTreeMap<String, i64> = [required],
        /// The events.
        events: Vec<ChatFlowEvent> = [required],
        /// Figures.
        execution_stats: ChatFlowStats = [required],
        /// What is known of the flow.
        fsm_metadata: ChatFlowMetadata = [required],
        /// States it went through.
        state_path: Vec<String>,
        /// Its variables, by name.
        variables: BTreeMap<String, ChatFlowVariable> = [required],
    }

    /// Something that went on in a flow.
    pub struct ChatFlowEvent {
        /// Kind.
        event_type: ChatFlowEventType = [required],
        /// State it was in.
        state_id: String = [required],
        /// When, in milliseconds since the epoch.
        timestamp: i64 = [required],
        /// What else is known.
        details: JsonObject = [required],
    }

    /// Figures of a flow.
    pub struct ChatFlowStats {
        /// Commands that were executed.
        commands_executed: i64,
        /// Changes of state.
        state_transitions: i64,
        /// Events.
        total_events: i64,
    }

    /// What is known of a flow.
    pub struct ChatFlowMetadata {
        /// Name.
        name: String,
    }

    /// A variable of a flow.
    pub struct ChatFlowVariable {
        /// What it holds.
        value: ChatFlowValue = [nullable],
        /// Whether it was found out.
        collected: bool,
    }
}

union! {
    /// What a variable of a flow holds.
    pub enum ChatFlowValue {
        /// A text.
        Text(String),
        /// A number.
        Number(f64),
        /// Yes or no.
        Boolean(bool),
        /// Anything with fields.
        Object(JsonObject),
    }
}

string_enum! {
    /// State of a chat.
    pub open ChatStatus {
        /// It goes on.
        Ongoing = "ongoing",
        /// It is over.
        Completed = "completed",
        /// It was cancelled.
        Cancelled = "cancelled",
    }

    /// Kind of an event of a flow.
    pub open ChatFlowEventType {
        /// The flow began.
        FsmStarted = "fsm_started",
        /// A state was executed.
        StateExecuted = "state_executed",
        /// Something was said.
        UtteranceSent = "utterance_sent",
        /// The state changed.
        StateTransition = "state_transition",
        /// It is the other's turn.
        TurnChanged = "turn_changed",
        /// The user said something.
        UserInput = "user_input",
        /// A command was executed.
        CommandExecuted = "command_executed",
        /// A command came.
        CommandReceived = "command_received",
        /// A command failed.
        CommandFailed = "command_failed",
        /// An action was executed.
        ActionExecuted = "action_executed",
        /// An action failed.
        ActionFailed = "action_failed",
        /// A transition.
        Transition = "transition",
        /// Something went wrong.
        Error = "error",
    }
}
