import type { OptionProperties, OptionSchema } from "../targets/optionSchema.js";
import { builtInTargets } from "../targets/registry.js";
import { namingStrategies, validations } from "./configuration.js";
import { profiles } from "./profile.js";

/** The options that a target adds to an SDK's entry; all that the configuration needs to know of it. */
export interface KnownTarget {
  readonly name: string;
  readonly options: OptionProperties;
}

/** Settings that stand at the top for all SDKs or in one SDK's entry for that one. */
export const sharedSettings = {
  document: { type: "string", minLength: 1, description: "The OpenAPI document: a file, relative to this one." },
  overlays: {
    type: "array",
    description: "OpenAPI overlays, applied in this order.",
    default: [],
    items: {
      anyOf: [
        { type: "string", minLength: 1 },
        {
          type: "object",
          additionalProperties: false,
          required: ["file"],
          properties: {
            file: { type: "string", minLength: 1, description: "The overlay, relative to this file." },
            jsonpath: {
              enum: ["rfc9535", "legacy"],
              description: "Dialect of its targets: RFC 9535, or an older one in which a filter on an object tests that object itself.",
              default: "rfc9535",
            },
          },
        },
      ],
    },
  },
  profile: {
    enum: profiles,
    description: "Format of the reference pages: as they should be, or those of an older generator byte for byte.",
    default: "standard",
  },
  pageFormat: {
    type: "string",
    pattern: "^\\d+\\.\\d+(\\.\\d+)?$",
    description: "Version of the older generator whose page format is kept.",
  },
  naming: {
    enum: namingStrategies,
    description: "How types without a name of their own are named: as short as is unique, or in the order of the document.",
    default: "shortest",
  },
  validation: {
    enum: validations,
    description: "What a client does with a response that does not fit the document: keep what fits, or raise an error.",
    default: "lax",
  },
  out: { type: "string", minLength: 1, description: "Folder that is written to, relative to this file." },
} as const satisfies OptionProperties;

/** Schema of one SDK's entry; `word` is what its `target` says when that is not the target's own name but a package or folder. */
export function sdkSchema(target: KnownTarget, word: string = target.name): OptionSchema {
  return {
    type: ["object", "null"],
    additionalProperties: false,
    properties: {
      target: { const: word, description: "The kind of SDK; needed when the entry has another name." },
      ...sharedSettings,
      ...target.options,
    },
  };
}

/** Schema of everything around the SDKs' entries; those are checked one by one, each by the schema of its target. */
export const outerSchema: OptionSchema = {
  type: "object",
  additionalProperties: false,
  required: ["sdks"],
  properties: {
    ...sharedSettings,
    sdks: {
      type: "object",
      description: "The SDKs to write: name, which is also its folder, and its settings.",
      additionalProperties: { type: ["object", "null"] },
    },
  },
};

/** The JSON Schema of sdksmith.yaml for editors, put together from the option schemas of all built-in targets. */
export function configurationSchema(targets: readonly KnownTarget[] = builtInTargets): object {
  const { properties, ...outer } = outerSchema;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "sdksmith.yaml",
    ...outer,
    properties: {
      ...properties,
      sdks: {
        ...properties?.sdks,
        properties: Object.fromEntries(targets.map((target) => [target.name, { $ref: `#/$defs/${target.name}` }])),
        additionalProperties: {
          type: "object",
          required: ["target"],
          // Each has its own constant as `target`, so just one of them fits.
          oneOf: [...targets.map((target) => ({ $ref: `#/$defs/${target.name}` })), { $ref: "#/$defs/package" }],
        },
      },
    },
    $defs: {
      ...Object.fromEntries(targets.map((target) => [target.name, sdkSchema(target)])),
      // A target from outside: what further options it has is known when its package is loaded.
      package: {
        type: "object",
        properties: {
          target: {
            type: "string",
            minLength: 1,
            not: { enum: targets.map((target) => target.name) },
            description: "The folder of a package, such as ./acme, or the name of an installed one.",
          },
          ...sharedSettings,
        },
      },
    },
  };
}
