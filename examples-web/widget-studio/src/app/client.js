/** The client of the page. It has no key: the proxy at `/synthflow` adds it. */

import { Synthflow } from "synthflow-wasm";

export const client = new Synthflow({ apiKey: null, baseURL: "/synthflow", timeout: 30_000 });
