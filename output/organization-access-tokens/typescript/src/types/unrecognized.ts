declare const unrecognizedValue: unique symbol;

/** A value that this version of the SDK does not know; at run time it is the plain string or number. */
export type Unrecognized<T> = T & { readonly [unrecognizedValue]: "unrecognized" };

/** Marks a value as one that is knowingly outside an open enum. */
export function unrecognized<T>(value: T): Unrecognized<T> {
  return value as Unrecognized<T>;
}
