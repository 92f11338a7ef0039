/** The form of a webhook request, of the sandbox and of fixtures. */

import { sign } from "../webhooks/index.js";

/** The headers of a webhook; `signed` is the call id that the signature covers, if there is one. */
export const headersOf = async (signed, secret) => ({
  "content-type": "application/json",
  ...(signed !== undefined && { "synthflow-signature": await sign(signed, secret) }),
});
