import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../../generator/ir/json.js";
import { load } from "../../../generator/source/load.js";
import { type Place, rootOf } from "../contract/place.js";
import { here } from "../places.js";
import { suite } from "./suite.js";

/** A document of the suite, and what the overlay of the same name gives back of what it has lost. */
export interface SuiteDocument {
  /** "encode-bytes": the name of its folder. */
  readonly name: string;
  readonly file: string;
  readonly overlays: readonly string[];
  /** With the overlay. */
  readonly root: Place;
}

/** Reads openapi/<path>.yaml of the suite, with overlays/<path>.yaml of this folder. */
export function readDocument(document: string): SuiteDocument {
  const name = document
    .replace(/^openapi\//, "")
    .replace(/\.yaml$/, "")
    .replaceAll(/[/.]/g, "-");
  const overlay = join(here, "spector", "overlays", `${name}.yaml`);
  const overlays = existsSync(overlay) ? [overlay] : [];
  const file = join(suite, document);
  const problems: string[] = [];
  const loaded = load({ location: file, overlays: overlays.map((path) => ({ file: path, jsonpath: "rfc9535" as const })) }, (diagnostic) =>
    problems.push(diagnostic.message),
  );
  if (loaded === null || problems.length > 0) throw new Error(`${document}: ${problems.join("; ")}`);
  return { name, file, overlays, root: rootOf(loaded.root as JsonObject) };
}

/** The settings of one SDK for `generate --config`. */
export function writeSettings({ file, overlays }: SuiteDocument, language: string, validation: "lax" | "strict", folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "sdksmith.yaml");
  writeFileSync(
    path,
    JSON.stringify({ document: file, overlays, sdks: { [language]: { packageName: "spector-sdk", validation }, json: {} } }),
  );
  return path;
}
