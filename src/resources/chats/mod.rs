//! Chats: text conversations with a chat agent.

mod responses;

pub use responses::*;

use super::shared::{Confirmation, JsonObject};

operations! {
    /// Chats: text conversations with a chat agent.
    pub Chats = "chats";

    /// Lists chats, 10 per page by default.
    // Reference: List chats (`list-chats`).
    #[see = "chat/list-chats"]
    fn list(; ListChats) -> ChatListItem = GET "/chat" page "chats", safe, cursor;

    /// Creates a chat. `chat_id` is a UUID of your choice.
    // Reference: Create a chat (`create-chat`).
    #[see = "chat/create-chat"]
    #[example = r#"
        const chat_id = crypto.randomUUID();
        await client.chats.create(chat_id, { model_id: "1700000000000x222222222222222222" });
    "#]
    #[creates = "chat_id"]
    fn create(chat_id; CreateChat) -> Chat = POST "/chat/{chat_id}", non_idempotent;

    /// Gets a chat with its messages.
    // Reference: Get a chat (`get-chat`).
    #[see = "chat/get-chat"]
    fn get(chat_id) -> Chat = GET "/chat/{chat_id}", safe;

    /// Deletes a chat.
    // Reference: Delete a chat (`delete-chat`).
    #[see = "chat/delete-chat"]
    fn delete(chat_id) -> Confirmation = DELETE "/chat/{chat_id}", idempotent;

    /// Sends a message as the user and returns the agent's reply.
    // Reference: Send a message in a chat (`send-chat-message`).
    #[see = "chat/send-chat-message"]
    #[example = r#"
        const reply = await client.chats.sendMessage("00000000-0000-4000-8000-000000000006", {
          message: "Are you open on Sundays?",
        });
        console.log(reply.agent_message);
    "#]
    fn send_message(chat_id; SendChatMessage) -> ChatReply = POST "/chat/{chat_id}/messages", non_idempotent;

    /// Starts a chat by sending an SMS or a WhatsApp message. Available to US workspaces only.
    // Reference: Start an outbound chat conversation (`create-outbound-chat`).
    #[see = "chat/create-outbound-chat"]
    #[creates = "conversation_id chat_id"]
    fn create_outbound(; CreateOutboundChat) -> OutboundChatCreated = POST "/chat/outbound", non_idempotent;
}

model! {
    /// Query of `chats.list`.
    pub struct ListChats {
        /// Agent id to filter by.
        agent_id: String = [not_empty],
        /// Page size. Default 10, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// `next_cursor` of the previous page.
        cursor: String,
    }

    /// Body of `chats.create`.
    pub struct CreateChat {
        /// Chat agent id.
        model_id: String = [required, not_empty],
        /// Metadata of your own.
        metadata: JsonObject,
    }

    /// Body of `chats.send_message`.
    pub struct SendChatMessage {
        /// Text of the user's message.
        message: String = [required, not_empty],
    }

    /// Body of `chats.create_outbound`.
    // Reference: Start an outbound chat conversation (`create-outbound-chat`).
    #[rules(when("template", &[]).needs_value("channel", &["whatsapp"]))]
    pub struct CreateOutboundChat {
        /// Chat agent id, a UUID.
        agent_id: String = [required, not_empty, misnamed("model_id,assistant_id")],
        /// Channel of the message.
        channel: ChatChannel = [required],
        /// Recipient's number, in E.164 format.
        to_number: String = [required, e164, misnamed("phone,phone_number,to,to_phone_number")],
        /// Sender's number at Twilio, in E.164 format.
        from_number: String = [required, e164, misnamed("from,from_phone_number")],
        /// First message. On WhatsApp only within 24 hours of the recipient's last message.
        initial_message: String = [not_empty],
        /// First message on WhatsApp as a template. Required outside these 24 hours.
        template: ChatTemplate,
        /// Variables for the prompt.
        custom_variables: JsonObject,
    }

    /// A WhatsApp message template.
    pub struct ChatTemplate {
        /// SID of an approved Twilio Content template: `HX…`.
        content_sid: String = [required, not_empty],
        /// Values of the placeholders, by placeholder number.
        variables: JsonObject,
    }
}

string_enum! {
    /// Channel of an outbound chat.
    pub closed ChatChannel {
        /// Text message.
        Sms = "sms",
        /// WhatsApp.
        Whatsapp = "whatsapp",
    }
}
