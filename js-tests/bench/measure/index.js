/** All measurements, by the name that `--only` takes. */

import { cold } from "./cold.js";
import { cpu } from "./cpu.js";
import { offline } from "./offline.js";

export const measurements = { cpu, offline, cold };
