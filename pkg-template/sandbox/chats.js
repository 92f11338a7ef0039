/** Chats: the agent replies to each message. */

import { badRequest } from "./errors.js";
import { find, remove } from "./find.js";
import { fill, variablesOf } from "./variables.js";

const chatOf = (store, ids) => find(store.chats, "chat", ids.chat_id);

const time = (store) => new Date(store.now()).toISOString();

const write = (store, chat, who, message) => {
  chat.conversation_history.push({
    agent_id: who,
    current_state: "conversation",
    message,
    timestamp: time(store),
    turn_number: chat.conversation_history.length + 1,
  });
  return chat.conversation_history.at(-1);
};

const reply = ({ message, ...rest }) => ({
  agent_message: message,
  current_state: rest.current_state,
  timestamp: rest.timestamp,
  turn_number: rest.turn_number,
});

const shown = ({ agent_id: _, ...chat }) => ({
  ...chat,
  transcript: chat.conversation_history
    .map(({ agent_id: who, message }) => `${who === "user" ? "human" : "bot"}: ${message}`)
    .join("\n"),
});

const begin = (store, chat_id, agent, { initial_message, custom_variables } = {}) => {
  const chat = {
    chat_id,
    chat_status: "ongoing",
    start_timestamp: time(store),
    conversation_history: [],
    fsm_log: null,
    agent_id: agent.model_id,
  };
  store.chats.set(chat_id, chat);
  const text = initial_message ?? agent.agent.greeting_message ?? "Hello";
  const first = write(store, chat, agent.model_id, fill(text, variablesOf(custom_variables)));
  return Object.assign(chat, { initial_message: reply(first) });
};

/** The offset that a cursor encodes; to a client, a cursor is opaque. */
const positionOf = (cursor) => {
  try {
    const position = atob(cursor);
    if (/^\d{1,15}$/.test(position)) return Number(position);
  } catch {
    // Not base64 at all.
  }
  throw badRequest("the cursor is invalid");
};

export const chats = {
  "chats.list": ({ store, query }) => {
    const all = [...store.chats.values()].filter(
      ({ agent_id: id }) => query.agent_id === undefined || id === query.agent_id,
    );
    const from = query.cursor === undefined ? 0 : positionOf(String(query.cursor));
    const to = from + (query.limit ?? 10);
    const chats = all.slice(from, to).map(({ chat_id, chat_status, start_timestamp }) => ({
      chat_id,
      chat_status,
      start_timestamp,
    }));
    const has_more = to < all.length;
    return { status: "ok", response: { chats, has_more, next_cursor: has_more ? btoa(String(to)) : "" } };
  },
  "chats.create": ({ store, ids, body }) => {
    if (store.chats.has(ids.chat_id)) throw badRequest("a chat with this id exists");
    const agent = find(store.agents, "agent", body.model_id);
    return { status: "ok", response: shown(begin(store, ids.chat_id, agent)) };
  },
  "chats.get": ({ store, ids }) => ({ status: "ok", response: shown(chatOf(store, ids)) }),
  "chats.delete": ({ store, ids }) => {
    remove(store.chats, "chat", ids.chat_id);
    return { status: "ok" };
  },
  "chats.sendMessage": ({ store, ids, body }) => {
    const chat = chatOf(store, ids);
    write(store, chat, "user", body.message);
    return { status: "ok", response: reply(write(store, chat, chat.agent_id, `You said: ${body.message}`)) };
  },
  "chats.createOutbound": ({ store, body }) => {
    const agent = find(store.agents, "agent", body.agent_id);
    const chat = begin(store, store.ids.uuid(), agent, body);
    return { status: "ok", response: { conversation_id: chat.chat_id } };
  },
};
