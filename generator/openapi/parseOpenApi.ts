import type { Report } from "../diagnostics/diagnostic.js";
import { splitOrigin } from "../diagnostics/origin.js";
import { notOpenApi, versionUnsupported } from "../diagnostics/versions.js";
import { isObject, type Json, member } from "../ir/json.js";
import type { SourceDocument } from "../source/sourceDocument.js";
import type { OpenApiDocument } from "./openApiDocument.js";
import { resolver } from "./reference.js";
import { upgradeSwagger2 } from "./upgradeSwagger2.js";

/**
 * Finds out which version a document is written in and gives it the shape of 3.1. Only 2.0 is rewritten; what 3.0 says in other words
 * (`nullable`, a boolean `exclusiveMinimum`, `format: binary`) has one meaning in all versions and is read where it stands. Null after a report.
 */
export function parseOpenApi(source: SourceDocument, report: Report): OpenApiDocument | null {
  const { root } = source;
  const written = isObject(root) ? versionOf(root, report) : null;
  if (written === null) return null;
  const shaped = written === "2.0" ? upgradeSwagger2(source, report) : source;
  if (!isObject(shaped.root)) return null;
  const resolve = resolver(shaped);
  return {
    source: shaped,
    written,
    root: shaped.root,
    resolve(ref, from) {
      const found = resolve(ref, splitOrigin(from).source);
      return found.kind === "found" ? { value: found.value, origin: found.origin } : null;
    },
  };
}

/** Unquoted in YAML, 3.1 is a number and 3.0 the number 3. */
function versionOf(root: Json, report: Report): OpenApiDocument["written"] | null {
  for (const key of ["openapi", "swagger", "swaggerVersion"]) {
    const value = member(root, key);
    if (value === undefined) continue;
    const version = typeof value === "number" && Number.isInteger(value) ? `${value}.0` : String(value);
    const known = /^3\.[012](?=\.|$)/.exec(version)?.[0] ?? null;
    if (key === "openapi" && (known === "3.0" || known === "3.1" || known === "3.2")) return known;
    if (key === "swagger" && version === "2.0") return "2.0";
    report(versionUnsupported(`0#/${key}`, { version: `${key === "openapi" ? "OpenAPI" : "Swagger"} ${JSON.stringify(value)}` }));
    return null;
  }
  report(notOpenApi("0#", { instead: otherDocument(root) }));
  return null;
}

/** Kinds of documents that people give by mistake, by the key that names their version. */
function otherDocument(root: Json): string | null {
  if (member(root, "asyncapi") !== undefined) return "an AsyncAPI document";
  if (member(root, "arazzo") !== undefined) return "an Arazzo document";
  if (member(root, "overlay") !== undefined) return "an overlay";
  if (member(root, "$schema") !== undefined) return "a JSON Schema";
  return null;
}
