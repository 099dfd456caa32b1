import type { Stems } from "../../config/lock.js";
import { isObject, type JsonObject } from "../../ir/json.js";

/**
 * What the old lock tells about names: it lists files, among them one page per public type, error and resource.
 * Names of pages are lower case, so they decide between spellings that the rules propose, and no more.
 *
 *     docs/models/components/acmething.md  →  types: "components/acmething"
 *     docs/models/errors/apierror.md       →  errors: "apierror"
 *     docs/sdks/things/README.md           →  sdks: "things"
 */
export function stemsOf(lock: JsonObject): Stems {
  const stems = { types: new Set<string>(), sdks: new Set<string>(), errors: new Set<string>() };
  for (const file of filesOf(lock)) {
    const resource = /^docs\/sdks\/([^/]+)\/README\.md$/i.exec(file)?.[1];
    const error = /^docs\/(?:models\/)?errors\/(.+)\.md$/.exec(file)?.[1];
    const type = /^docs\/models\/(?!errors\/|utils\/|internal\/)(.+)\.md$/.exec(file)?.[1];
    if (resource !== undefined) stems.sdks.add(resource.toLowerCase());
    if (error !== undefined) stems.errors.add(error.toLowerCase());
    if (type !== undefined) stems.types.add(type.toLowerCase());
  }
  return { types: [...stems.types].sort(), sdks: [...stems.sdks].sort(), errors: [...stems.errors].sort() };
}

/** Newer locks track files in an object; where they still have the older list as well, that one is out of date. */
function filesOf({ trackedFiles, generatedFiles }: JsonObject): readonly string[] {
  if (isObject(trackedFiles)) return Object.keys(trackedFiles);
  return Array.isArray(generatedFiles) ? generatedFiles.map(String) : [];
}
