import yaml from "js-yaml";
import type { Report } from "../../diagnostics/diagnostic.js";
import { migrateNoLock, migrateNoSdk, migrateUnreadable } from "../../diagnostics/migrate.js";
import { type Json, type JsonObject, objectOf } from "../../ir/json.js";

/** The part of a file tree that the import needs. */
export interface ReadableTree {
  read(path: string): string | null;
  list(folder: string): readonly { readonly name: string; readonly kind: string }[] | null;
}

/** What the old generator left in the folder of an SDK. */
export interface PublishedSdk {
  /** The folder of its settings, `DIR/.speakeasy`. */
  readonly folder: string;
  readonly settingsFile: string;
  /** gen.yaml */
  readonly settings: JsonObject;
  /** gen.lock; empty when there is none. */
  readonly lock: JsonObject;
  /** workflow.yaml; empty when there is none. */
  readonly workflow: JsonObject;
}

/**
 * Reads the settings, the lock and the workflow of a published SDK. `folder` is the SDK's own or the one of the settings in it; very old SDKs keep gen.yaml beside it.
 * Null after an error.
 */
export function readPublishedSdk(folder: string, tree: ReadableTree, report: Report): PublishedSdk | null {
  const own = folder.replace(/\/+$/, "");
  const inner = /(^|\/)\.speakeasy$/.test(own) ? own : `${own}/.speakeasy`;
  const settingsFile = [`${inner}/gen.yaml`, `${own}/gen.yaml`].find((file) => tree.read(file) !== null);
  if (settingsFile === undefined) {
    report(migrateNoSdk({ kind: "file", file: folder }, { folder, file: ".speakeasy/gen.yaml" }));
    return null;
  }
  if (tree.read(`${inner}/gen.lock`) === null) report(migrateNoLock({ kind: "file", file: inner }, { file: "gen.lock" }));
  const settings = readYaml(settingsFile, tree, report);
  const lock = readYaml(`${inner}/gen.lock`, tree, report);
  const workflow = readYaml(`${inner}/workflow.yaml`, tree, report);
  return settings === null || lock === null || workflow === null ? null : { folder: inner, settingsFile, settings, lock, workflow };
}

/** An object in YAML; dates stay text (core schema). A file that is missing or empty is an empty object, null comes after an error. */
function readYaml(file: string, tree: ReadableTree, report: Report): JsonObject | null {
  const text = tree.read(file);
  if (text === null) return {};
  try {
    return objectOf(toJson(yaml.load(text, { schema: yaml.CORE_SCHEMA, json: true })));
  } catch (error) {
    const why = error instanceof yaml.YAMLException ? error.reason : String(error);
    const place =
      error instanceof yaml.YAMLException && error.mark
        ? { line: error.mark.line + 1, column: error.mark.column + 1 }
        : { line: 1, column: 1 };
    report(migrateUnreadable({ kind: "text", file, ...place }, { why }));
    return null;
  }
}

/** js-yaml gives plain values; a depth limit stands against aliases that hold themselves. */
function toJson(value: unknown, depth = 0): Json {
  if (depth > 200) throw new Error("it is nested too deeply");
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  if (typeof value !== "object") return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, depth + 1)]));
}
