import type { LockedExample, LockedExamples } from "../config/lock.js";
import type { Api } from "../ir/api.js";
import { type JsonObject, member } from "../ir/json.js";
import type { Body, CallExample, Operation, Parameter } from "../ir/operation.js";

/**
 * Gives each operation its example calls: those of the lock, else what the document shows. Values for parameters that the operation no longer has are left behind.
 * An operation of which neither says anything has none: whoever shows a call makes one up.
 */
export function attachExamples(api: Api, locked: LockedExamples): Api {
  return { ...api, operations: api.operations.map((operation) => ({ ...operation, examples: examplesOf(operation, locked) })) };
}

function examplesOf(operation: Operation, locked: LockedExamples): readonly CallExample[] {
  const stored = [...(locked.get(operation.id) ?? [])];
  if (stored.length > 0) return stored.map(([name, example]) => storedExample(operation, name, example));
  return documentExamples(operation);
}

/** { query: { page: 1, gone: 2 } } → [{ slot: "op:tokens:list/query:page", value: 1 }] */
function storedExample(operation: Operation, name: string, example: LockedExample): CallExample {
  const values = (place: Parameter["in"]): JsonObject => (place === "querystring" ? example.query : example[place]);
  return {
    name,
    arguments: operation.parameters.flatMap((parameter) => {
      const value = member(values(parameter.in), parameter.wire);
      return value === undefined ? [] : [{ slot: parameter.address, value }];
    }),
    body: storedBody(operation.body, example.bodies),
  };
}

function storedBody(body: Body | null, bodies: JsonObject): CallExample["body"] {
  const value = body === null ? undefined : member(bodies, body.content.mediaType);
  return value === undefined ? null : { value };
}

/** One call per example of the body, each with the examples of the parameters. */
function documentExamples(operation: Operation): readonly CallExample[] {
  const values = operation.parameters.flatMap(({ address, example }) =>
    example === null ? [] : [{ slot: address, value: example.value }],
  );
  const bodies = operation.body?.content.examples ?? [];
  if (bodies.length === 0) return values.length === 0 ? [] : [{ name: "default", arguments: values, body: null }];
  return bodies.map(({ name, value }) => ({ name: name ?? "default", arguments: values, body: { value } }));
}
