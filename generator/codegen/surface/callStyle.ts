/** How callers of one SDK pass values and get results: decided by its options, with no word about the language. */
export interface CallStyle {
  /** Whether the properties of a body that is an object are arguments of their own. */
  readonly bodies: "whole" | "flattened";
  /** More arguments than this become one request value; 0: always one. */
  readonly maxArguments: number;
  /** Which arguments come first. */
  readonly order: "parameters-first" | "body-first";
  /** Name of the argument that holds a whole body beside parameters; null: the name of its type. */
  readonly bodyName: string | null;
  /** Credentials are options of the client itself instead of a security value. */
  readonly security: "flattened" | "value";
  /** Who holds the credentials of an operation that has requirements of its own: the client, as all others, or each call, as an argument. */
  readonly operationSecurity: "client" | "argument";
  /** What the data of an error is whose schema is a model elsewhere, too: that model, or, as in older SDKs, a type that stands for it everywhere. Absent: the model. */
  readonly errorData?: "model" | "own";
}
