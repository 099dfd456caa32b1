import type { Hooks } from "./types.js";

/**
 * Register hooks here: this file is yours, it is written once and never again.
 *
 *     hooks.registerBeforeRequestHook({ beforeRequest: (context, request) => request });
 */
export function initHooks(_hooks: Hooks): void {}
