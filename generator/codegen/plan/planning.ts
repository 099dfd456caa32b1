import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { Slot, Type } from "../../ir/types.js";
import type { ArgumentPlace, Method, Surface } from "../surface/surface.js";
import type { SettledTypes } from "../types/settledTypes.js";
import type { Model, ObjectModel, PropertyPlace } from "./plan.js";

/** What a language decides of its own where all else is the same. */
export interface PlanRules {
  /** What stands for a type that the language has not; most stand for themselves. */
  typeOf(type: Type): Type;
  /** Whether callers must give a value, or find one always. */
  required(slot: Slot, type: Type, place: PropertyPlace["kind"] | ArgumentPlace["kind"]): boolean;
  /** What stands for an answer without a body where others have one, inside of what a call wraps around it: nothing at all, or no value in its field. */
  readonly emptyResult: "whole" | "field";
  /** Whether callers may give a token instead of what a client gets its tokens with. */
  readonly tokenInstead: boolean;
  /** Whether a stream of events yields their data alone. */
  readonly flatEvents: boolean;
  /** Whether the default of what may be left out is sent when nobody gives a value. */
  readonly sendDefaults: boolean;
}

/** The rules of a language that has every type and asks for what the document requires. */
export const usualRules: PlanRules = {
  typeOf: (type) => type,
  required: ({ presence }) => presence === "required",
  emptyResult: "whole",
  tokenInstead: true,
  flatEvents: false,
  sendDefaults: false,
};

/** Looks settled names up by address; asking for what was never named is a bug. */
export interface NameLookup {
  of(address: Address): string;
  has(address: Address): boolean;
}

/** What all parts of the planning share. */
export interface Planning {
  readonly surface: Surface;
  readonly names: NameLookup;
  readonly types: SettledTypes;
  readonly rules: PlanRules;
  /** The methods whose result has a type that was made for it, by that type. */
  readonly wrapped: ReadonlyMap<TypeId, Method>;
}

/** Whether an error has a model for its data: the class is all that it adds. */
export function wrapsModel(model: Model): boolean {
  return model.kind === "object" && model.data !== model.id;
}

/** The model of a type that was made for an operation, which is always an object; anything else is a bug. */
export function objectModel(id: TypeId, modelOf: ReadonlyMap<TypeId, Model>): ObjectModel {
  const model = modelOf.get(id);
  if (model?.kind !== "object") throw new Error(`the type ${id} is no object`);
  return model;
}
