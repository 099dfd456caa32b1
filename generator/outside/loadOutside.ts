import { posix, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { NamedTarget } from "../config/namedTargets.js";
import { type Place, type Report, Stopped } from "../diagnostics/diagnostic.js";
import { targetExport, targetFailed, targetLoad, targetMissing, targetName, targetOptions } from "../diagnostics/targets.js";
import type { TargetPackage } from "../targets/package.js";
import type { OutsideTarget } from "../targets/registry.js";
import type { AnyTarget } from "../targets/target.js";
import { checkOptions } from "./checkOptions.js";
import { checkPackage } from "./checkPackage.js";
import { type FoundPackage, findPackage } from "./findPackage.js";
import { guardTarget, reason } from "./guardTarget.js";
import { revisionOf } from "./revisionOf.js";
import { shareContract } from "./shareContract.js";

/**
 * Loads the packages that a configuration names as targets, by those words. This runs their code, which is why nothing but a user's own configuration leads here.
 * A plain word behind which there is no package is left to `readConfiguration`, which knows what it might have meant.
 */
export async function loadOutside(
  named: readonly NamedTarget[],
  base: string,
  builtIn: readonly { readonly name: string }[],
  report: Report,
): Promise<ReadonlyMap<string, OutsideTarget>> {
  const byFolder = new Map<string, OutsideTarget>();
  const byWord = new Map<string, OutsideTarget>();
  for (const { word, place } of named) {
    const found = findPackage(word, base);
    if (found === null) continue;
    const target = typeof found === "string" ? null : (byFolder.get(found.folder) ?? (await loadPackage(word, place, found, report)));
    if (typeof found === "string") report(targetMissing(place, { target: word, why: found }));
    else if (target !== null) {
      const taken = nameTaken(target, found.folder, builtIn, byFolder);
      if (taken !== null) report(targetName(place, { target: word, name: target.name, taken }));
      byFolder.set(found.folder, target);
      byWord.set(word, target);
    }
  }
  return byWord;
}

async function loadPackage(word: string, place: Place, { folder, module }: FoundPackage, report: Report): Promise<OutsideTarget | null> {
  const shown = posix.join(word, relative(folder, module).replaceAll("\\", "/"));
  shareContract();
  const made = await import(pathToFileURL(module).href).then(checkPackage, (error: unknown) => {
    report(targetLoad(place, { target: word, module: shown, why: reason(error) }));
    return null;
  });
  if (typeof made === "string") report(targetExport(place, { target: word, module: shown, why: made }));
  if (typeof made === "string" || made === null) return null;
  const wrong = checkOptions(made.options);
  for (const { option, why } of wrong) report(targetOptions(place, { target: word, option, why }));
  if (wrong.length > 0) return null;
  const { name, scope, options, templates, helpers } = made;
  return {
    name,
    scope,
    byDefault: false,
    options,
    templates: templates === null ? null : { target: name, root: fileURLToPath(templates), helpers },
    revision: revisionOf(folder),
    load: () => loadTarget(made, word, place),
  };
}

async function loadTarget(made: TargetPackage, word: string, place: Place): Promise<AnyTarget> {
  const failed = (step: string, why: string) => new Stopped(targetFailed(place, { target: word, step, why }));
  const target = await Promise.resolve()
    .then(() => made.load())
    .catch((error: unknown) => {
      throw failed("while its code was loaded", reason(error));
    });
  if (typeof target?.start !== "function" || target.name !== made.name)
    throw failed("while its code was loaded", `\`load\` gives nothing that \`defineTarget\` made with the name "${made.name}".`);
  return guardTarget(target, failed);
}

/** Whose name it is already; null when it is free. */
function nameTaken(
  { name }: OutsideTarget,
  folder: string,
  builtIn: readonly { readonly name: string }[],
  loaded: ReadonlyMap<string, OutsideTarget>,
): string | null {
  if (builtIn.some((target) => target.name === name)) return "a target of sdksmith";
  const other = [...loaded].find(([at, target]) => at !== folder && target.name === name);
  return other === undefined ? null : `the target in ${relative(resolve(), other[0]).replaceAll("\\", "/") || "."}`;
}
