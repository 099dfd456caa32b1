import type { Address } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import type { Type, TypeOf } from "../../ir/types.js";
import type { ErrorCase } from "./surface.js";

/**
 * The errors that an operation declares with a body that is an object: each member of a union is an error of its own. Bodies of other kinds, and responses
 * without a body, are raised as the SDK's default error.
 */
export function errorsOf(operation: Operation, typeOf: TypeOf): readonly ErrorCase[] {
  return operation.responses.flatMap((response): ErrorCase[] => {
    if (response.outcome !== "error") return [];
    return response.contents.flatMap((content) => {
      const types = content.codec.kind === "json" || content.codec.kind === "xml" ? errorTypes(content.type, typeOf, new Set()) : [];
      return types.length === 0 ? [] : [{ status: response.status, content, types, headers: response.headers }];
    });
  });
}

function errorTypes(type: Type, typeOf: TypeOf, seen: Set<Address>): readonly Address[] {
  if (type.kind === "nullable") return errorTypes(type.of, typeOf, seen);
  if (type.kind !== "ref" || seen.has(type.id)) return [];
  seen.add(type.id);
  const named = typeOf(type.id);
  if (named === undefined) return [];
  switch (named.kind) {
    case "object":
      return [type.id];
    case "union":
      return named.members.flatMap((member) => errorTypes(member.type, typeOf, seen));
    case "alias":
      return errorTypes(named.of, typeOf, seen);
    case "enum":
      return [];
  }
}
