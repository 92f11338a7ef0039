/** All measurements, by the name that `--only` takes. */

import { bytes } from "./bytes.js";
import { chromium } from "./chromium.js";
import { cold } from "./cold.js";
import { compile } from "./compile.js";
import { cpu } from "./cpu.js";
import { lists } from "./lists.js";
import { memory } from "./memory.js";
import { offline } from "./offline.js";
import { rust } from "./rust.js";
import { throughput } from "./throughput.js";
import { types } from "./types.js";

export const measurements = {
  cpu,
  offline,
  lists,
  throughput,
  cold,
  compile,
  chromium,
  bytes,
  rust,
  types,
  memory,
};
