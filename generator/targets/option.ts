import { type Json, type JsonObject, objectOf } from "../ir/json.js";
import type { OptionProperties, OptionSchema } from "./optionSchema.js";
import type { SdkSettings } from "./target.js";

/**
 * One option: where it stands, what may stand there, and what it means. Its value is the field of the target's options that it is declared as, so that it cannot be
 * written without being read:
 *
 *     const fields = { version: text("version", "Version of the published package.", "0.1.0"), … }
 *
 *     schemasOf([fields])            →  { version: { type: "string", default: "0.1.0", description: "Version of the published package." }, … }
 *     readFields(fields, settings)   →  { version: "0.1.0", … }
 */
export class Option<Value> {
  constructor(
    /** Dots lead into objects: "imports.paths.errors". */
    readonly key: string,
    readonly schema: OptionSchema,
    readonly read: (settings: SdkSettings) => Value,
  ) {}

  /** The same option with another value, which may depend on others. */
  as<const Meaning>(meaning: (value: Value, settings: SdkSettings) => Meaning): Option<Meaning> {
    return new Option(this.key, this.schema, (settings) => meaning(this.read(settings), settings));
  }
}

export type Fields = { readonly [field: string]: Option<unknown> };
export type FieldValues<Declared extends Fields> = {
  readonly [Field in keyof Declared]: Declared[Field] extends Option<infer Value> ? Value : never;
};

export function readFields<Declared extends Fields>(fields: Declared, settings: SdkSettings): FieldValues<Declared> {
  return Object.fromEntries(Object.entries(fields).map(([field, option]) => [field, option.read(settings)])) as FieldValues<Declared>;
}

/** A switch; without a default it is the meaning that decides. */
export function flag(key: string, description: string, byDefault: boolean): Option<boolean>;
export function flag(key: string, description: string, byDefault: null): Option<boolean | null>;
export function flag(key: string, description: string, byDefault: boolean | null): Option<boolean | null> {
  return option({ key, description, type: "boolean", byDefault }, (written) => (typeof written === "boolean" ? written : byDefault));
}

type Words = readonly [string | boolean, ...(string | boolean)[]];

/** One of several words, of which the first is the default, unless the meaning decides. */
export function word<const Of extends Words>(key: string, description: string, words: Of): Option<Of[number]>;
export function word<const Of extends Words>(key: string, description: string, words: Of, byDefault: null): Option<Of[number] | null>;
export function word(
  key: string,
  description: string,
  words: Words,
  byDefault: string | boolean | null = words[0],
): Option<string | boolean | null> {
  return option({ key, description, enum: words, byDefault }, (written) => words.find((one) => one === written) ?? byDefault);
}

/** Text; what is empty counts as not given. */
export function text(key: string, description: string, byDefault: string): Option<string>;
export function text(key: string, description: string): Option<string | null>;
export function text(key: string, description: string, byDefault: string | null = null): Option<string | null> {
  return option({ key, description, type: "string", byDefault }, (written) =>
    typeof written === "string" && written !== "" ? written : byDefault,
  );
}

/** A folder below the package; empty is the package itself. */
export function folder(key: string, description: string, byDefault: string): Option<string> {
  return option({ key, description, type: "string", byDefault }, (written) =>
    (typeof written === "string" ? written : byDefault)
      .split(/[\\/]/)
      .filter((part) => part !== "" && part !== "." && part !== "..")
      .join("/"),
  );
}

export function integer(key: string, description: string, byDefault: number): Option<number> {
  return option({ key, description, type: "integer", minimum: 0, byDefault }, (written) =>
    typeof written === "number" ? written : byDefault,
  );
}

export function texts(key: string, description: string, byDefault: readonly string[]): Option<readonly string[]> {
  return option({ key, description, type: "array", items: { type: "string" }, byDefault }, (written) =>
    Array.isArray(written) && written.length > 0 ? written.filter((item) => typeof item === "string") : byDefault,
  );
}

/** Names and their texts: packages and versions, scripts and commands. */
export function textMap(
  key: string,
  description: string,
  value: OptionSchema = { type: "string" },
): Option<{ readonly [name: string]: string }> {
  return option({ key, description, type: "object", additionalProperties: value, byDefault: null }, (written) =>
    Object.fromEntries(Object.entries(objectOf(written)).flatMap(([name, one]) => (typeof one === "string" ? [[name, one]] : []))),
  );
}

/** Any object. */
export function anyObject(key: string, description: string): Option<JsonObject> {
  return option({ key, description, type: "object", additionalProperties: true, byDefault: null }, objectOf);
}

/** What other languages ask for and this one has decided: it stands nowhere. */
export function always<const Value>(value: Value): Option<Value> {
  return new Option("", {}, () => value);
}

type Declaration = OptionSchema & { readonly key: string; readonly byDefault: Json | null };

function option<Value>({ key, byDefault, ...schema }: Declaration, read: (written: Json | undefined) => Value): Option<Value> {
  return new Option(key, byDefault === null ? schema : { ...schema, default: byDefault }, ({ options }) => {
    const at = key.split(".").reduce<Json | undefined>((holder, part) => objectOf(holder)[part], options);
    return read(at);
  });
}

/** The schemas of options by key; `sections` describes the objects that options of one subject stand in. */
export function schemasOf(declared: readonly Fields[], sections: { readonly [path: string]: string } = {}): OptionProperties {
  const options = declared.flatMap((fields) => Object.values(fields)).filter(({ key }) => key !== "");
  return Object.fromEntries(propertiesBelow("", options, sections));
}

function propertiesBelow(
  path: string,
  options: readonly Option<unknown>[],
  sections: { readonly [path: string]: string },
): readonly (readonly [string, OptionSchema])[] {
  const below = options.filter(({ key }) => key.startsWith(path));
  const names = [...new Set(below.map(({ key }) => key.slice(path.length).split(".")[0] ?? ""))];
  return names.map((name) => {
    const own = below.find(({ key }) => key === `${path}${name}`);
    if (own !== undefined) return [name, own.schema];
    const description = sections[`${path}${name}`] ?? "";
    const properties = Object.fromEntries(propertiesBelow(`${path}${name}.`, below, sections));
    return [name, { type: "object", description, additionalProperties: false, properties }];
  });
}
