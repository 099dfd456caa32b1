// Lets Node.js import the TypeScript sources of this repository as they are: types are dropped file by file, by what jest uses. `import "./lib/typescript.mjs"` before the first of them.
import { existsSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import transform from "./transform.mjs";

if (isMainThread) register(import.meta.url);

/** "./call.js" is call.ts where there is no such script. */
export function resolve(specifier, context, next) {
  if (!/^\.{1,2}\//.test(specifier) || !specifier.endsWith(".js") || context.parentURL?.includes("/node_modules/"))
    return next(specifier, context);
  const url = new URL(specifier, context.parentURL);
  const source = new URL(url.href.replace(/\.js$/, ".ts"));
  return !existsSync(url) && existsSync(source) ? { url: source.href, shortCircuit: true } : next(specifier, context);
}

/** The script that a TypeScript file becomes. */
export function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const file = fileURLToPath(url);
  return { format: "module", shortCircuit: true, source: transform.process(readFileSync(file, "utf8"), file).code };
}
