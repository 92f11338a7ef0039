/** A worker thread: runs a task, and reports how many of its requests succeeded. */

import { parentPort, workerData } from "node:worker_threads";
import { Synthflow } from "synthflow-wasm";
import { work } from "./work.js";

const { baseURL, name, apiKey, count } = workerData;
const client = new Synthflow({ apiKey, baseURL, logLevel: "off" });
parentPort.postMessage(await work(client, name, apiKey, count));
