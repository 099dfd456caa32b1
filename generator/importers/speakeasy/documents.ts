import { posix } from "node:path";
import type { Report } from "../../diagnostics/diagnostic.js";
import { migrateNoDocument } from "../../diagnostics/migrate.js";
import { isObject, type Json, type JsonObject, objectOf, text } from "../../ir/json.js";
import type { PublishedSdk, ReadableTree } from "./publishedSdk.js";

/** The document to go on with, as files to copy; paths are those of the originals. */
export interface ChosenDocument {
  readonly document: string;
  readonly overlays: readonly { readonly file: string; readonly jsonpath: "rfc9535" | "legacy" }[];
}

/**
 * The compiled document (overlays are in it), or the source with its overlays when every file that the workflow names lies below the settings' folder: then the
 * overlays stay editable. Files are found by base name, for the workflow names most of them by URL. Nothing is fetched. Null after an error.
 */
export function chooseDocument(sdk: PublishedSdk, language: string, tree: ReadableTree, report: Report): ChosenDocument | null {
  const files = filesBelow(sdk.folder, tree);
  const source = sourceOf(sdk.workflow, language);
  const apart = fromSources(source, files, tree);
  if (apart !== null) return apart;
  const compiledName = posix.basename(text(source.output) ?? "out.openapi.yaml");
  const compiled = findFile(compiledName, files) ?? findFile("out.openapi.yaml", files);
  if (compiled !== null) return { document: compiled, overlays: [] };
  const inputs = locations(source.inputs).map(String);
  report(migrateNoDocument({ kind: "file", file: sdk.folder }, { wanted: [compiledName, ...inputs] }));
  return null;
}

/** The source that the workflow's target of this language reads. */
function sourceOf(workflow: JsonObject, language: string): JsonObject {
  const sources = objectOf(workflow.sources);
  const targets = Object.values(objectOf(workflow.targets)).filter(isObject);
  const name = text(targets.find((target) => target.target === language)?.source);
  const only = Object.values(sources).length === 1 ? Object.values(sources)[0] : undefined;
  return objectOf(name === null ? only : (sources[name] ?? only));
}

function fromSources(source: JsonObject, files: readonly string[], tree: ReadableTree): ChosenDocument | null {
  const inputs = locations(source.inputs);
  const overlays = locations(source.overlays);
  // Several inputs are merged and transformations rewrite: the compiled document holds what came of it.
  if (inputs.length !== 1 || source.transformations !== undefined) return null;
  const names = [...inputs, ...overlays].map((location) => (location === null ? "" : baseName(location)));
  if (new Set(names).size < names.length) return null;
  const [document, ...rest] = names.map((name) => findFile(name, files));
  if (document === undefined || document === null) return null;
  const found = rest.flatMap((file) => (file === null ? [] : [file]));
  if (found.length < rest.length || referencesOtherFiles(tree.read(document) ?? "")) return null;
  return { document, overlays: found.map((file) => ({ file, jsonpath: dialectOf(tree.read(file) ?? "") })) };
}

/** Overlays are read the old way unless they say otherwise. */
function dialectOf(overlay: string): "rfc9535" | "legacy" {
  return /^\s*["']?x-speakeasy-jsonpath["']?\s*:\s*["']?rfc9535\b/m.test(overlay) ? "rfc9535" : "legacy";
}

/** Only the document itself would be copied, so one in several files is taken in its compiled form. */
function referencesOtherFiles(document: string): boolean {
  return /["']?\$ref["']?\s*:\s*["']?[^\s"'#{[]/.test(document);
}

/** The `location` of each entry; null for one that is given in another way. */
function locations(value: Json | undefined): readonly (string | null)[] {
  return Array.isArray(value) ? value.map((entry: Json) => (isObject(entry) ? text(entry.location) : text(entry))) : [];
}

/** "https://acme.test/a/security.yml?raw" → "security.yml" */
function baseName(location: string): string {
  return posix.basename(location.replace(/[?#].*$/, ""));
}

/** The file of that name that lies the least deep. */
function findFile(name: string, files: readonly string[]): string | null {
  const named = files.filter((file) => posix.basename(file) === name);
  return named.sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))[0] ?? null;
}

function filesBelow(folder: string, tree: ReadableTree): readonly string[] {
  return (tree.list(folder) ?? []).flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    return kind === "folder" ? filesBelow(path, tree) : kind === "file" ? [path] : [];
  });
}
