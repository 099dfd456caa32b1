import { CORE_SCHEMA, type LoadOptions, Type } from "js-yaml";
import { MAX_DEPTH } from "./limits.js";

/** `<<`: the parser merges the mapping behind a key that has this tag. */
const mergeKey = new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (text) => text === "<<" });

/**
 * YAML as documents are written: the core schema (the default one would turn an unquoted 2024-01-01 into a `Date`) and merge keys (`<<`), which
 * YAML 1.2 dropped and people kept.
 */
export const yamlOptions: LoadOptions & { readonly maxDepth: number; readonly maxTotalMergeKeys: number } = {
  schema: CORE_SCHEMA.extend({ implicit: [mergeKey] }),
  maxDepth: MAX_DEPTH,
  maxTotalMergeKeys: 100_000,
};
