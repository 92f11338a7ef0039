/** Finds an unused port of this machine. */

import { createServer } from "node:net";

/** Opens a free port, and closes it again. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
