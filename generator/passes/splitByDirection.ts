import { movedAddress, variantAddress } from "../ir/address.js";
import type { Api } from "../ir/api.js";
import type { TypeId } from "../ir/ids.js";
import type { Address, Naming } from "../ir/node.js";
import { groups } from "../ir/node.js";
import type { Content, Operation, Response } from "../ir/operation.js";
import type { Reading } from "../ir/reading.js";
import { mapInner, type NamedType, refsOf, type Slot, type Type } from "../ir/types.js";
import { reach } from "./reach.js";
import { type Direction, droppedIn, partsIn } from "./typeGraph.js";

export type Suffixes = Pick<Reading, "inputSuffix" | "outputSuffix">;

/**
 * readOnly and writeOnly: a type that holds such a field, itself or in a part, reads differently in requests and in responses. Where it is sent and received it
 * becomes two types, of which the one that lacks nothing keeps the name; where it goes one way only it just loses the fields. JSON Schema 2020-12, 9.4.
 *
 *     Token { id (readOnly), name }, sent and received   →   Token { id, name } for responses, TokenInput { name } for requests
 */
export function splitByDirection(api: Api, suffixes: Suffixes): Api {
  const differs = { input: differing(api.types, "input"), output: differing(api.types, "output") };
  const library = api.operations.length + api.webhooks.length === 0;
  if (library || (differs.input.size === 0 && differs.output.size === 0)) return api;
  const reached = reach(api);
  const known = new Set(api.types.map(({ id }) => id));
  const renamed = {
    input: renames("input", suffixes.inputSuffix, differs.input, reached, known),
    output: renames("output", suffixes.outputSuffix, differs.output, reached, known),
  };
  const types = api.types.flatMap((type) => {
    const variants = (["output", "input"] as const).flatMap((direction) => {
      if (!reached[direction].has(type.id)) return [];
      const rename = renamed[direction].get(type.id);
      // What does not differ is one type in both directions, and is made once.
      if (!differs[direction].has(type.id) && direction === "input" && reached.output.has(type.id) && !renamed.output.has(type.id))
        return [];
      const suffix = direction === "input" ? suffixes.inputSuffix : suffixes.outputSuffix;
      return [variant(type, direction, rename ?? null, suffix, (id) => renamed[direction].get(id) ?? id)];
    });
    return variants.length === 0 ? [type] : variants;
  });
  const change = (operation: Operation): Operation => mapOperation(operation, "input", renamed);
  return {
    ...api,
    types,
    globals: api.globals.map((parameter) => mapSlot(parameter, renamed.input)),
    operations: api.operations.map(change),
    webhooks: api.webhooks.map((webhook) => mapOperation(webhook, "output", renamed)),
  };
}

/** Types that lose a field in this direction, and those that hold them in it: found from the fields upwards. */
function differing(types: readonly NamedType[], direction: Direction): ReadonlySet<TypeId> {
  const holds = types.flatMap((type) => partsIn(type, direction).flatMap((part) => refsOf(part).map((id) => ({ id, holder: type.id }))));
  const holders = groups(holds, ({ id }) => id);
  const open = types.flatMap((type) =>
    type.kind === "object" && type.fields.some((field) => field.direction === droppedIn[direction]) ? [type.id] : [],
  );
  const found = new Set<TypeId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(holders.get(id) ?? []).map(({ holder }) => holder));
  }
  return found;
}

type Renames = ReadonlyMap<TypeId, TypeId>;

/** New ids of the types that exist in both directions and differ in this one. */
function renames(
  direction: Direction,
  suffix: string,
  differs: ReadonlySet<TypeId>,
  reached: { readonly [D in Direction]: ReadonlySet<TypeId> },
  known: ReadonlySet<TypeId>,
): Renames {
  const other = direction === "input" ? "output" : "input";
  const found = [...differs].filter((id) => reached[direction].has(id) && reached[other].has(id));
  return new Map(
    found.map((id) => {
      let name = variantAddress(id, suffix === "" ? direction : suffix);
      while (known.has(name)) name = variantAddress(name, "");
      return [id, name];
    }),
  );
}

function variant(type: NamedType, direction: Direction, id: TypeId | null, suffix: string, rename: (id: TypeId) => TypeId): NamedType {
  const moved = (address: Address): Address => (id === null ? address : movedAddress(address, type.id, id));
  const change = (part: Type): Type => mapRefs(part, rename);
  const head = id === null ? {} : { id, naming: suffixed(type.naming, suffix) };
  switch (type.kind) {
    case "object": {
      const fields = type.fields.filter((field) => field.direction !== droppedIn[direction]);
      const rest = type.rest === null ? null : change(type.rest);
      return {
        ...type,
        ...head,
        fields: fields.map((field) => ({ ...field, address: moved(field.address), type: change(field.type) })),
        rest,
      };
    }
    case "union":
      return {
        ...type,
        ...head,
        members: type.members.map((member) => ({ ...member, address: moved(member.address), type: change(member.type) })),
      };
    case "alias":
      return { ...type, ...head, of: change(type.of) };
    case "enum":
      return type;
  }
}

/** The suffix belongs to the last word of the trail: "Token" becomes "Token input". */
function suffixed({ trail, override }: Naming, suffix: string): Naming {
  const add = (word: string): string => `${word} ${suffix}`;
  const last = trail.at(-1);
  const title = last?.title ?? null;
  return {
    trail: last === undefined ? trail : [...trail.slice(0, -1), { ...last, key: add(last.key), title: title === null ? null : add(title) }],
    override: override === null ? null : add(override),
  };
}

/** `sent`: the direction of what the request of this operation holds. */
function mapOperation(operation: Operation, sent: Direction, renamed: { readonly [D in Direction]: Renames }): Operation {
  const answered = sent === "input" ? "output" : "input";
  const { body } = operation;
  const change = (content: Content): Content => mapContent(content, renamed[sent]);
  return {
    ...operation,
    parameters: operation.parameters.map((parameter) => mapSlot(parameter, renamed[sent])),
    body: body === null ? null : { ...body, content: change(body.content), others: body.others.map(change) },
    responses: operation.responses.map(
      (response): Response => ({
        ...response,
        headers: response.headers.map((header) => mapSlot(header, renamed[answered])),
        contents: response.contents.map((content) => mapContent(content, renamed[answered])),
      }),
    ),
    callbacks: operation.callbacks.map((callback) => mapOperation(callback, answered, renamed)),
  };
}

/** The same type with other named types in it. */
function mapRefs(type: Type, rename: (id: TypeId) => TypeId): Type {
  return type.kind === "ref" ? { kind: "ref", id: rename(type.id) } : mapInner(type, (inner) => mapRefs(inner, rename));
}

function mapSlot<T extends Slot>(slot: T, renamed: Renames): T {
  return { ...slot, type: mapRefs(slot.type, (id) => renamed.get(id) ?? id) };
}

function mapContent(content: Content, renamed: Renames): Content {
  return { ...content, type: mapRefs(content.type, (id) => renamed.get(id) ?? id) };
}
