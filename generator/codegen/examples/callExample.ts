import type { Body, CallExample, Content, Operation } from "../../ir/operation.js";
import { mainContent } from "../surface/requestOf.js";
import { exampleValue, type TypeOf } from "./exampleValue.js";

/**
 * The call that docs and snippets show: the first example that somebody named, else the first one, else one made up. What the operation requires and the
 * example lacks is added, so that the call is complete.
 */
export function callExample(operation: Operation, typeOf: TypeOf): CallExample {
  const chosen = operation.examples.find(({ name }) => !isDefault(name)) ?? operation.examples[0] ?? null;
  return completed(operation, chosen ?? { name: "default", from: "generated", arguments: [], body: null }, typeOf);
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
      if (known !== undefined) return [{ slot: parameter.address, value: known }];
      if (parameter.presence === "optional" || parameter.global === "hidden") return [];
      return [{ slot: parameter.address, value: exampleValue(parameter.type, parameter, typeOf) }];
    }),
    body: example.body ?? (operation.body === null ? null : madeUp(operation.body, typeOf)),
  };
}

function madeUp(body: Body, typeOf: TypeOf): CallExample["body"] {
  const content: Content | null = body.presence === "required" ? mainContent(body) : null;
  if (content === null) return null;
  const written = content.examples[0];
  return { mediaType: content.mediaType, value: written === undefined ? exampleValue(content.type, null, typeOf) : written.value };
}
