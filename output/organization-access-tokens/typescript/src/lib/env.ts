/** The environment, read once. */
export interface Env {
  readonly [name: string]: string | undefined;
}

/** The globals of runtimes that have an environment. */
interface Runtime {
  readonly process?: { readonly env?: Env };
  readonly Deno?: { readonly env: { toObject(): Env } };
}

let memo: Env | null = null;

/** The variables of the process, of Deno, or none at all: browsers and workers have none. */
export function env(): Env {
  memo ??= readEnvironment(globalThis as Runtime);
  return memo;
}

/** Forgets what was read, so that the next call sees changes. */
export function resetEnv(): void {
  memo = null;
}

function readEnvironment(runtime: Runtime): Env {
  try {
    return { ...(runtime.Deno?.env.toObject() ?? runtime.process?.env) };
  } catch {
    // Deno without permission to read the environment.
    return {};
  }
}

/** Browsers forbid scripts to set the user agent. */
export function isBrowserLike(): boolean {
  return "document" in globalThis || "importScripts" in globalThis;
}
