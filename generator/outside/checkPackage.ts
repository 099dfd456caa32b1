import { statSync } from "node:fs";
import { contract, type TargetPackage } from "../targets/package.js";
import { isObject } from "./checkOptions.js";

/** What a package may not call its helpers: words of Handlebars and of every template. */
const takenHelpers = new Set(["symbol", "if", "unless", "each", "with", "lookup", "log", "blockHelperMissing", "helperMissing"]);

/** Looks at what a package's module exports: the target, or why it is none, as the end of a sentence about the module. */
export function checkPackage(exported: unknown): TargetPackage | string {
  if (!isObject(exported) || !("default" in exported)) return "has no default export";
  const made = exported.default;
  if (!isObject(made) || !("contract" in made) || typeof made.contract !== "string" || !made.contract.startsWith("sdksmith/target "))
    return "has a default export that `targetPackage` did not make";
  if (made.contract !== contract) return `was made for "${made.contract}", and this version of sdksmith speaks "${contract}"`;
  const parts: Unchecked = made;
  // Each part has been looked at when none of them is wrong.
  return wrongPart(parts) ?? (parts as TargetPackage);
}

type Unchecked = { readonly [K in keyof TargetPackage]?: unknown };

function wrongPart({ name, scope, options, templates, helpers, load }: Unchecked): string | null {
  if (typeof name !== "string" || !/^[A-Za-z0-9][\w-]*$/.test(name))
    return `gives the name ${JSON.stringify(name)}, which is not made of letters, digits, "-" and "_"`;
  if (scope !== "document" && scope !== "run") return `gives the scope ${JSON.stringify(scope)} instead of "document" or "run"`;
  if (!isObject(options)) return "gives options that are no object";
  if (!isObject(helpers)) return "gives helpers that are no object";
  for (const [helper, help] of Object.entries(helpers)) {
    if (takenHelpers.has(helper)) return `gives the helper "${helper}", which templates have already`;
    if (typeof help !== "function") return `gives the helper "${helper}", which is no function`;
  }
  if (typeof load !== "function") return "gives no function `load`";
  if (templates === null) return null;
  if (!(templates instanceof URL) || templates.protocol !== "file:") return "gives `templates` that are no file URL";
  return statSync(templates, { throwIfNoEntry: false })?.isDirectory() === true
    ? null
    : `gives a folder of templates that does not exist: ${templates.pathname}`;
}
