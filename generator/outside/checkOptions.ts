import { sharedSettings } from "../config/schema.js";
import type { OptionSchema, OptionType } from "../targets/optionSchema.js";

/** What is wrong with the description of an option; the name is a path such as "imports.paths". */
interface WrongOption {
  readonly option: string;
  readonly why: string;
}

const types: readonly OptionType[] = ["string", "integer", "number", "boolean", "object", "array", "null"];

/** Each key of a schema with what is wrong about a value of it; null when nothing is. Keys that hold schemas are looked into by `wrongSchema`. */
const keywords: { readonly [K in keyof Required<OptionSchema>]: (value: unknown) => string | null } = {
  type: (value) => ([value].flat().every((type) => types.some((known) => known === type)) ? null : `must be of ${types.join(", ")}`),
  title: (value) => (typeof value === "string" ? null : "must be text"),
  description: (value) => (typeof value === "string" ? null : "must be text"),
  default: (value) => (value === undefined ? "must be a value" : null),
  enum: (value) => (Array.isArray(value) && value.length > 0 ? null : "must be a list of values"),
  const: (value) => (value === undefined ? "must be a value" : null),
  pattern: (value) => (typeof value === "string" && isPattern(value) ? null : "must be a regular expression"),
  minimum: (value) => (typeof value === "number" ? null : "must be a number"),
  minLength: (value) => (typeof value === "number" ? null : "must be a number"),
  items: () => null,
  properties: (value) => (isObject(value) ? null : "must be an object"),
  required: (value) => (Array.isArray(value) && value.every((key) => typeof key === "string") ? null : "must be a list of keys"),
  additionalProperties: (value) => (typeof value === "boolean" || isObject(value) ? null : "must be true, false or a schema"),
  anyOf: (value) => (Array.isArray(value) && value.length > 0 ? null : "must be a list of schemas"),
};

/** Checks what a target from outside says about its options, before a configuration is checked by it. */
export function checkOptions(options: object): readonly WrongOption[] {
  return Object.entries(options).flatMap(([key, schema]) =>
    key === "target" || Object.hasOwn(sharedSettings, key)
      ? [{ option: key, why: "every SDK has a setting of that name" }]
      : wrongSchema(schema, key),
  );
}

function wrongSchema(schema: unknown, option: string): readonly WrongOption[] {
  if (!isObject(schema)) return [{ option, why: 'it must be a schema, such as { type: "string" }' }];
  const wrong = Object.entries(schema).flatMap(([key, value]): WrongOption[] => {
    if (!isKeyword(key)) return [{ option, why: `"${key}" is no key of a schema; known are ${Object.keys(keywords).join(", ")}` }];
    const why = keywords[key](value);
    return why === null ? [] : [{ option, why: `its \`${key}\` ${why}` }];
  });
  return wrong.length > 0 ? wrong : partsOf(schema).flatMap(([part, of]) => wrongSchema(of, part === "" ? option : `${option}.${part}`));
}

/** The schemas inside of a schema. */
function partsOf(schema: object): readonly (readonly [string, unknown])[] {
  const { properties, items, additionalProperties, anyOf }: { [K in keyof OptionSchema]?: unknown } = schema;
  return [
    ...(isObject(properties) ? Object.entries(properties) : []),
    ...(items === undefined ? [] : [["", items] as const]),
    ...(isObject(additionalProperties) ? [["", additionalProperties] as const] : []),
    ...(Array.isArray(anyOf) ? anyOf.map((of) => ["", of] as const) : []),
  ];
}

function isKeyword(key: string): key is keyof OptionSchema {
  return Object.hasOwn(keywords, key);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
