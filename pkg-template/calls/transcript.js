/** The turns of a transcript. */

const ROLES = { bot: "agent", assistant: "agent", human: "human", user: "human" };

/** The beginning of a turn. */
const TURN = /^[ \t]*(bot|assistant|human|user):/gim;

/** The turns of a transcript, in order; one without text is left out. Text before the first role is the agent's. */
export const transcriptTurns = (text) => {
  if (typeof text !== "string") return [];
  const turns = [];
  let role = "agent";
  let begin = 0;
  const add = (end) => {
    const said = text.slice(begin, end).trim();
    if (said) turns.push({ role, text: said });
  };
  for (const { 0: mark, 1: name, index } of text.matchAll(TURN)) {
    add(index);
    role = ROLES[name.toLowerCase()];
    begin = index + mark.length;
  }
  add(text.length);
  return turns;
};
