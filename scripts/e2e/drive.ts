import { join } from "node:path";
import { askDriver } from "./askDriver.js";
import type { Call, Outcome } from "./call.js";
import { languageOf } from "./languages.js";
import { here } from "./places.js";

/** A way to call an SDK, such as "async". */
export type Mode = string;

/** Where calls go, and the server that tells when one of them is kept waiting: the same one, unless a proxy stands between. */
export interface Ends {
  readonly url: string;
  readonly server: string;
}

/** Calls an SDK in a process of its own, from the folder that its language has prepared. */
export async function drive(command: string, mode: Mode, folder: string, ends: Ends, calls: readonly Call[]): Promise<readonly Outcome[]> {
  const { driver } = languageOf(mode);
  return askDriver(command, join(here, "drivers", driver), { folder, mode, ...ends, calls });
}
