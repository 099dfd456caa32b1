/** How a document is read where OpenAPI leaves a choice; SDKs that read alike share one Api. */
export interface Reading {
  /** `{ type: object }` without any description of its properties: a class of its own, or a map of anything. */
  readonly freeObject: "class" | "map";
  /** `allOf: [{ $ref }]` with nothing but annotations beside it: the same type, or a new one with the same fields. */
  readonly wrappedRef: "same" | "copy";
  /** `{ prefixItems }`: a tuple, or a list of any of its items. */
  readonly tuples: "tuple" | "list";
  /** A union of strings that differ in format or are constants: a union, or the type of the first. */
  readonly stringUnions: "union" | "first";
  /** Tags with dots: groups in groups, or one. */
  readonly dottedTags: "nested" | "flat";
  /** `{ enum: [a] }`: a literal, or an enumeration of one member. */
  readonly singleEnum: "literal" | "enum";
  /** A schema with a discriminator that others include by `allOf`: the union of these, or the object that it describes itself. */
  readonly parents: "union" | "object";
  /** Defaults that stand beside a `$ref` or around a nullable one: OpenAPI 3.0 ignores what stands there, 3.1 does not. */
  readonly besideRef: "ignored" | "read";
  /** A `default` response beside a described success: what stands for errors, or one more success. */
  readonly defaultBeside: "error" | "success";
  /** The content of an answer that has none by its status or method: nothing, or the type that is written there. */
  readonly bodiless: "nothing" | "written";
  /** What readers do with a value that an enum does not list. */
  readonly unknownValues: "reject" | "keep";
  /** What readers do with a value whose tag a union does not list. */
  readonly unknownVariants: "reject" | "keep";
  /** What is added to the name of a type's variant for requests, and to that for responses. */
  readonly inputSuffix: string;
  readonly outputSuffix: string;
}

/** The reading of an SDK that asks for nothing else. */
export const usualReading: Reading = {
  freeObject: "map",
  wrappedRef: "same",
  tuples: "tuple",
  stringUnions: "union",
  dottedTags: "nested",
  singleEnum: "literal",
  parents: "union",
  besideRef: "read",
  defaultBeside: "error",
  bodiless: "nothing",
  unknownValues: "keep",
  unknownVariants: "keep",
  inputSuffix: "input",
  outputSuffix: "output",
};
