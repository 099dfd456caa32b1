import { assertNever } from "../../generator/diagnostics/diagnostic.js";
import type { Json } from "../../generator/ir/json.js";
import { type NamedType, type ObjectType, type Type, taggedMember, type UnionType } from "../../generator/ir/types.js";
import type { SdkMap } from "./sdkMap.js";

/** One value as it stands on the wire, and as a caller of the SDK writes it: names of the SDK, and a tag around each scalar that has a class of its own there. */
export interface Fitted {
  readonly wire: Json;
  readonly sdk: Json;
}

type Members = { readonly [key: string]: Json };

/**
 * Reads a value of the wire by its type. What the type does not know is left out, as an SDK leaves it out.
 *
 *     { created_at: instant }, { "created_at": "2024-01-31T12:00:00Z" }   →   { "createdAt": { "$instant": "2024-01-31T12:00:00Z" } }
 */
export function fitValue(type: Type, value: Json, map: SdkMap): Fitted {
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
      return same(value);
    case "integer":
      return type.wire === "string" && typeof value === "string" ? tagged("$integer", value) : same(value);
    case "bytes":
      return typeof value === "string" ? tagged("$bytes", value) : same(value);
    case "file":
      return typeof value === "string" ? tagged("$file", value) : same(value);
    case "instant":
      return value === null ? same(value) : tagged("$instant", value);
    case "date":
      return value === null ? same(value) : tagged("$date", value);
    case "nullable":
      return value === null ? same(value) : fitValue(type.of, value, map);
    case "array":
      return Array.isArray(value) ? list(value.map((item) => fitValue(type.items, item, map))) : same(value);
    case "tuple":
      return Array.isArray(value)
        ? list(value.map((item, i) => fitValue(type.items[i] ?? type.rest ?? { kind: "any" }, item, map)))
        : same(value);
    case "map":
      return isObject(value) ? record(Object.entries(value).map(([key, one]) => [key, key, fitValue(type.values, one, map)])) : same(value);
    case "ref": {
      const named = map.typeOf(type.id);
      return named === undefined ? same(value) : fitNamed(named, value, map);
    }
    default:
      return assertNever(type);
  }
}

function fitNamed(type: NamedType, value: Json, map: SdkMap): Fitted {
  switch (type.kind) {
    case "enum":
      return same(value);
    case "alias":
      return fitValue(type.of, value, map);
    case "union": {
      const member = memberFor(type, value, map);
      return member === undefined ? same(value) : fitValue(member, value, map);
    }
    case "object":
      return isObject(value) ? fitObject(type, value, map) : same(value);
    default:
      return assertNever(type);
  }
}

function fitObject(type: ObjectType, value: Members, map: SdkMap): Fitted {
  const known = type.fields.filter((field) => Object.hasOwn(value, field.wire) && field.direction !== "readOnly");
  const fields = record(
    known.map((field) => [field.wire, map.nameOf(field.address) ?? field.wire, fitValue(field.type, value[field.wire] ?? null, map)]),
  );
  const { rest } = type;
  if (rest === null) return fields;
  const others = Object.entries(value).filter(([key]) => type.fields.every(({ wire }) => wire !== key));
  const more = record(others.map(([key, one]) => [key, key, fitValue(rest, one, map)]));
  if (others.length === 0) return fields;
  return { wire: { ...members(fields.wire), ...members(more.wire) }, sdk: { ...members(fields.sdk), $rest: more.sdk } };
}

/** The member that the tag names, else the one of which most fits. */
function memberFor(type: UnionType, value: Json, map: SdkMap): Type | undefined {
  const tagged = taggedMember(type.choice, value);
  if (tagged !== null) return type.members[tagged]?.type;
  const scored = type.members
    .map((member) => ({ type: member.type, score: score(member.type, value, map) }))
    .filter((one) => one.score >= 0);
  return scored.sort((a, b) => b.score - a.score)[0]?.type;
}

/** How well a value fits: below 0 not at all, else the number of properties that are known. */
export function score(type: Type, value: Json, map: SdkMap): number {
  switch (type.kind) {
    case "any":
      return 0;
    case "null":
      return value === null ? 1 : -1;
    case "nullable":
      return value === null ? 1 : score(type.of, value, map);
    case "boolean":
      return typeof value === "boolean" ? 1 : -1;
    case "integer":
      return typeof value === (type.wire === "string" ? "string" : "number") && (typeof value === "string" || Number.isInteger(value))
        ? 2
        : -1;
    case "number":
      return typeof value === "number" ? 1 : -1;
    case "decimal":
      return typeof value === type.wire ? 1 : -1;
    case "literal":
      return value === type.value ? 3 : -1;
    case "string":
    case "bytes":
    case "file":
    case "time":
      return typeof value === "string" ? 1 : -1;
    case "instant":
    case "date":
    case "duration":
      return typeof value === "string" && (type.kind === "duration" || !Number.isNaN(Date.parse(value))) ? 2 : -1;
    case "array":
      return Array.isArray(value) ? Math.min(1, ...value.map((item) => score(type.items, item, map))) : -1;
    case "tuple":
      return Array.isArray(value) ? 1 : -1;
    case "map":
      return isObject(value) ? 0 : -1;
    case "ref":
      return scoreNamed(map.typeOf(type.id), value, map);
    default:
      return assertNever(type);
  }
}

function scoreNamed(type: NamedType | undefined, value: Json, map: SdkMap): number {
  switch (type?.kind) {
    case undefined:
      return 0;
    case "enum":
      return type.members.some((member) => member.value === value) ? 3 : -1;
    case "alias":
      return score(type.of, value, map);
    case "union":
      return Math.max(-1, ...type.members.map((member) => score(member.type, value, map)));
    case "object": {
      if (!isObject(value) || type.fields.some((field) => field.presence === "required" && !Object.hasOwn(value, field.wire))) return -1;
      const given = type.fields.filter((field) => Object.hasOwn(value, field.wire));
      const unfit = given.some((field) => field.type.kind === "literal" && field.type.value !== value[field.wire]);
      return unfit ? -1 : given.length;
    }
  }
}

export function isObject(value: Json): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(value: Json): Fitted {
  return { wire: value, sdk: value };
}

function tagged(tag: string, value: Json): Fitted {
  return { wire: value, sdk: { [tag]: value } };
}

function list(items: readonly Fitted[]): Fitted {
  return { wire: items.map(({ wire }) => wire), sdk: items.map(({ sdk }) => sdk) };
}

function record(entries: readonly (readonly [wire: string, name: string, value: Fitted])[]): Fitted {
  return {
    wire: Object.fromEntries(entries.map(([wire, , value]) => [wire, value.wire])),
    sdk: Object.fromEntries(entries.map(([, name, value]) => [name, value.sdk])),
  };
}

function members(value: Json): Members {
  return isObject(value) ? value : {};
}
