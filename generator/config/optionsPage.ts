import type { Json } from "../ir/json.js";
import type { OptionProperties, OptionSchema } from "../targets/optionSchema.js";
import { builtInTargets } from "../targets/registry.js";
import { type KnownTarget, sharedSettings } from "./schema.js";

interface Row {
  readonly key: string;
  readonly schema: OptionSchema;
  /** The targets that have it with just this schema. */
  readonly targets: readonly string[];
}

/**
 * The reference page of all settings, made from the declarations that read them.
 *
 *     | Option | For | Values | Default | Meaning |
 *     | --- | --- | --- | --- | --- |
 *     | `version` | python, typescript | string | `"0.1.0"` | Version of the published package. |
 */
export function optionsPage(targets: readonly KnownTarget[] = builtInTargets): string {
  const shared = leavesOf(sharedSettings).map(([key, schema]) => [`\`${key}\``, ...factsOf(schema)]);
  const own = rowsOf(targets).map(({ key, schema, targets: names }) => [`\`${key}\``, names.join(", "), ...factsOf(schema)]);
  return [
    "# Settings of sdksmith.yaml",
    "",
    "Made by `npm run options` from the declarations that the generator reads; a change by hand does not last.",
    "",
    "## Settings of every SDK",
    "",
    "At the top they hold for all SDKs, in the entry of one SDK for that one.",
    "",
    ...tableOf(["Setting", "Values", "Default", "Meaning"], shared),
    "",
    "## Options of an SDK",
    "",
    "They stand in the SDK's entry below `sdks`; its key names the SDK, its folder and, without `target`, its target. A dot leads into an object:",
    "`imports.paths.errors` is written `imports: { paths: { errors: … } }`.",
    "",
    ...tableOf(["Option", "Target", "Values", "Default", "Meaning"], own),
    "",
  ].join("\n");
}

/** Options that several targets declare alike are one row. */
function rowsOf(targets: readonly KnownTarget[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const target of targets) {
    for (const [key, schema] of leavesOf(target.options)) {
      const id = JSON.stringify([key, schema]);
      rows.set(id, { key, schema, targets: [...(rows.get(id)?.targets ?? []), target.name] });
    }
  }
  return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function leavesOf(properties: OptionProperties, path = ""): readonly (readonly [key: string, schema: OptionSchema])[] {
  return Object.entries(properties).flatMap(([name, schema]) =>
    schema.properties === undefined ? [[`${path}${name}`, schema] as const] : leavesOf(schema.properties, `${path}${name}.`),
  );
}

function factsOf(schema: OptionSchema): readonly string[] {
  return [valuesOf(schema), schema.default === undefined ? "" : code(schema.default), schema.description ?? ""];
}

/** "`flat`, `envelope`", "integer from 0", "list of: string" */
function valuesOf(schema: OptionSchema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(valuesOf).join(", or ");
  if (schema.items !== undefined) return `list of: ${valuesOf(schema.items)}`;
  if (schema.properties !== undefined)
    return `{ ${Object.entries(schema.properties)
      .map(([key, property]) => `${key}: ${valuesOf(property)}`)
      .join("; ")} }`;
  if (typeof schema.additionalProperties === "object") return `object of: ${valuesOf(schema.additionalProperties)}`;
  const type = [schema.type ?? "any"].flat().join(" or ");
  return schema.minimum === undefined ? type : `${type} from ${schema.minimum}`;
}

function code(value: Json): string {
  return `\`${JSON.stringify(value)}\``;
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}
