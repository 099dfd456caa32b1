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

/** Targets by the word that the configuration names them by. */
export type OutsideTargets = ReadonlyMap<string, OutsideTarget>;

/**
 * Loads the packages that a configuration names as targets. This runs their code, which is why nothing but a user's own configuration leads here.
 * Null after an error; a plain word behind which there is no package is left to `readConfiguration`, which knows what it might have meant.
 */
export async function loadOutside(
  named: readonly NamedTarget[],
  base: string,
  builtIn: readonly { readonly name: string }[],
  report: Report,
): Promise<OutsideTargets | null> {
  const byFolder = new Map<string, OutsideTarget>();
  const byWord = new Map<string, OutsideTarget>();
  let fine = true;
  for (const { word, place } of named) {
    const search = findPackage(word, base);
    switch (search.kind) {
      case "unknown":
        break;
      case "broken":
        report(targetMissing(place, { target: word, why: search.why }));
        fine = false;
        break;
      case "found": {
        const { found } = search;
        const target = byFolder.get(found.folder) ?? (await loadPackage(word, place, found, report));
        const taken = target === null ? null : nameTaken(target, found.folder, builtIn, byFolder);
        if (target !== null && taken !== null) report(targetName(place, { target: word, name: target.name, taken }));
        if (target === null || taken !== null) fine = false;
        else {
          byFolder.set(found.folder, target);
          byWord.set(word, target);
        }
      }
    }
  }
  return fine ? byWord : null;
}

async function loadPackage(word: string, place: Place, { folder, module }: FoundPackage, report: Report): Promise<OutsideTarget | null> {
  const shown = posix.join(word, relative(folder, module).replaceAll("\\", "/"));
  const loaded = await imported(module);
  if (loaded.kind === "failed") {
    report(targetLoad(place, { target: word, module: shown, why: loaded.why }));
    return null;
  }
  const made = checkPackage(loaded.exported);
  if (typeof made === "string") {
    report(targetExport(place, { target: word, module: shown, why: made }));
    return null;
  }
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

type Imported = { readonly kind: "loaded"; readonly exported: unknown } | { readonly kind: "failed"; readonly why: string };

async function imported(module: string): Promise<Imported> {
  shareContract();
  try {
    return { kind: "loaded", exported: await import(pathToFileURL(module).href) };
  } catch (error) {
    return { kind: "failed", why: reason(error) };
  }
}

async function loadTarget(made: TargetPackage, word: string, place: Place): Promise<AnyTarget> {
  const failed = (step: string, why: string) => new Stopped(targetFailed(place, { target: word, step, why }));
  const target = await made.load().catch((error: unknown) => {
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
