//! Chats: conversations in writing.

mod responses;

pub use responses::*;

use super::shared::{Confirmation, JsonObject};

operations! {
    /// Chats: conversations in writing with a chat agent.
    pub Chats = "chats";

    /// Lists chats, 10 a page.
    // Reference: List chats (`list-chats`).
    #[see = "chat/list-chats"]
    fn list(; ListChats) -> ChatListItem = GET "/chat" page "chats", safe, cursor;

    /// Creates a chat under an id of your own making, a UUID.
    // Reference: Create a chat (`create-chat`).
    #[see = "chat/create-chat"]
    fn create(chat_id; CreateChat) -> Chat = POST "/chat/{chat_id}", non_idempotent creates "chat_id";

    /// Gets a chat with all that was written.
    // Reference: Get a chat (`get-chat`).
    #[see = "chat/get-chat"]
    fn get(chat_id) -> Chat = GET "/chat/{chat_id}", safe;

    /// Deletes a chat.
    // Reference: Delete a chat (`delete-chat`).
    #[see = "chat/delete-chat"]
    fn delete(chat_id) -> Confirmation = DELETE "/chat/{chat_id}", idempotent;

    /// Sends a message as the user, and answers with the agent's reply. It is never sent again blindly.
    // Reference: Send a message in a chat (`send-chat-message`).
    #[see = "chat/send-chat-message"]
    fn send_message(chat_id; SendChatMessage) -> ChatReply = POST "/chat/{chat_id}/messages", non_idempotent;

    /// Messages a person by SMS or WhatsApp, and begins a chat. It is never sent again blindly.
    // Reference: Start an outbound chat conversation (`create-outbound-chat`).
    #[see = "chat/create-outbound-chat"]
    fn create_outbound(; CreateOutboundChat) -> OutboundChatCreated = POST "/chat/outbound", non_idempotent creates "conversation_id chat_id";
}

model! {
    /// Query of `chats.list`.
    pub struct ListChats {
        /// The agent.
        agent_id: String,
        /// Chats per page. Default 10.
        limit: i64,
        /// Where the page begins: `next_cursor` of the page before.
        cursor: String,
    }

    /// Body of `chats.create`.
    pub struct CreateChat {
        /// The chat agent.
        model_id: String = [required],
        /// What you want to note of it.
        metadata: JsonObject,
    }

    /// Body of `chats.sendMessage`.
    pub struct SendChatMessage {
        /// What the user writes.
        message: String = [required],
    }

    /// Body of `chats.createOutbound`.
    // Reference: Start an outbound chat conversation (`create-outbound-chat`).
    pub struct CreateOutboundChat {
        /// The chat agent, a UUID.
        agent_id: String = [required],
        /// How the person is reached.
        channel: ChatChannel = [required],
        /// Number of the person, in E.164 form.
        to_number: String = [required, e164],
        /// Number of the sender at Twilio, in E.164 form.
        from_number: String = [required, e164],
        /// First message. On WhatsApp only within 24 hours after the person last wrote; else give `template`.
        initial_message: String,
        /// Template of the first message on WhatsApp.
        template: ChatTemplate,
        /// Variables for the prompt.
        custom_variables: JsonObject,
    }

    /// Template of a WhatsApp message.
    pub struct ChatTemplate {
        /// SID of an approved Twilio Content template: `HX…`.
        content_sid: String = [required],
        /// What its placeholders hold, by their number.
        variables: JsonObject,
    }
}

string_enum! {
    /// How a person is reached in writing.
    pub closed ChatChannel {
        /// Text message.
        Sms = "sms",
        /// WhatsApp.
        Whatsapp = "whatsapp",
    }
}
