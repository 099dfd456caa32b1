import { assertNever } from "../../generator/diagnostics/diagnostic.js";
import type { Json } from "../../generator/ir/json.js";
import { type NamedType, type Type, taggedMember } from "../../generator/ir/types.js";
import { isObject, score } from "./fitValue.js";
import type { SdkMap } from "./sdkMap.js";

/**
 * The reverse of `fitValue`: a decoded value in the names of an SDK → in those of the wire.
 *
 *     { created_at: instant }, { "createdAt": "2024-01-31T12:00:00Z" }   →   { "created_at": "2024-01-31T12:00:00Z" }
 */
export function unfitValue(type: Type, value: Json, map: SdkMap): Json {
  switch (type.kind) {
    case "any":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "decimal":
    case "time":
    case "duration":
    case "literal":
    case "integer":
    case "bytes":
    case "file":
    case "instant":
    case "date":
      return value;
    case "nullable":
      return value === null ? null : unfitValue(type.of, value, map);
    case "array":
      return Array.isArray(value) ? value.map((item: Json) => unfitValue(type.items, item, map)) : value;
    case "tuple":
      return Array.isArray(value)
        ? value.map((item: Json, i) => unfitValue(type.items[i] ?? type.rest ?? { kind: "any" }, item, map))
        : value;
    case "map":
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unfitValue(type.values, one, map)]))
        : value;
    case "ref": {
      const named = map.typeOf(type.id);
      return named === undefined ? value : unfitNamed(named, value, map);
    }
    default:
      return assertNever(type);
  }
}

function unfitNamed(type: NamedType, value: Json, map: SdkMap): Json {
  switch (type.kind) {
    case "enum":
      return value;
    case "alias":
      return unfitValue(type.of, value, map);
    case "union": {
      // A variant that the document does not know is kept as it came.
      if (isObject(value) && value.isUnknown === true && value.raw !== undefined) return value.raw;
      const tried = type.members.map((member) => ({ type: member.type, wire: unfitValue(member.type, value, map) }));
      const tagged = tried.find(({ wire }, i) => taggedMember(type.choice, wire) === i);
      const best = tried.toSorted((a, b) => score(b.type, b.wire, map) - score(a.type, a.wire, map))[0];
      return (tagged ?? best)?.wire ?? value;
    }
    case "object": {
      if (!isObject(value)) return value;
      const fields = new Map(type.fields.map((field) => [map.nameOf(field.address) ?? field.wire, field]));
      const { rest } = type;
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, one]): readonly (readonly [string, Json])[] => {
          const field = fields.get(name);
          if (field !== undefined) return [[field.wire, unfitValue(field.type, one, map)]];
          if (name !== "additionalProperties" || rest === null || !isObject(one)) return [[name, one]];
          return Object.entries(one).map(([key, more]) => [key, unfitValue(rest, more, map)]);
        }),
      );
    }
    default:
      return assertNever(type);
  }
}
