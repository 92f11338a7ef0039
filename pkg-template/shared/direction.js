/** Whether a `type_of_call` is that of a call from the person to the agent. */
export const isIncoming = (type) => /^\s*inbound\s*$/i.test(type);
