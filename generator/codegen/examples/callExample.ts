import type { Json } from "../../ir/json.js";
import type { Body, CallExample, Operation } from "../../ir/operation.js";
import type { Type, TypeOf } from "../../ir/types.js";
import { exampleValue, fittingExample } from "./exampleValue.js";

/**
 * The call that docs and snippets show: the first example that somebody named, else the first one, else one made up. What the operation requires and the
 * example lacks is added, so that the call is complete.
 */
export function callExample(operation: Operation, typeOf: TypeOf): CallExample {
  const chosen = operation.examples.find(({ name }) => !isDefault(name)) ?? operation.examples[0] ?? null;
  return completed(operation, chosen ?? { name: "default", arguments: [], body: null }, typeOf);
}

/** Every example that the document or the lock gives, each made complete in the same way. */
export function namedExamples(operation: Operation, typeOf: TypeOf): readonly CallExample[] {
  return operation.examples.map((example) => completed(operation, example, typeOf));
}

/** "default", "acme-default-tokens-list": a name that nobody chose. */
function isDefault(name: string): boolean {
  return name.split("-").includes("default");
}

function completed(operation: Operation, example: CallExample, typeOf: TypeOf): CallExample {
  const given = new Map(example.arguments.map(({ slot, value }) => [slot, value]));
  return {
    ...example,
    arguments: operation.parameters.flatMap((parameter) => {
      const known = given.get(parameter.address);
      const value = known === undefined ? undefined : fittingExample(known, parameter.type, typeOf);
      if (value !== undefined) return [{ slot: parameter.address, value }];
      if (parameter.presence === "optional" || parameter.global === "hidden") return [];
      return [{ slot: parameter.address, value: exampleValue(parameter.type, parameter, typeOf) }];
    }),
    body: operation.body === null ? null : bodyOf(operation.body, example, typeOf),
  };
}

/** The example's own body, else one that the document shows, else one made up; none where none is needed. */
function bodyOf({ presence, content }: Body, example: CallExample, typeOf: TypeOf): CallExample["body"] {
  if (example.body === null && presence === "optional") return null;
  const written = example.body ?? content.examples[0];
  if (content.codec.kind !== "lines") return { value: fitting(written?.value, content.type, typeOf) };
  // The document describes one line, a caller gives them all.
  const lines = written === undefined || Array.isArray(written.value) ? written?.value : [written.value];
  const type: Type = { kind: "array", items: content.type, limits: { min: 1, max: null, multipleOf: null } };
  return { value: fitting(lines, type, typeOf) };
}

function fitting(written: Json | undefined, type: Type, typeOf: TypeOf): Json {
  return (written === undefined ? undefined : fittingExample(written, type, typeOf)) ?? exampleValue(type, null, typeOf);
}
