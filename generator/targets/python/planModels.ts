import { credentialOf } from "../../codegen/surface/credentialOf.js";
import type { Surface, SurfaceType } from "../../codegen/surface/surface.js";
import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { NamedType, Slot } from "../../ir/types.js";
import type { Names } from "../../naming/names.js";
import type { PythonOptions } from "./options.js";
import type { PyField, PyModel } from "./plan.js";
import { isRecursive, type PyType, pyType, type TypeLookup } from "./pyType.js";

/** Every named type of the surface as Python has it; an alias that is seen through has no model. */
export function planModels(surface: Surface, names: Names, options: PythonOptions): readonly PyModel[] {
  const types = new Map<TypeId, NamedType>(surface.types.map(({ id, type }) => [id, type]));
  const typeOf: TypeLookup = (id) => types.get(id);
  const models = surface.types.flatMap((source) => planModel(source, names, options, typeOf) ?? []);
  switch (options.quirks.clientCredentials) {
    case "object":
      return models;
    case "objectOrToken":
      return models.map((model) => withTokens(model, surface));
  }
}

/** What a client gets tokens with may be given as a token, too. */
function withTokens(model: PyModel, { api }: Surface): PyModel {
  if (model.kind !== "object" || model.source.role !== "security") return model;
  const clients = new Set<string>(api.schemes.filter((scheme) => credentialOf(scheme).kind === "client").map(({ id }) => id));
  const token: PyType = { kind: "scalar", name: "str" };
  const fields = model.fields.map(
    (field): PyField => (clients.has(field.slot.wire) ? { ...field, type: { kind: "union", members: [field.type, token] } } : field),
  );
  return { ...model, fields };
}

function planModel(source: SurfaceType, names: Names, options: PythonOptions, typeOf: TypeLookup): PyModel | null {
  const { type, id, role } = source;
  const namespace = role === "error" && type.kind === "object" ? options.errorsModule : "models";
  const base = { id, name: names.of(id), source, docs: type.docs, namespace } as const;
  switch (type.kind) {
    case "object":
      return {
        ...base,
        kind: "object",
        fields: type.fields.map((field) => {
          const planned = planField(field, names, typeOf);
          // The address of tokens is needed, and the document knows it.
          return role === "credential" ? { ...planned, required: true } : planned;
        }),
        rest: type.rest === null ? null : pyType(type.rest, typeOf),
        isError: role === "error",
      };
    case "enum":
      return {
        ...base,
        kind: "enum",
        base: ({ string: "str", integer: "int", number: "float", boolean: "bool" } as const)[type.base],
        members: type.members.map((member) => ({ name: names.of(member.address), value: member.value, docs: member.docs })),
        open: type.unknown === "keep",
      };
    case "union":
      return {
        ...base,
        kind: "union",
        type,
        members: type.members.map((member) => pyType(member.type, typeOf)),
        open: type.unknown === "keep",
      };
    case "alias":
      return isRecursive(type.of, id, typeOf, new Set()) ? { ...base, kind: "alias", of: pyType(type.of, typeOf) } : null;
    default:
      return assertNever(type);
  }
}

/** A slot as a field: a scalar default stands in for a value that the document requires. */
export function planField(slot: Slot, names: Names, typeOf: TypeLookup): PyField {
  const scalarDefault = slot.default !== null && slot.default.value !== null && typeof slot.default.value !== "object";
  const type = pyType(slot.type, typeOf);
  return {
    slot,
    name: names.of(slot.address),
    type,
    required: slot.presence === "required" && (!scalarDefault || type.kind === "literal"),
    default: slot.default,
  };
}
