import { type NamedType, partsOf, type Type } from "../ir/types.js";

/** A type as it reads in one direction: requests lack what is read-only, responses what is write-only. */
export type Direction = "input" | "output";

export const droppedIn = { input: "readOnly", output: "writeOnly" } as const;

/** The parts of a named type that exist in a direction. */
export function partsIn(type: NamedType, direction: Direction): readonly Type[] {
  return partsOf(type, (field) => field.direction !== droppedIn[direction]);
}
