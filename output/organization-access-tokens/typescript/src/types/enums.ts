import type { Unrecognized } from "./unrecognized.js";

/** The values of `const X = { Name: "value" } as const`. */
export type ClosedEnum<T extends { readonly [name: string]: string | number }> = T[keyof T];

/** The same, and any other value that a newer version of the API may send. */
export type OpenEnum<T extends { readonly [name: string]: string | number }> =
  | T[keyof T]
  | Unrecognized<T[keyof T] extends number ? number : string>;
