import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { manifestUnreadable } from "../diagnostics/write.js";

/** What the last run wrote into one SDK's folder: the only proof that a file is ours. */
export interface Manifest {
  readonly manifestVersion: 1;
  /** Version of sdksmith. */
  readonly generator: string;
  /** Hash of everything that the run read; empty while a run is under way, so that an interrupted one is not taken for done. */
  readonly inputs: string;
  /** Files that the run read, relative to the folder of the configuration: what `inputs` is computed from. */
  readonly sources: readonly string[];
  readonly files: ReadonlyMap<string, ManifestEntry>;
}

export interface ManifestEntry {
  readonly owner: GeneratedFile["owner"];
  /** Hash of the part that the generator answers for. */
  readonly hash: string;
  /** Ids of the sections of a shared page. */
  readonly sections: readonly string[];
}

/** Where it lies below the SDK's folder. */
export const manifestPath = ".sdksmith/files.json";

/** Reads a manifest; null when there is none. One that cannot be read is an error: without it nothing can be told apart from a user's own files. */
export function readManifest(text: string | null, file: string, report: Report): Manifest | null | "unreadable" {
  if (text === null) return null;
  try {
    return fromJson(JSON.parse(text));
  } catch (error) {
    const why = error instanceof NotAManifest ? error.message : error instanceof SyntaxError ? "it is not JSON" : null;
    if (why === null) throw error;
    report(manifestUnreadable({ kind: "file", file }, { why }));
    return "unreadable";
  }
}

class NotAManifest extends Error {}

function fromJson(value: unknown): Manifest {
  const { manifestVersion, generator, inputs, sources, files } = record(value);
  if (manifestVersion !== 1) throw new NotAManifest("another version of sdksmith wrote it");
  if (typeof generator !== "string" || typeof inputs !== "string" || !Array.isArray(sources)) throw new NotAManifest("a part is missing");
  return {
    manifestVersion,
    generator,
    inputs,
    sources: sources.map(String),
    files: new Map(Object.entries(record(files)).map(([path, entry]) => [path, entryFromJson(entry)])),
  };
}

function entryFromJson(value: unknown): ManifestEntry {
  if (typeof value === "string") return { owner: "generator", hash: value, sections: [] };
  const { owner, hash, sections } = record(value);
  if (owner === "user") return { owner, hash: "", sections: [] };
  if (owner === "both" && typeof hash === "string" && Array.isArray(sections)) return { owner, hash, sections: sections.map(String) };
  throw new NotAManifest("a file's entry is not understood");
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new NotAManifest("it is not an object");
  return Object.fromEntries(Object.entries(value));
}

/**
 * One file a line, sorted, no time stamp: it merges well and two runs print the same.
 *
 *     {
 *       "manifestVersion": 1,
 *       "generator": "1.0.0",
 *       "inputs": "9f86d081884c7d659a2feaa0c55ad015",
 *       "sources": ["openapi.yaml"],
 *       "files": {
 *         "README.md": {"owner":"both","hash":"…","sections":["installation"]},
 *         "docs/thing.md": "…"
 *       }
 *     }
 */
export function printManifest(manifest: Manifest): string {
  const files = [...manifest.files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entry]) => `    ${JSON.stringify(path)}: ${printEntry(entry)}`);
  return [
    "{",
    `  "manifestVersion": ${manifest.manifestVersion},`,
    `  "generator": ${JSON.stringify(manifest.generator)},`,
    `  "inputs": ${JSON.stringify(manifest.inputs)},`,
    `  "sources": [${manifest.sources.map((source) => JSON.stringify(source)).join(", ")}],`,
    `  "files": {${files.length === 0 ? "" : `\n${files.join(",\n")}\n  `}}`,
    "}",
    "",
  ].join("\n");
}

function printEntry(entry: ManifestEntry): string {
  switch (entry.owner) {
    case "generator":
      return JSON.stringify(entry.hash);
    case "user":
      return JSON.stringify({ owner: entry.owner });
    case "both":
      return JSON.stringify({ owner: entry.owner, hash: entry.hash, sections: entry.sections });
  }
}
