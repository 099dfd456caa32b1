import { configurationName, configurationTarget } from "../diagnostics/config.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../ir/json.js";
import { type KnownTarget, outerSchema, sdkSchema } from "./schema.js";
import { validate } from "./validate.js";
import { entriesOf, entryOf, readYamlText, shapeOf, type YamlText } from "./yamlText.js";

/** A configuration as it was written, checked and without any default. */
export interface WrittenConfiguration {
  readonly settings: JsonObject;
  readonly sdks: readonly WrittenSdk[];
}

export interface WrittenSdk {
  readonly name: string;
  readonly target: string;
  readonly settings: JsonObject;
}

/**
 * Reads the text of a configuration; null after an error. Each mistake is reported with its line. Targets from `outside` go by the word that the configuration names them by.
 *
 *     document: openapi.yaml      →  { settings: { document: "openapi.yaml" }, sdks: [{ name: "acme", target: "json", settings: {} }] }
 *     sdks:
 *       acme: {target: json}
 */
export function readConfiguration(
  text: string,
  file: string,
  targets: readonly KnownTarget[],
  report: Report,
  outside: ReadonlyMap<string, KnownTarget> = new Map(),
): WrittenConfiguration | null {
  const yaml = readYamlText(text, file, report);
  if (yaml === null) return null;
  const root = yaml.document.contents;
  if (!validate(yaml, root, outerSchema, [], report)) return null;
  const sdks = entriesOf(yaml, entryOf(yaml, root, "sdks")).map((entry) => readSdk(yaml, entry, targets, outside, report));
  const fine = sdks.flatMap((sdk) => (sdk === null ? [] : [sdk]));
  if (fine.length < sdks.length) return null;
  const { sdks: _sdks, ...settings } = objectOf(yaml, root);
  return { settings, sdks: fine };
}

function readSdk(
  yaml: YamlText,
  entry: { key: string; keyNode: unknown; value: unknown },
  targets: readonly KnownTarget[],
  outside: ReadonlyMap<string, KnownTarget>,
  report: Report,
): WrittenSdk | null {
  const name = entry.key;
  if (!/^[A-Za-z0-9][\w.-]*$/.test(name) || name.endsWith(".")) {
    report(configurationName(yaml.placeOf(entry.keyNode), { name }));
    return null;
  }
  const written = entryOf(yaml, entry.value, "target");
  const said = written === undefined ? null : shapeOf(yaml, written);
  const targetName = said === null ? name : said.kind === "scalar" ? String(said.value) : "";
  const target = targets.find((known) => known.name === targetName) ?? (written === undefined ? undefined : outside.get(targetName));
  if (target === undefined) {
    const place = yaml.placeOf(written === undefined ? entry.keyNode : written);
    report(configurationTarget(place, { name, target: targetName, known: targets.map((known) => known.name) }));
    return null;
  }
  if (!validate(yaml, entry.value, sdkSchema(target, targetName), ["sdks", name], report)) return null;
  const { target: _target, ...settings } = objectOf(yaml, entry.value);
  return { name, target: target.name, settings };
}

/** The value of a checked map; aliases are followed. */
function objectOf(yaml: YamlText, node: unknown): JsonObject {
  return Object.fromEntries(entriesOf(yaml, node).map(({ key, value }) => [key, plainValue(yaml, value)]));
}

function plainValue(yaml: YamlText, node: unknown): Json {
  const shape = shapeOf(yaml, node);
  switch (shape.kind) {
    case "map":
      return objectOf(yaml, node);
    case "list":
      return shape.items.map((item) => plainValue(yaml, item));
    case "scalar":
      return shape.value;
  }
}
