import { isWithin } from "../../ir/address.js";
import type { TypeId } from "../../ir/ids.js";
import type { Surface } from "../surface/surface.js";
import { withoutNull } from "./settledTypes.js";

/** Words of what introduces a type, for one that has none of its own. */
export interface Introduction {
  /** Of the first answer that is this type. */
  readonly answer: string | null;
  /** Of the body or answer that it stands in, or of the one shared answer that introduces a component. */
  readonly holder: string | null;
  /** Of the parameter that it stands in. */
  readonly parameter: string | null;
}

export const noIntroduction: Introduction = { answer: null, holder: null, parameter: null };

export function introductionsOf({ methods }: Surface): ReadonlyMap<TypeId, Introduction> {
  const found = new Map<TypeId, { -readonly [K in keyof Introduction]: Introduction[K] }>();
  const answered = new Set<TypeId>();
  const at = (id: TypeId) => {
    const known = found.get(id) ?? { ...noIntroduction };
    found.set(id, known);
    return known;
  };
  for (const { operation } of methods) {
    for (const { address, type, docs } of operation.parameters) {
      const of = withoutNull(type);
      if (of.kind === "ref" && isWithin(of.id, address) && docs.description !== null) at(of.id).parameter = docs.description;
    }
    const { body, responses } = operation;
    const sent = body === null ? [] : [{ ...body, contents: [body.content, ...body.others], shared: null }];
    for (const { address, docs, contents, shared } of [...sent, ...responses]) {
      for (const { type } of contents) {
        if (type.kind !== "ref" || docs.description === null || !(shared !== null || isWithin(type.id, address))) continue;
        at(type.id).holder ??= docs.description;
      }
    }
    for (const { docs, contents } of responses) {
      for (const { type } of contents) {
        if (type.kind !== "ref" || answered.has(type.id)) continue;
        answered.add(type.id);
        at(type.id).answer = docs.description;
      }
    }
  }
  return found;
}
