import type { Place } from "../diagnostics/diagnostic.js";
import { entriesOf, entryOf, readYamlText, shapeOf } from "./yamlText.js";

/** A target by the word that stands behind `target:`. */
export interface NamedTarget {
  readonly word: string;
  readonly place: Place;
}

/**
 * The targets that a configuration names and that are none of those known, each word once: their packages must be loaded before their options can be checked.
 * Says nothing about a text that is wrong: `readConfiguration` does.
 *
 *     sdks:
 *       requests: {target: ./http}     →  [{ word: "./http", place: line 2 }]
 */
export function namedTargets(text: string, file: string, known: readonly { readonly name: string }[]): readonly NamedTarget[] {
  const yaml = readYamlText(text, file, () => undefined);
  if (yaml === null) return [];
  const found = new Map<string, NamedTarget>();
  for (const { value } of entriesOf(yaml, entryOf(yaml, yaml.document.contents, "sdks"))) {
    const written = entryOf(yaml, value, "target");
    const said = shapeOf(yaml, written);
    if (said.kind !== "scalar" || typeof said.value !== "string" || found.has(said.value)) continue;
    const word = said.value;
    if (!known.some(({ name }) => name === word)) found.set(word, { word, place: yaml.placeOf(written) });
  }
  return [...found.values()];
}
