import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "./suite.js";

/** Five scenarios name this address. */
export const server = "http://localhost:3000";

/** Where the suite installs its server: outside of the repository. */
export const cache = process.env.SDKSMITH_CACHE ?? join(tmpdir(), "sdksmith-cache", "spector");

/** What the server says of a scenario: not every request that it needs has come, or the last answer was not the wanted one. */
export type Verdict = "pass" | "fail" | "missing";

/** A server with counters at zero. Throws with what the script says when there is none. */
export function startServer(): void {
  const { status, stdout, stderr } = spawnSync("sh", [join(suite, "serve.sh"), cache], { encoding: "utf8" });
  // Its counters would be those of others, too.
  if (stdout.includes("already running"))
    throw new Error(`a server of the suite answers at ${server}: stop that one first (stop.sh ${cache})`);
  if (status !== 0) throw new Error(`the server of the suite does not start: ${stderr}`);
}

export function stopServer(): void {
  spawnSync("sh", [join(suite, "stop.sh"), cache], { stdio: "ignore" });
}

/** The verdicts so far. */
export async function verdicts(): Promise<ReadonlyMap<string, Verdict>> {
  const response = await fetch(`${server}/.coverage`);
  const reports: unknown = await response.json();
  const results = [reports].flat().flatMap((report): (readonly [string, string])[] => Object.entries((report as Report).results));
  return new Map(results.map(([name, result]) => [name, result === "pass" || result === "fail" ? result : "missing"]));
}

interface Report {
  readonly results: { readonly [scenario: string]: string };
}
