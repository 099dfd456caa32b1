import type { NamingStrategy, Options } from "../../config/configuration.js";
import { validate } from "../../config/validate.js";
import { readYamlText } from "../../config/yamlText.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import { migrateSetting } from "../../diagnostics/migrate.js";
import type { Json, JsonObject } from "../../ir/json.js";
import type { OptionProperties, OptionSchema } from "../../targets/optionSchema.js";
import { alreadySo, effects, renamed, unknownEffect } from "./fates.js";
import { isObject, objectOf, type PublishedSdk } from "./publishedSdk.js";

export interface TranslatedSettings {
  readonly naming: NamingStrategy;
  readonly options: Options;
}

/**
 * The settings of one language: those that the new target knows are carried over under their old key, dated switches get their lasting name, and whatever stays
 * behind is reported with its effect, one by one.
 *
 *     generation: { sdkClassName: Acme, fixes: { nameResolutionFeb2025: false } }   →   naming: ordered, options: { sdkClassName: Acme, packageName: acme }
 *     acme: { packageName: acme, zodVersion: v3 }                                       and a warning about zodVersion
 */
export function translateSettings(sdk: PublishedSdk, language: string, known: OptionProperties, report: Report): TranslatedSettings {
  const { generation, [language]: own } = sdk.settings;
  const options: Record<string, Json> = {};
  for (const [section, settings] of [
    ["generation", objectOf(generation)],
    [language, objectOf(own)],
  ] as const) {
    Object.assign(options, translateSection(section, settings, known, sdk.settingsFile, report));
  }
  return { naming: namingOf(objectOf(generation), objectOf(own)), options };
}

/** One switch chooses between the two ways of naming; without it the SDK is older than the newer way. */
function namingOf(generation: JsonObject, own: JsonObject): NamingStrategy {
  const switches = [objectOf(generation.fixes), objectOf(own.fixFlags)].map((fixes) => fixes[namingSwitch]);
  return switches.includes(true) ? "shortest" : "ordered";
}

const namingSwitch = "nameResolutionFeb2025";

function translateSection(section: string, settings: JsonObject, known: OptionProperties, file: string, report: Report): Options {
  const options: Record<string, Json> = {};
  const leave = (path: string, value: Json) => {
    if (isEmpty(value) || [alreadySo[path]].flat().some((one) => one === value)) return;
    const help = "Nothing needs to be done unless you rely on it.";
    report(
      migrateSetting({ kind: "file", file }, { setting: `${section}.${path}`, value: JSON.stringify(value), effect: effectOf(path), help }),
    );
  };
  for (const [key, value] of Object.entries(settings)) {
    if (key === "fixes" || key === "fixFlags") {
      for (const [flag, on] of Object.entries(objectOf(value))) {
        const name = renamed[`${key}.${flag}`];
        const schema = name === undefined ? undefined : known[name];
        if (flag === namingSwitch) continue;
        if (name !== undefined && schema !== undefined && fits(on, schema)) options[name] = on;
        else leave(`${key}.${flag}`, on);
      }
      continue;
    }
    const carried = carry(key, value, known[key], leave);
    if (carried !== undefined) options[key] = carried;
  }
  return options;
}

/** What is said of the setting, or of the nearest object around it. */
function effectOf(path: string): string {
  const outer = path.slice(0, Math.max(path.lastIndexOf("."), 0));
  return effects[path] ?? (outer === "" ? unknownEffect : effectOf(outer));
}

/** The part of a value that its option accepts; the rest is left behind. An object is looked through key by key, so that one strange key does not cost the others. */
function carry(path: string, value: Json, schema: OptionSchema | undefined, leave: (path: string, value: Json) => void): Json | undefined {
  if (schema !== undefined && fits(value, schema)) return value;
  if (!isObject(value) || isEmpty(value)) {
    leave(path, value);
    return undefined;
  }
  const kept: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    const carried = carry(`${path}.${key}`, item, schema?.properties?.[key], leave);
    if (carried !== undefined) kept[key] = carried;
  }
  return isEmpty(kept) ? undefined : kept;
}

/** Whether the new configuration would accept the value there: the same check that reads it later. */
function fits(value: Json, schema: OptionSchema): boolean {
  const yaml = readYamlText(JSON.stringify(value), "", () => undefined);
  return yaml !== null && validate(yaml, yaml.document.contents, schema, [], () => undefined);
}

/** A setting that sets nothing. */
function isEmpty(value: Json): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}
