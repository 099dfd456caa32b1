import type { Json } from "../../../ir/json.js";
import { arrayCode, type Code, objectCode } from "../layout.js";
import type { TsModel, TsObject, TsUnion, TypeScriptPlan } from "../plan.js";
import { propertyKey, scalarLiteral, stringLiteral } from "../text.js";
import type { TsType } from "../tsType.js";

/** What a literal needs to be read. */
export interface LiteralScope {
  readonly plan: TypeScriptPlan;
  /** Classes that its code creates: `RFCDate`. */
  readonly uses: Set<"RFCDate" | "openAsBlob">;
}

/**
 * A JSON value as TypeScript writes it for a type: properties by their names in the language, dates as objects.
 *
 *     { createdAt: new Date("2024-11-18T18:18:04.925Z"), scopes: ["read"] }
 */
export function literal(scope: LiteralScope, value: Json, type: TsType): Code {
  switch (type.kind) {
    case "nullable":
      return value === null ? "null" : literal(scope, value, type.of);
    case "date-time":
      return typeof value === "string"
        ? `new Date(${stringLiteral(value)})`
        : typeof value === "number"
          ? `new Date(${value * 1000})`
          : plain(value);
    case "date":
      if (typeof value !== "string") return plain(value);
      scope.uses.add("RFCDate");
      return `new RFCDate(${stringLiteral(value)})`;
    case "bigint":
      return typeof value === "number" || typeof value === "string" ? `BigInt(${scalarLiteral(value)})` : plain(value);
    case "file":
      scope.uses.add("openAsBlob");
      return 'await openAsBlob("example.file")';
    case "array":
      return Array.isArray(value)
        ? arrayCode(
            value.map((item) => literal(scope, item, type.items)),
            true,
          )
        : plain(value);
    case "tuple":
      return Array.isArray(value)
        ? arrayCode(
            value.map((item, i) => literal(scope, item, type.items[i] ?? type.rest ?? { kind: "any" })),
            true,
          )
        : plain(value);
    case "map":
      return isRecord(value)
        ? objectCode(
            Object.entries(value).map(([key, item]) => [stringLiteral(key), literal(scope, item, type.values)] as const),
            true,
          )
        : plain(value);
    case "model": {
      const model = scope.plan.modelOf.get(type.id);
      return model === undefined ? plain(value) : modelLiteral(scope, value, model);
    }
    default:
      return plain(value);
  }
}

function modelLiteral(scope: LiteralScope, value: Json, model: TsModel): Code {
  switch (model.kind) {
    case "enum":
      return plain(value);
    case "object":
      return isRecord(value) ? objectLiteral(scope, value, model) : plain(value);
    case "alias":
      return literal(scope, value, model.of);
    case "union": {
      const chosen = chooseMember(scope.plan, value, model);
      return chosen === null ? plain(value) : literal(scope, value, chosen);
    }
  }
}

/** An optional property that only repeats its default is left out, unless all of them are shown. */
function objectLiteral(scope: LiteralScope, value: { readonly [key: string]: Json }, model: TsObject): Code {
  const entries: (readonly [string, Code])[] = [];
  const known = new Set<string>();
  for (const { slot, name, type, required, default: byDefault } of model.fields) {
    known.add(slot.wire);
    if (!Object.hasOwn(value, slot.wire)) continue;
    const item = value[slot.wire] ?? null;
    const repeats = byDefault !== null && JSON.stringify(byDefault.value) === JSON.stringify(item);
    if (repeats && !required && type.kind !== "literal" && scope.plan.options.optionalInSnippets !== "always") continue;
    entries.push([propertyKey(name), literal(scope, item, type)]);
  }
  const { rest } = model;
  const others = rest === null ? [] : Object.entries(value).filter(([key]) => !known.has(key));
  const further = others.map(([key, item]) => [stringLiteral(key), literal(scope, item, rest?.type ?? { kind: "any" })] as const);
  if (rest !== null && rest.property === null) entries.push(...further);
  else if (rest !== null && rest.property !== null && further.length > 0)
    entries.push([propertyKey(rest.property), objectCode(further, true)]);
  return objectCode(entries, true);
}

/** The member that a value is meant for: by its tag, else the first one whose required properties it has. */
function chooseMember(plan: TypeScriptPlan, value: Json, model: TsUnion): TsType | null {
  const { choice } = model.type;
  if (choice.kind === "tagged" && isRecord(value)) {
    const tag = choice.tags.find((one) => one.value === value[choice.wire]);
    const member = tag === undefined ? undefined : model.members[tag.member];
    if (member !== undefined) return member;
  }
  return model.members.find((member) => accepts(plan, member, value, 0)) ?? null;
}

function accepts(plan: TypeScriptPlan, type: TsType, value: Json, depth: number): boolean {
  if (depth > 16) return true;
  switch (type.kind) {
    case "nullable":
      return value === null || accepts(plan, type.of, value, depth + 1);
    case "array":
      return Array.isArray(value) && value.every((item) => accepts(plan, type.items, item, depth + 1));
    case "map":
      return isRecord(value);
    case "string":
    case "boolean":
      return typeof value === type.kind;
    case "number":
      return typeof value === "number" && (!type.integer || Number.isInteger(value));
    case "literal":
      return value === type.value;
    case "date-time":
    case "date":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);
    case "model": {
      const model = plan.modelOf.get(type.id);
      if (model === undefined) return false;
      if (model.kind === "enum") return model.members.some((member) => member.value === value);
      if (model.kind === "alias") return accepts(plan, model.of, value, depth + 1);
      if (model.kind === "union") return model.members.some((member) => accepts(plan, member, value, depth + 1));
      if (!isRecord(value)) return false;
      const names = new Set(model.fields.map(({ slot }) => slot.wire));
      return (
        model.fields.every(({ slot }) => slot.presence === "optional" || Object.hasOwn(value, slot.wire)) &&
        (model.rest !== null || Object.keys(value).every((key) => names.has(key)))
      );
    }
    default:
      return true;
  }
}

/** Without a type: JSON as an object literal. */
function plain(value: Json): Code {
  if (value === null) return "null";
  if (Array.isArray(value)) return arrayCode(value.map(plain), true);
  if (isRecord(value))
    return objectCode(
      Object.entries(value).map(([key, item]) => [stringLiteral(key), plain(item)] as const),
      true,
    );
  return scalarLiteral(value as string | number | boolean);
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
