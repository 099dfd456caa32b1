import type { CellField, PagePlace } from "../../../codegen/docs/pageLanguage.js";
import type { Model, StreamKind } from "../../../codegen/plan/plan.js";
import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { Type } from "../../../ir/types.js";
import { placeOf, type TypeScriptPlan } from "../plan.js";
import { fileStem } from "../spelling.js";
import { scalarLiteral } from "../text.js";

/** docs/models/components/accesstoken.md, without `docs/` and ending. */
export function pagePath(plan: TypeScriptPlan, model: Model): string {
  const { folder } = placeOf(plan, model);
  return `${folder === "" ? "" : `${folder}/`}${fileStem(model.name, plan.options.fileNames)}`;
}

/** `components.AccessToken` */
export function pageName(plan: TypeScriptPlan, model: Model): string {
  return `${placeOf(plan, model).namespace}.${model.name}`;
}

export function modelLink(plan: TypeScriptPlan, model: Model, { toDocs }: PagePlace): string {
  return `[${pageName(plan, model)}](${toDocs}/${pagePath(plan, model)}.md)`;
}

const dateLink = "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)";

/**
 * A type as the second column of a table shows it: `*string*`, `[components.Token](../../models/components/token.md)[]`, `Record<string, *any*>`. What may be null is shown as what it is
 * otherwise.
 */
export function typeCell(type: Type, plan: TypeScriptPlan, place: PagePlace): string {
  switch (type.kind) {
    case "array":
      return `${typeCell(type.items, plan, place)}[]`;
    case "map":
      return `Record<string, ${typeCell(type.values, plan, place)}>`;
    case "nullable":
      return typeCell(type.of, plan, place);
    case "instant":
      return dateLink;
    case "date":
      return `[RFCDate](${place.toDocs}/types/rfcdate.md)`;
    case "ref": {
      const model = plan.modelOf.get(type.id);
      if (model === undefined) return "*any*";
      return model.kind === "union" || model.kind === "alias" ? `*${pageName(plan, model)}*` : modelLink(plan, model, place);
    }
    default:
      return `*${codeType(type, plan)}*`;
  }
}

/** The same of a property: a credential that tokens are got with may be a token as well. */
export function fieldCell({ type, place: holds }: CellField, plan: TypeScriptPlan, place: PagePlace): string {
  return holds?.kind === "credential" && holds.orToken ? `*${codeType(type, plan)} | string*` : typeCell(type, plan, place);
}

/** A type as a line of code shows it: `components.Token[]`. */
export function codeType(type: Type, plan: TypeScriptPlan): string {
  switch (type.kind) {
    case "any":
    case "null":
      return "any";
    case "string":
    case "boolean":
    case "number":
      return type.kind;
    case "time":
      return "string";
    case "duration":
      return type.wire === "iso8601" ? "string" : "number";
    case "integer":
      return type.wire === "string" ? "bigint" : "number";
    case "decimal":
      return type.wire;
    case "instant":
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
    case "ref": {
      const model = plan.modelOf.get(type.id);
      return model === undefined ? "any" : pageName(plan, model);
    }
    default:
      return assertNever(type);
  }
}

/** The same for a body that may be read bit by bit. */
export function readType(type: Type, stream: StreamKind, plan: TypeScriptPlan): string {
  switch (stream) {
    case "no":
      return codeType(type, plan);
    case "bytes":
      return "ReadableStream<Uint8Array>";
    case "events":
    case "lines":
      return `EventStream<${codeType(type, plan)}>`;
    default:
      return assertNever(stream);
  }
}
