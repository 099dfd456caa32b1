import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { Json } from "../../../ir/json.js";
import { fileStem } from "../files.js";
import type { TsModel, TypeScriptPlan } from "../plan.js";
import { scalarLiteral } from "../text.js";
import type { TsType } from "../tsType.js";

/** Where a page stands, as the way from it to the `docs` folder: "../.." from docs/sdks/x/README.md, ".." from docs/models/x.md. */
export interface PagePlace {
  readonly toDocs: string;
}

/** docs/models/components/accesstoken.md, without `docs/` and ending. */
export function pagePath(model: TsModel, { options }: TypeScriptPlan): string {
  return `${model.folder === "" ? "" : `${model.folder}/`}${fileStem(model.name, options)}`;
}

/** `components.AccessToken` */
export function pageName(model: TsModel): string {
  return `${model.namespace}.${model.name}`;
}

export function modelLink(model: TsModel, plan: TypeScriptPlan, { toDocs }: PagePlace): string {
  return `[${pageName(model)}](${toDocs}/${pagePath(model, plan)}.md)`;
}

const dateLink = "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)";

/**
 * A type as the second column of a table shows it: `*string*`, `[components.Token](../../models/components/token.md)[]`, `Record<string, *any*>`. What may be null is shown as what it is
 * otherwise.
 */
export function typeCell(type: TsType, plan: TypeScriptPlan, place: PagePlace): string {
  switch (type.kind) {
    case "array":
      return `${typeCell(type.items, plan, place)}[]`;
    case "map":
      return `Record<string, ${typeCell(type.values, plan, place)}>`;
    case "nullable":
      return typeCell(type.of, plan, place);
    case "date-time":
      return dateLink;
    case "date":
      return `[RFCDate](${place.toDocs}/types/rfcdate.md)`;
    case "model": {
      const model = plan.modelOf.get(type.id);
      if (model === undefined) return "*any*";
      return model.kind === "union" || model.kind === "alias" ? `*${pageName(model)}*` : modelLink(model, plan, place);
    }
    case "credential":
      return type.orToken ? `*${codeType(type, plan)}*` : typeCell({ kind: "model", id: type.id, is: "object" }, plan, place);
    default:
      return `*${codeType(type, plan)}*`;
  }
}

/** A type as a line of code shows it: `components.Token[]`. */
export function codeType(type: TsType, plan: TypeScriptPlan): string {
  switch (type.kind) {
    case "any":
    case "null":
      return "any";
    case "string":
    case "boolean":
    case "number":
    case "bigint":
      return type.kind;
    case "date-time":
      return "Date";
    case "date":
      return "RFCDate";
    case "bytes":
      return "Uint8Array";
    case "file":
      return "ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array";
    case "literal":
      return scalarLiteral(type.value);
    case "array":
      return `${codeType(type.items, plan)}[]`;
    case "tuple":
      return `[${[...type.items.map((item) => codeType(item, plan)), ...(type.rest === null ? [] : [`...${codeType(type.rest, plan)}[]`])].join(", ")}]`;
    case "map":
      return `{ [k: string]: ${codeType(type.values, plan)} }`;
    case "nullable":
      return codeType(type.of, plan);
    case "model": {
      const model = plan.modelOf.get(type.id);
      return model === undefined ? "any" : pageName(model);
    }
    case "stream":
      return type.of === "bytes" ? "ReadableStream<Uint8Array>" : `EventStream<${codeType(type.items, plan)}>`;
    case "credential":
      return `${codeType({ kind: "model", id: type.id, is: "object" }, plan)}${type.orToken ? " | string" : ""}`;
    default:
      return assertNever(type);
  }
}

/** A value as the example column shows it: a string as it is, a structure as JSON with one token per line. */
export function exampleCell(value: Json): string {
  return typeof value === "object" && value !== null ? structure(value) : String(value);
}

function structure(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n${value.map(structure).join(",\n")}\n]`;
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([key, inner]) => `${escaped(key)}: ${structure(inner)}`);
    return parts.length === 0 ? "{}" : `{\n${parts.join(",\n")}\n}`;
  }
  return escaped(value);
}

function escaped(value: Json): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export function requiredMark(required: boolean): string {
  return required ? ":heavy_check_mark:" : ":heavy_minus_sign:";
}
