import type { OptionProperties, OptionSchema } from "../targets/optionSchema.js";
import { sharedSettings } from "./schema.js";

interface InitialTarget {
  readonly name: string;
  readonly byDefault: boolean;
  readonly options: OptionProperties;
}

/**
 * A first configuration for a document: what must be said is said, what may be said stands there as a comment with its default.
 *
 *     document: openapi.yaml
 *     # Format of the reference pages: …
 *     # profile: standard
 *
 *     sdks:
 *       acme:
 *         sdkClassName: Billing
 *         # Name of the published package. …
 *         # packageName: …
 */
export function initialConfiguration(spec: string, words: readonly string[], targets: readonly InitialTarget[]): string {
  const { document, out: _out, pageFormat: _pageFormat, ...shared } = sharedSettings;
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Client";
  const client = /^\d/.test(name) ? `Client${name}` : name;
  return [
    "# Settings of sdksmith; paths are relative to this file. Remove a `#` to change a default.",
    ...comment(document, ""),
    `document: ${JSON.stringify(spec)}`,
    ...Object.entries(shared).flatMap(([key, schema]) => offer(key, schema, "")),
    "",
    "# One entry for each SDK; its name is its folder.",
    "sdks:",
    ...targets
      .filter((target) => target.byDefault)
      .flatMap((target) => [`  ${target.name}:`, ...Object.entries(target.options).flatMap(([key, schema]) => entry(key, schema, client))]),
    "",
  ].join("\n");
}

/** The client's name is said, so that a new title of the document does not rename it. */
function entry(key: string, schema: OptionSchema, client: string): readonly string[] {
  return key === "sdkClassName" ? [`    ${key}: ${client}`] : offer(key, schema, "    ");
}

/** An option that is not set: its description, then the line that would set it. Options without a description are for those who know them. */
function offer(key: string, schema: OptionSchema, indent: string): readonly string[] {
  if (schema.description === undefined || schema.type === "object") return [];
  return [
    ...comment(schema, indent),
    `${indent}# ${key}: ${schema.default === undefined ? (schema.enum ?? ["…"]).map(String).join(" | ") : JSON.stringify(schema.default)}`,
  ];
}

function comment(schema: OptionSchema, indent: string): readonly string[] {
  return schema.description === undefined ? [] : [`${indent}# ${schema.description}`];
}
