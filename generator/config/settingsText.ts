import { posix } from "node:path";
import type { Configuration, DocumentInput } from "./configuration.js";

/**
 * What a run is asked to do as one line of text, for the hash of its inputs: the same SDKs made from another document by a flag are another run. Where the SDKs are written, and
 * where the project lies, makes no difference.
 */
export function settingsText({ base, sdks }: Configuration): string {
  return JSON.stringify(
    sdks.map(({ folder: _folder, selected: _selected, document, ...settings }) => ({
      ...settings,
      document: document === null ? null : relative(document, base),
    })),
  );
}

function relative({ location, overlays }: DocumentInput, base: string): DocumentInput {
  return {
    location: sourceName(location, base),
    overlays: overlays.map((overlay) => ({ ...overlay, file: sourceName(overlay.file, base) })),
  };
}

/** A file as the manifest names it: "specs/acme/openapi.yaml" below "specs/acme" → "openapi.yaml". */
export function sourceName(path: string, base: string): string {
  return posix.isAbsolute(path) === posix.isAbsolute(base) ? posix.relative(base, path) : path;
}
