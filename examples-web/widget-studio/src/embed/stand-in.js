/** What the preview shows on the sandbox, where no widget exists: name and greeting of the agent. */

const escaped = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A document with the name of the agent, its greeting, and a note. */
export const standIn = ({ name, agent }, note) => `<!doctype html>
<meta charset="utf-8"><title>${escaped(name)}</title>
<style>
  body { margin: 0; height: 100vh; display: grid; place-content: center; gap: 1rem; text-align: center;
    padding: 1.5rem; box-sizing: border-box; font: 16px/1.5 system-ui, sans-serif; background: #f4f6fb; color: #1c2333 }
  i { margin: auto; width: 6rem; height: 6rem; border-radius: 50%; background: #4355d8 }
  p { margin: 0 } small { color: #596075 }
</style>
<i></i><p><b>${escaped(name)}</b></p><p>${escaped(agent?.greeting_message)}</p><small>${escaped(note)}</small>`;
