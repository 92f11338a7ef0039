/** Reports errors to the developer: one line on stderr, or in the console of a page. */

const MAX_LENGTH = 500;

/** One printable line: a client chooses paths, hosts and origins, which could contain terminal control codes. */
const line = (text) => text.replace(/[^\x20-\x7e]+/g, " ").slice(0, MAX_LENGTH);

/** Reports a request by its method, path and status, and the reason for that status. */
export const report = (method, path, status, why) => {
  console.error(line(`synthflow-wasm sandbox: ${method} ${path.slice(0, MAX_LENGTH / 2)}: ${status} ${why}`));
};
