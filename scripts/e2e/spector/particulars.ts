import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { here } from "../places.js";

/** What is to be known of one scenario. */
export interface Particular {
  readonly scenario: string;
  /** Why no SDK can do it: it counts as failed all the same. */
  readonly reason?: string;
  /** It is called a second time, with these headers: what comes back is a decision of the caller. */
  readonly again?: { readonly [header: string]: string };
}

export function readParticulars(): readonly Particular[] {
  return load(readFileSync(join(here, "spector/particulars.yaml"), "utf8"), { schema: CORE_SCHEMA }) as readonly Particular[];
}
