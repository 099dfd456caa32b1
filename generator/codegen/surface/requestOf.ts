import { partAddress } from "../../ir/address.js";
import type { Body, Operation } from "../../ir/operation.js";
import { type ObjectType, type Slot, slotAt, type TypeOf } from "../../ir/types.js";
import type { CallStyle } from "./callStyle.js";
import type { Argument, Request } from "./surface.js";
import { fieldOf, syntheticObject } from "./syntheticType.js";

/**
 * Decides what a call takes: nothing, the body alone, named arguments, or one request value. A request type exists wherever there is a parameter.
 */
export function requestOf(
  operation: Operation,
  style: CallStyle,
  typeOf: TypeOf,
): { readonly request: Request; readonly type: ObjectType | null } {
  const parameters = operation.parameters.map((parameter): Argument => ({ slot: parameter, place: { kind: "parameter", parameter } }));
  const body = operation.body === null ? null : bodyArgument(operation.body, style);
  const object = flattenable(operation, style, typeOf);
  if (parameters.length === 0) {
    if (body === null) return { request: { kind: "none" }, type: null };
    if (object === null || style.maxArguments === 0) return { request: { kind: "body" }, type: null };
    const fields = bodyArguments(object, body);
    return fields.length > style.maxArguments
      ? { request: { kind: "body" }, type: null }
      : { request: { kind: "arguments", arguments: fields, type: null }, type: null };
  }
  const whole = [...parameters, ...(body === null ? [] : [body])];
  const type = syntheticObject(
    operation,
    "request",
    whole.map(({ slot }) => fieldOf(slot)),
  );
  const spread = object === null || body === null ? whole : [...parameters, ...bodyArguments(object, body)];
  const visible = spread.filter(({ place }) => place.kind !== "parameter" || place.parameter.global !== "hidden");
  if (visible.length > style.maxArguments || visible.length === 0)
    return { request: { kind: "object", type: type.id, arguments: whole }, type };
  const ordered = style.order === "body-first" ? [...visible.filter(isBody), ...visible.filter((one) => !isBody(one))] : visible;
  return { request: { kind: "arguments", arguments: ordered, type: type.id }, type };
}

const isBody = (argument: Argument): boolean => argument.place.kind !== "parameter";

function bodyArgument(body: Body, { bodyName }: CallStyle): Argument {
  const { address, origin, presence, docs, content } = body;
  const naming = { trail: body.naming.trail, override: body.naming.override ?? bodyName };
  return {
    slot: slotAt({ address, origin, wire: "body", naming, type: content.type, presence }, { docs }),
    place: { kind: "body", content },
  };
}

/** The properties of a body as arguments of their own, and what stands beside them. */
function bodyArguments(object: ObjectType, { slot }: Argument): readonly Argument[] {
  // Nobody must give a part of a body that may be left out; which parts belong together is checked when there is one.
  const isOptional = slot.presence === "optional";
  const fields = object.fields.map(
    (field): Argument => ({ slot: isOptional ? { ...field, presence: "optional" } : field, place: { kind: "field" } }),
  );
  if (object.rest === null) return fields;
  const rest: Slot = {
    ...slot,
    address: partAddress(object.id, "rest"),
    wire: "additionalProperties",
    naming: { trail: [], override: null },
    type: { kind: "map", values: object.rest },
    presence: "optional",
  };
  return [...fields, { slot: rest, place: { kind: "rest" } }];
}

/** A body is spread when it is an object with properties and must be given, or something else must be given anyway. */
function flattenable({ body, parameters }: Operation, style: CallStyle, typeOf: TypeOf): ObjectType | null {
  if (style.bodies !== "flattened" || body === null) return null;
  // Of lines the type is that of one.
  if (body.content.codec.kind === "lines") return null;
  const given = body.presence === "required" || parameters.some(({ presence }) => presence === "required");
  const type = body.content.type.kind === "ref" ? typeOf(body.content.type.id) : undefined;
  return given && type?.kind === "object" && type.fields.length > 0 ? type : null;
}
