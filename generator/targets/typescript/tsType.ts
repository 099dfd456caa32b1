import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { Value } from "../../ir/node.js";
import type { NamedType, Type } from "../../ir/types.js";

/** A type as TypeScript has it; `nullable` may stand anywhere, presence is the property's business. */
export type TsType =
  | { readonly kind: "any" }
  | { readonly kind: "null" }
  | { readonly kind: "string" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly integer: boolean }
  /** Decimal text on the wire. */
  | { readonly kind: "bigint" }
  | { readonly kind: "date-time"; readonly wire: "rfc3339" | "rfc7231" | "unix" }
  | { readonly kind: "date" }
  | { readonly kind: "bytes"; readonly wire: "base64" | "base64url" }
  /** Anything that can be uploaded. */
  | { readonly kind: "file" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: TsType }
  | { readonly kind: "tuple"; readonly items: readonly TsType[]; readonly rest: TsType | null }
  | { readonly kind: "map"; readonly values: TsType }
  | { readonly kind: "nullable"; readonly of: TsType }
  | { readonly kind: "model"; readonly id: TypeId; readonly is: NamedType["kind"] }
  /** What a method returns of a body that is read bit by bit; never inside another type. */
  | { readonly kind: "stream"; readonly of: "bytes" | "events" | "lines"; readonly items: TsType }
  /** A credential with parts, a type of its own; `orToken`: or a token, as text. */
  | { readonly kind: "credential"; readonly id: TypeId; readonly parts: readonly CredentialPart[]; readonly orToken: boolean };

export interface CredentialPart {
  readonly name: string;
  readonly wire: string;
  readonly required: boolean;
  readonly example: Value | null;
}

export type TypeLookup = (id: TypeId) => NamedType | undefined;

/** Type of the model → type of TypeScript. An alias is seen through unless it contains itself; formats that the language has no class for are strings. */
export function tsType(type: Type, typeOf: TypeLookup): TsType {
  return toTs(type, typeOf, []);
}

function toTs(type: Type, typeOf: TypeLookup, path: readonly TypeId[]): TsType {
  switch (type.kind) {
    case "any":
    case "null":
    case "boolean":
    case "date":
    case "file":
      return { kind: type.kind };
    case "string":
    case "time":
      return { kind: "string" };
    case "duration":
      return type.wire === "iso8601" ? { kind: "string" } : { kind: "number", integer: false };
    case "integer":
      return type.wire === "string" ? { kind: "bigint" } : { kind: "number", integer: true };
    case "number":
      return { kind: "number", integer: false };
    case "decimal":
      return type.wire === "string" ? { kind: "string" } : { kind: "number", integer: false };
    case "bytes":
      return { kind: "bytes", wire: type.wire };
    case "instant":
      return { kind: "date-time", wire: type.wire };
    case "literal":
      return { kind: "literal", value: type.value };
    case "array":
      return { kind: "array", items: toTs(type.items, typeOf, path) };
    case "tuple":
      return {
        kind: "tuple",
        items: type.items.map((item) => toTs(item, typeOf, path)),
        rest: type.rest === null ? null : toTs(type.rest, typeOf, path),
      };
    case "map":
      return { kind: "map", values: toTs(type.values, typeOf, path) };
    case "nullable": {
      const of = toTs(type.of, typeOf, path);
      return of.kind === "nullable" || of.kind === "null" ? of : { kind: "nullable", of };
    }
    case "ref": {
      const named = typeOf(type.id);
      if (named === undefined) return { kind: "any" };
      if (named.kind !== "alias" || path.includes(type.id) || isRecursive(named.of, type.id, typeOf, new Set()))
        return { kind: "model", id: type.id, is: named.kind };
      return toTs(named.of, typeOf, [...path, type.id]);
    }
    default:
      return assertNever(type);
  }
}

/** Whether an alias leads back to itself through lists, maps, unions and other aliases. */
export function isRecursive(type: Type, target: TypeId, typeOf: TypeLookup, seen: Set<TypeId>): boolean {
  switch (type.kind) {
    case "array":
      return isRecursive(type.items, target, typeOf, seen);
    case "tuple":
      return (
        type.items.some((item) => isRecursive(item, target, typeOf, seen)) ||
        (type.rest !== null && isRecursive(type.rest, target, typeOf, seen))
      );
    case "map":
      return isRecursive(type.values, target, typeOf, seen);
    case "nullable":
      return isRecursive(type.of, target, typeOf, seen);
    case "ref": {
      if (type.id === target) return true;
      if (seen.has(type.id)) return false;
      seen.add(type.id);
      const named = typeOf(type.id);
      if (named?.kind === "alias") return isRecursive(named.of, target, typeOf, seen);
      if (named?.kind === "union") return named.members.some((member) => isRecursive(member.type, target, typeOf, seen));
      return false;
    }
    default:
      return false;
  }
}
