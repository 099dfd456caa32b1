import type { Json } from "../ir/json.js";

/**
 * The part of JSON Schema (draft 2020-12) that options are described in. It goes into the package's schema file as it stands, so editors show its descriptions,
 * and `config/validate.ts` checks a configuration by it. Keys are optional because JSON Schema's are.
 */
export interface OptionSchema {
  readonly type?: OptionType | readonly OptionType[];
  /** What such a value is, in a word or two; without it mistakes are explained by the other keywords. */
  readonly title?: string;
  /** One or two sentences: what the option does, and what happens without it. */
  readonly description?: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly items?: OptionSchema;
  readonly properties?: { readonly [key: string]: OptionSchema };
  readonly required?: readonly string[];
  /** False: any other key is a mistake and reported with the nearest right one. */
  readonly additionalProperties?: boolean | OptionSchema;
  readonly anyOf?: readonly OptionSchema[];
}

export type OptionType = "string" | "integer" | "number" | "boolean" | "object" | "array" | "null";

/** Options of one target: the properties of an SDK's entry besides those that every SDK has. */
export type OptionProperties = { readonly [key: string]: OptionSchema };
