import { existsSync } from "node:fs";
import * as nodeModule from "node:module";

/** The module that stands behind `sdksmith/target`, in the sdksmith that runs; there where there is a build. */
const own = new URL("../target.js", import.meta.url);
const shared = "sdksmith/target";
let isShared = false;

/** Hooks as a module of their own, for versions of Node.js that run them in a thread. */
const hooks = `let own;
export function initialize(data) { own = data; }
export function resolve(specifier, context, next) {
  return specifier === "${shared}" ? { url: own, shortCircuit: true } : next(specifier, context);
}`;

interface SyncHooks {
  resolve(specifier: string, context: unknown, next: (specifier: string, context: unknown) => unknown): unknown;
}

/**
 * Lets every target import `sdksmith/target`, and get the very sdksmith that runs it: `npx sdksmith` lies in no folder that a project's imports look into, and a second copy
 * of another version would not fit. Once per process; where sources run in tests, the test runner maps the name.
 */
export function shareContract(): void {
  if (isShared || !existsSync(own)) return;
  isShared = true;
  if ("registerHooks" in nodeModule && typeof nodeModule.registerHooks === "function") {
    const synchronous: SyncHooks = {
      resolve: (specifier, context, next) => (specifier === shared ? { url: own.href, shortCircuit: true } : next(specifier, context)),
    };
    nodeModule.registerHooks(synchronous);
  } else nodeModule.register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: own.href });
}
