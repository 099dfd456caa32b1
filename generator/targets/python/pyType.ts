import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { NamedType, Type } from "../../ir/types.js";

/** A type as Python writes it; `nullable` may stand anywhere, presence is the slot's business. */
export type PyType =
  | { readonly kind: "any" }
  | { readonly kind: "scalar"; readonly name: "str" | "int" | "float" | "bool" | "bytes" }
  /** Sent as a number, or as text. */
  | { readonly kind: "decimal"; readonly wire: "number" | "string" }
  | { readonly kind: "int"; readonly wire: "string" }
  | { readonly kind: "datetime"; readonly wire: "rfc3339" | "rfc7231" | "unix" }
  | { readonly kind: "date" }
  /** Bytes or a file to send; a stream when received. */
  | { readonly kind: "file" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "list"; readonly items: PyType }
  | { readonly kind: "dict"; readonly values: PyType }
  | { readonly kind: "union"; readonly members: readonly PyType[] }
  | { readonly kind: "nullable"; readonly of: PyType }
  | { readonly kind: "model"; readonly id: TypeId; readonly is: NamedType["kind"] };

export type TypeLookup = (id: TypeId) => NamedType | undefined;

/** Type of the model → type of Python. An alias is seen through unless it contains itself; formats that Python has no class for are strings. */
export function pyType(type: Type, typeOf: TypeLookup): PyType {
  return toPy(type, typeOf, []);
}

function toPy(type: Type, typeOf: TypeLookup, path: readonly TypeId[]): PyType {
  switch (type.kind) {
    case "any":
      return { kind: "any" };
    case "null":
      return { kind: "nullable", of: { kind: "any" } };
    case "boolean":
      return { kind: "scalar", name: "bool" };
    case "string":
    case "time":
    case "duration":
      return { kind: "scalar", name: "str" };
    case "integer":
      return type.wire === "string" ? { kind: "int", wire: "string" } : { kind: "scalar", name: "int" };
    case "number":
      return { kind: "scalar", name: "float" };
    case "decimal":
      return { kind: "decimal", wire: type.wire };
    case "bytes":
      return { kind: "scalar", name: "str" };
    case "file":
      return { kind: "file" };
    case "instant":
      return { kind: "datetime", wire: type.wire };
    case "date":
      return { kind: "date" };
    case "literal":
      return { kind: "literal", value: type.value };
    case "array":
      return { kind: "list", items: toPy(type.items, typeOf, path) };
    case "tuple":
      return {
        kind: "list",
        items: unionOf([...type.items, ...(type.rest === null ? [] : [type.rest])].map((item) => toPy(item, typeOf, path))),
      };
    case "map":
      return { kind: "dict", values: toPy(type.values, typeOf, path) };
    case "nullable": {
      const of = toPy(type.of, typeOf, path);
      return of.kind === "nullable" ? of : { kind: "nullable", of };
    }
    case "ref": {
      const named = typeOf(type.id);
      if (named === undefined) return { kind: "any" };
      if (named.kind !== "alias" || path.includes(type.id) || isRecursive(named.of, type.id, typeOf, new Set()))
        return { kind: "model", id: type.id, is: named.kind };
      return toPy(named.of, typeOf, [...path, type.id]);
    }
    default:
      return assertNever(type);
  }
}

/** Members that Python writes alike are one. */
function unionOf(members: readonly PyType[]): PyType {
  const distinct = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
  const [first] = distinct;
  return first === undefined ? { kind: "any" } : distinct.length === 1 ? first : { kind: "union", members: distinct };
}

/** Whether an alias leads back to itself through lists, maps and other aliases. */
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
