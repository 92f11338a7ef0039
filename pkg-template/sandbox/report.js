/** What went wrong, for whoever runs the sandbox: one line on stderr, in a page one in the console. */

const MAX_LENGTH = 500;

/** A client chooses paths, hosts and origins: what could move a terminal's cursor is left out. */
const line = (text) => text.replace(/[^\x20-\x7e]+/g, " ").slice(0, MAX_LENGTH);

/** Reports a request by its method, path and status, and why it got that status. */
export const report = (method, path, status, why) => {
  console.error(line(`synthflow-wasm sandbox: ${method} ${path.slice(0, MAX_LENGTH / 2)}: ${status} ${why}`));
};
