/**
 * The faults that `npm run mutants` plants. `before` occurs in `file` exactly once; the `tests`, or those of them whose
 * name matches `pattern`, must fail if it is replaced by `after`. They run with the variables `env` of the environment.
 * For what only Rust users have, `rust` names files of `tests/` instead, which run natively.
 */

import { attempts } from "./attempts.js";
import { reading } from "./calls.js";
import { campaigns } from "./campaign.js";
import { commands } from "./cli.js";
import { core } from "./core.js";
import { javascript } from "./javascript.js";
import { params } from "./params.js";
import { proxies } from "./proxy.js";
import { proxyRules } from "./proxy-rules.js";
import { queue } from "./queue.js";
import { recipes } from "./recipes.js";
import { requests } from "./requests.js";
import { responses } from "./responses.js";
import { rust } from "./rust.js";
import { schema } from "./schema.js";
import { settings } from "./settings.js";
import { hooks } from "./webhooks.js";

export const mutants = [
  ...attempts,
  ...responses,
  ...requests,
  ...params,
  ...settings,
  ...schema,
  ...javascript,
  ...core,
  ...hooks,
  ...commands,
  ...reading,
  ...proxies,
  ...proxyRules,
  ...campaigns,
  ...queue,
  ...recipes,
  ...rust,
];
