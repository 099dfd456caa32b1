import type { JsonObject } from "../../../../ir/json.js";
import type { NamedType, Type } from "../../../../ir/types.js";
import type { TypeScriptPlan } from "../../plan.js";
import { commentText } from "../../text.js";

/** A type as JSON Schema, with the names of the wire: what `src/wire.ts` is made from. */
export function wireSchema(type: Type, plan: TypeScriptPlan): JsonObject {
  const inner = (of: Type): JsonObject => wireSchema(of, plan);
  switch (type.kind) {
    case "any":
      return {};
    case "null":
    case "boolean":
      return { type: type.kind };
    case "integer":
    case "decimal":
      return { type: type.wire === "string" ? "string" : "number" };
    case "number":
      return { type: "number" };
    case "instant":
      return { type: type.wire === "unix" ? "number" : "string" };
    case "duration":
      return { type: type.wire === "iso8601" ? "string" : "number" };
    case "literal":
      return { const: type.value };
    case "array":
      return { type: "array", items: inner(type.items) };
    case "tuple":
      return { type: "array", prefixItems: type.items.map(inner), items: type.rest === null ? false : inner(type.rest) };
    case "map":
      return { type: "object", additionalProperties: inner(type.values) };
    case "nullable":
      return { anyOf: [inner(type.of), { type: "null" }] };
    case "ref": {
      const model = plan.modelOf.get(type.id);
      if (model !== undefined) return { $ref: `#/components/schemas/${model.name}` };
      const named = plan.typeOf(type.id);
      return named?.kind === "alias" ? inner(named.of) : {};
    }
    case "string":
    case "bytes":
    case "file":
    case "date":
    case "time":
      return { type: "string" };
  }
}

/** The schema behind a name. */
export function namedSchema(type: NamedType, plan: TypeScriptPlan): JsonObject {
  const docs = type.docs.description === null ? {} : { description: commentText(type.docs.description) };
  switch (type.kind) {
    case "object": {
      const properties = type.fields.map(
        (field) =>
          [
            field.wire,
            {
              ...wireSchema(field.type, plan),
              ...(field.docs.description === null || field.type.kind === "ref" ? {} : { description: commentText(field.docs.description) }),
            },
          ] as const,
      );
      const required = type.fields.filter(({ presence }) => presence === "required").map(({ wire }) => wire);
      return {
        type: "object",
        ...docs,
        properties: Object.fromEntries(properties),
        ...(required.length === 0 ? {} : { required }),
        ...(type.rest === null ? {} : { additionalProperties: wireSchema(type.rest, plan) }),
      };
    }
    case "enum":
      return { ...docs, type: type.base === "integer" ? "number" : type.base, enum: type.members.map(({ value }) => value) };
    case "union":
      return { ...docs, anyOf: type.members.map((member) => wireSchema(member.type, plan)) };
    case "alias":
      // Only an alias that contains itself has a name, and openapi-typescript cannot write one.
      return docs;
  }
}
