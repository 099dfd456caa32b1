import type { Method, Surface } from "../../codegen/surface/surface.js";
import { methodWords } from "./methodWords.js";
import { operationWords } from "./operationWords.js";

/** `short`: without what operations repeat of their route and their group. */
export type OperationNames = "short" | "whole";

interface OperationWords {
  /** The word of an operation in the names of its types, by its id. */
  type(id: string): string;
  /** Words for a method, from the most to the least liked. */
  method(method: Method): readonly string[];
}

/** What operations are called in the names of types and methods, before a language spells it. */
export function wordsOfOperations({ api, resources, methods }: Surface, names: OperationNames): OperationWords {
  if (names === "whole") return { type: (id) => id, method: ({ operation }) => [operation.naming.override ?? operation.id, operation.id] };
  const byOperation = new Map([...operationWords(api.operations)].map(([{ id }, words]) => [id as string, words]));
  const groups = new Map(resources.map(({ address, service }) => [address, service.naming.trail.at(-1)?.key ?? ""]));
  const wordsOf = (id: string): string => byOperation.get(id) ?? id;
  const byMethod = methodWords(
    methods,
    ({ holders }) => holders.map((holder) => groups.get(holder) ?? ""),
    ({ operation }) => wordsOf(operation.id),
  );
  return {
    type: wordsOf,
    method: ({ address, operation: { id, naming } }) => [
      ...new Set([byMethod.get(address) ?? id, naming.override ?? wordsOf(id), wordsOf(id), id]),
    ],
  };
}
