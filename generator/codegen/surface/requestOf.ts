import { partAddress } from "../../ir/address.js";
import type { Address } from "../../ir/node.js";
import type { Body, Content, Operation } from "../../ir/operation.js";
import type { NamedType, ObjectType, Slot, Type } from "../../ir/types.js";
import type { CallStyle } from "./callStyle.js";
import type { Argument, Request } from "./surface.js";
import { fieldOf, syntheticObject } from "./syntheticType.js";

/**
 * Decides what a call takes: nothing, the body alone, named arguments, or one request value. A request type exists wherever there is a parameter.
 */
export function requestOf(
  operation: Operation,
  style: CallStyle,
  typeOf: (id: Address) => NamedType | undefined,
): { readonly request: Request; readonly type: ObjectType | null } {
  const parameters = operation.parameters.map(
    (parameter): Argument => ({ address: parameter.address, slot: parameter, place: { kind: "parameter", parameter } }),
  );
  const content = operation.body === null ? null : mainContent(operation.body);
  const body = operation.body === null || content === null ? null : bodyArgument(operation.body, content, style);
  if (parameters.length === 0 && body === null) return { request: { kind: "none" }, type: null };
  const object = content === null ? null : flattenable(operation, content, style, typeOf);
  if (parameters.length === 0 && body !== null) {
    if (object === null || style.maxArguments === 0) return { request: { kind: "body", argument: body }, type: null };
    const fields = bodyArguments(object, body, content);
    return fields.length > style.maxArguments
      ? { request: { kind: "body", argument: body }, type: null }
      : { request: { kind: "arguments", arguments: fields, type: null }, type: null };
  }
  const whole = [...parameters, ...(body === null ? [] : [body])];
  const type = syntheticObject(
    operation,
    "request",
    "wrapper",
    whole.map(({ slot }) => fieldOf(slot)),
  );
  const spread = object === null || body === null ? whole : [...parameters, ...bodyArguments(object, body, content)];
  const visible = spread.filter(({ place }) => place.kind !== "parameter" || place.parameter.global !== "hidden");
  if (visible.length > style.maxArguments || visible.length === 0)
    return { request: { kind: "object", type: type.id, arguments: whole }, type };
  const ordered = style.order === "body-first" ? [...visible.filter(isBody), ...visible.filter((one) => !isBody(one))] : visible;
  return { request: { kind: "arguments", arguments: ordered, type: type.id }, type };
}

const isBody = (argument: Argument): boolean => argument.place.kind !== "parameter";

/** The content that a call sends. */
export function mainContent(body: Body): Content | null {
  return body.contents[body.main] ?? null;
}

function bodyArgument(body: Body, content: Content, { bodyName }: CallStyle): Argument {
  const slot: Slot = {
    address: body.address,
    origin: body.origin,
    extensions: {},
    wire: "body",
    naming: { trail: body.naming.trail, override: body.naming.override ?? bodyName },
    docs: body.docs,
    besideRef: null,
    type: content.type,
    presence: body.presence,
    default: null,
    example: null,
  };
  return { address: body.address, slot, place: { kind: "body", content } };
}

function bodyArguments(object: ObjectType, body: Argument, content: Content | null): readonly Argument[] {
  if (content === null) return [body];
  // Nobody must give a part of a body that may be left out; which parts belong together is checked when there is one.
  const isOptional = body.slot.presence === "optional";
  const fields = object.fields.map((field): Argument => {
    const slot: Slot = isOptional ? { ...field, presence: "optional" } : field;
    return { address: field.address, slot, place: { kind: "field", field, content } };
  });
  if (object.rest === null) return fields;
  const values: Type = { kind: "map", values: object.rest };
  const rest: Slot = {
    ...body.slot,
    address: partAddress(object.address, "rest"),
    wire: "additionalProperties",
    naming: { trail: [], override: null },
    type: values,
    presence: "optional",
  };
  return [...fields, { address: rest.address, slot: rest, place: { kind: "rest", content } }];
}

/** A body is spread when it is an object with properties and must be given, or something else must be given anyway. */
function flattenable(
  operation: Operation,
  content: Content,
  style: CallStyle,
  typeOf: (id: Address) => NamedType | undefined,
): ObjectType | null {
  if (style.bodies !== "flattened" || operation.body === null) return null;
  const given = operation.body.presence === "required" || operation.parameters.some(({ presence }) => presence === "required");
  const type = content.type.kind === "ref" ? typeOf(content.type.id) : undefined;
  return given && type?.kind === "object" && type.fields.length > 0 ? type : null;
}
