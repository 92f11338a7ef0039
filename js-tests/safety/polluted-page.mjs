/** In a worker of a page: posts what `polluted.mjs` found. */

import { Synthflow } from "../../pkg/index.js";
import { tryPolluted } from "./polluted.mjs";

globalThis.postMessage(await tryPolluted(Synthflow));
