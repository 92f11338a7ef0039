/** The client of the page. It has no key: the proxy at `/synthflow` adds it. */

import { init, Synthflow } from "synthflow-wasm/slim";
import core from "synthflow-wasm/wasm?url";

// A file of its own, so that nothing has to be unpacked.
await init(core);

export const client = new Synthflow({ apiKey: null, baseURL: "/synthflow", timeout: 30_000 });
