import type { Api } from "../ir/api.js";
import type { TypeId } from "../ir/ids.js";
import type { Operation } from "../ir/operation.js";
import { type NamedType, refsOf, type Type } from "../ir/types.js";
import { type Direction, partsIn } from "./typeGraph.js";

interface Reach {
  readonly input: ReadonlySet<TypeId>;
  readonly output: ReadonlySet<TypeId>;
}

/**
 * The named types that callers send and those that they receive. Of a webhook and a callback they receive the body, and send the responses.
 * A document of schemas alone says nothing about directions: its types go both ways.
 */
export function reach(api: Api): Reach {
  const all = [...api.operations, ...api.webhooks];
  if (all.length === 0) {
    const every = new Set(api.types.map(({ id }) => id));
    return { input: every, output: every };
  }
  const types = new Map(api.types.map((type) => [type.id, type]));
  const roots = { input: api.globals.map(({ type }) => type), output: [] as Type[] };
  for (const operation of api.operations) gather(operation, "input", roots);
  for (const webhook of api.webhooks) gather(webhook, "output", roots);
  return { input: walk(roots.input, "input", types), output: walk(roots.output, "output", types) };
}

/** `sent`: the direction of what the request of this operation holds. */
function gather(operation: Operation, sent: Direction, roots: { readonly [D in Direction]: Type[] }): void {
  const answered = sent === "input" ? "output" : "input";
  for (const parameter of operation.parameters) roots[sent].push(parameter.type);
  if (operation.body !== null) for (const { type } of [operation.body.content, ...operation.body.others]) roots[sent].push(type);
  for (const response of operation.responses) {
    for (const header of response.headers) roots[answered].push(header.type);
    for (const content of response.contents) roots[answered].push(content.type);
  }
  for (const callback of operation.callbacks) gather(callback, answered, roots);
}

function walk(roots: readonly Type[], direction: Direction, types: ReadonlyMap<TypeId, NamedType>): ReadonlySet<TypeId> {
  const found = new Set<TypeId>();
  const open = roots.flatMap(refsOf);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const type = found.has(id) ? undefined : types.get(id);
    if (type === undefined) continue;
    found.add(id);
    for (const part of partsIn(type, direction)) open.push(...refsOf(part));
  }
  return found;
}
