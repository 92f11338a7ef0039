/** A thread of its own: does its work, and says how much of it is done. */

import { parentPort, workerData } from "node:worker_threads";
import { Synthflow } from "synthflow-wasm";
import { work } from "./work.js";

const { baseURL, name, apiKey, count } = workerData;
const client = new Synthflow({ apiKey, baseURL, logLevel: "off" });
parentPort.postMessage(await work(client, name, apiKey, count));
