import { argumentOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type { Content } from "../../ir/operation.js";
import { plainText, type Type } from "../../ir/types.js";
import type * as surface from "../surface/surface.js";
import type { SettledTypes } from "../types/settledTypes.js";
import type { Argument, Body, Model, Request } from "./plan.js";
import { objectModel, type Planning } from "./planning.js";
import { defaulted } from "./planProperty.js";

/** What a call is given. Parameters that only the client's own options fill are no arguments. */
export function planRequest(method: surface.Method, modelOf: ReadonlyMap<TypeId, Model>, planning: Planning): Request {
  const { request, operation } = method;
  const body = bodyOf(method, planning);
  switch (request.kind) {
    case "none":
      return { kind: "none" };
    case "body":
      if (body === null) throw new Error("a request that is a body holds one");
      return { kind: "body", body };
    case "object":
      return {
        kind: "object",
        model: objectModel(request.type, modelOf),
        body,
        arguments: planArguments(method, request.arguments, planning),
      };
    case "arguments": {
      const planned = planArguments(method, request.arguments, planning);
      const model = request.type === null ? null : objectModel(request.type, modelOf);
      return {
        kind: "arguments",
        model,
        body,
        bodyField: model === null || operation.body === null ? null : planning.names.of(operation.body.address),
        // What must be given comes first, each group in its own order.
        arguments: [...planned.filter(({ required }) => required), ...planned.filter(({ required }) => !required)],
      };
    }
  }
}

/** What a caller gives as a whole body. */
export function sentType({ codec, type }: Content, types: SettledTypes): Type {
  const settled = types.settle(type);
  switch (codec.kind) {
    case "text":
      return alike(settled, plainText);
    case "binary":
    case "events":
      return alike(settled, { kind: "file" });
    case "lines":
      return { kind: "array", items: settled, limits: null };
    case "json":
    case "xml":
    case "form":
    case "multipart":
      return settled;
  }
}

/** Null stays where the document allows it. */
function alike(declared: Type, type: Type): Type {
  return declared.kind === "nullable" ? { kind: "nullable", of: type } : type;
}

function bodyOf({ operation }: surface.Method, { types }: Planning): Body | null {
  const { body } = operation;
  if (body === null) return null;
  const { content, others, presence, docs } = body;
  const files = content.codec.kind === "binary" ? others.filter(({ codec }) => codec.kind === "binary") : [];
  const mediaTypes = [content, ...files].map(({ mediaType }) => mediaType);
  return { content, mediaTypes, type: sentType(content, types), optional: presence === "optional", docs };
}

function planArguments(method: surface.Method, source: readonly surface.Argument[], planning: Planning): readonly Argument[] {
  const { names, types, rules } = planning;
  return source
    .filter(({ place }) => place.kind !== "parameter" || place.parameter.global !== "hidden")
    .map((argument): Argument => {
      const { slot, place } = argument;
      const type = place.kind === "body" ? sentType(place.content, types) : types.settle(slot.type);
      const own = argumentOf(method.address, argument);
      const held = place.kind === "parameter" && place.parameter.global !== "no";
      return {
        ...(place.kind === "rest" ? { slot, default: null } : defaulted(slot, rules)),
        type,
        required: place.kind !== "rest" && !held && rules.required(slot, type, place.kind),
        field: names.has(slot.address) ? names.of(slot.address) : null,
        name: names.has(own) ? names.of(own) : names.of(slot.address),
        source: place,
      };
    });
}
