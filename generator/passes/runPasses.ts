import type { LockedExamples } from "../config/lock.js";
import type { Api } from "../ir/api.js";
import { attachExamples } from "./attachExamples.js";
import { keepXml } from "./keepXml.js";
import { markUse } from "./markUse.js";
import { type Suffixes, splitByDirection } from "./splitByDirection.js";

interface PassOptions extends Suffixes {
  /** Stored calls, by operation and name. */
  readonly examples: LockedExamples;
}

type Pass = (api: Api, options: PassOptions) => Api;

/** In this order: a type has a use only when its variants are known. */
const passes: readonly Pass[] = [splitByDirection, markUse, keepXml, (api, { examples }) => attachExamples(api, examples)];

/** Stage 4: what can be said of an Api only when all of it is known. Each pass is a pure function of linear time. */
export function runPasses(api: Api, options: PassOptions): Api {
  return passes.reduce((current, pass) => pass(current, options), api);
}
