import { configurationKey, configurationValue } from "../diagnostics/config.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Json } from "../ir/json.js";
import type { OptionSchema, OptionType } from "../targets/optionSchema.js";
import { entriesOf, type NodeShape, shapeOf, type YamlText } from "./yamlText.js";

/** Deeper than any setting; an alias that holds itself ends here. */
const deepest = 32;

/** Checks a YAML node by a schema and reports each mistake at its line: an unknown key with the nearest right one, a wrong value with what it must be. True when there is none. */
export function validate(yaml: YamlText, node: unknown, schema: OptionSchema, path: readonly string[], report: Report): boolean {
  const shape = shapeOf(yaml, node);
  const expected = path.length > deepest ? "nested less deeply" : mismatch(yaml, node, shape, schema);
  if (expected !== null) {
    report(
      configurationValue(yaml.placeOf(node), {
        path: path.join("."),
        found: describe(shape),
        expected,
        about: schema.description ?? null,
      }),
    );
    return false;
  }
  switch (shape.kind) {
    case "map":
      return validateMap(yaml, node, schema, path, report);
    case "list": {
      const { items } = schema;
      if (items === undefined) return true;
      return shape.items.map((item, index) => validate(yaml, item, items, [...path, String(index + 1)], report)).every(Boolean);
    }
    case "scalar":
      return true;
  }
}

function validateMap(yaml: YamlText, node: unknown, schema: OptionSchema, path: readonly string[], report: Report): boolean {
  const known = Object.keys(schema.properties ?? {});
  let fine = true;
  for (const { key, keyNode, value } of entriesOf(yaml, node)) {
    const property = known.includes(key) ? schema.properties?.[key] : schema.additionalProperties;
    if (property === false) {
      const where = path.length === 0 ? "of sdksmith.yaml" : `of "${path.join(".")}"`;
      report(configurationKey(yaml.placeOf(keyNode), { key, where, known, nearest: nearest(key, known) }));
      fine = false;
    } else if (typeof property === "object") {
      fine = validate(yaml, value, property, [...path, key], report) && fine;
    }
  }
  return fine;
}

/** What the schema wants instead of this node, in words; null when it fits. Looks at this node only, except for `anyOf`. */
function mismatch(yaml: YamlText, node: unknown, shape: NodeShape, schema: OptionSchema): string | null {
  if (schema.anyOf !== undefined) {
    if (schema.anyOf.some((choice) => validate(yaml, node, choice, [], () => undefined))) return null;
    return schema.anyOf.map(wanted).join(", or ");
  }
  if (!fits(shape, schema)) return wanted(schema);
  const missing = (schema.required ?? []).filter((key) => !entriesOf(yaml, node).some((entry) => entry.key === key));
  return missing.length === 0 ? null : `one that has ${quoted(missing)}`;
}

function fits(shape: NodeShape, schema: OptionSchema): boolean {
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(shape, type))) return false;
  if (shape.kind !== "scalar") return schema.enum === undefined && schema.const === undefined;
  const { value } = shape;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.const !== undefined && schema.const !== value) return false;
  if (typeof value === "number" && schema.minimum !== undefined && value < schema.minimum) return false;
  if (typeof value !== "string") return true;
  return value.length >= (schema.minLength ?? 0) && (schema.pattern === undefined || new RegExp(schema.pattern).test(value));
}

function isOfType(shape: NodeShape, type: OptionType): boolean {
  switch (type) {
    case "object":
      return shape.kind === "map";
    case "array":
      return shape.kind === "list";
    case "null":
      return shape.kind === "scalar" && shape.value === null;
    case "integer":
      return shape.kind === "scalar" && Number.isInteger(shape.value);
    case "string":
    case "number":
    case "boolean":
      return shape.kind === "scalar" && typeof shape.value === type;
  }
}

/** "one of \"a\", \"b\"", "a string", "a number of at least 0" */
function wanted(schema: OptionSchema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return `one of ${quoted(schema.enum)}`;
  if (schema.pattern !== undefined) return `a string like ${schema.pattern}`;
  const types = [schema.type ?? "object"]
    .flat()
    .map((type) => (type === "null" ? "empty" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`));
  if (schema.minimum !== undefined) return `${types.join(" or ")} of at least ${schema.minimum}`;
  if (schema.minLength !== undefined) return `${types.join(" or ")} that is not empty`;
  if (schema.required !== undefined) return `${types.join(" or ")} with ${quoted(schema.required)}`;
  return types.join(" or ");
}

function quoted(values: readonly Json[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

function describe(shape: NodeShape): string {
  switch (shape.kind) {
    case "map":
      return "an object";
    case "list":
      return "a list";
    case "scalar":
      return shape.value === null
        ? "empty"
        : `${typeof shape.value === "string" ? "" : `the ${typeof shape.value} `}${JSON.stringify(shape.value)}`;
  }
}
