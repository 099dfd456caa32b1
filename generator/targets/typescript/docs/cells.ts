import { modelLink, type PagePlace } from "../../../codegen/docs/modelLinks.js";
import type { CellField } from "../../../codegen/docs/pageLanguage.js";
import type { StreamKind } from "../../../codegen/plan/plan.js";
import { oncePer, type TypeWords, writeType } from "../../../codegen/types/typeWords.js";
import type { Type } from "../../../ir/types.js";
import type { TypeScriptPlan } from "../plan.js";
import { scalarWords, streamText } from "../typeText.js";

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
      return model.kind === "union" || model.kind === "alias" ? `*${plan.pages.nameOf(model)}*` : modelLink(plan.pages, model, place);
    }
    default:
      return `*${codeType(type, plan)}*`;
  }
}

/** The same of a property: a credential that tokens are got with may be a token as well. */
export function fieldCell({ type, place: holds }: CellField, plan: TypeScriptPlan, place: PagePlace): string {
  return holds?.kind === "credential" && holds.orToken ? `*${codeType(type, plan)} | string*` : typeCell(type, plan, place);
}

const codeWords = oncePer(
  (plan: TypeScriptPlan): TypeWords => ({
    ...scalarWords,
    date: "RFCDate",
    bytes: "Uint8Array",
    file: "ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array",
    array: ({ items }, inner) => `${inner(items)}[]`,
    tuple: ({ items, rest }, inner) => `[${[...items.map(inner), ...(rest === null ? [] : [`...${inner(rest)}[]`])].join(", ")}]`,
    map: ({ values }, inner) => `{ [k: string]: ${inner(values)} }`,
    nullable: ({ of }, inner) => inner(of),
    ref({ id }) {
      const model = plan.modelOf.get(id);
      return model === undefined ? "any" : plan.pages.nameOf(model);
    },
  }),
);

/** A type as a line of code shows it: `components.Token[]`. */
export function codeType(type: Type, plan: TypeScriptPlan): string {
  return writeType(codeWords(plan), type);
}

/** The same for a body that may be read bit by bit. */
export function readType(type: Type, stream: StreamKind, plan: TypeScriptPlan): string {
  return streamText(stream, { value: () => codeType(type, plan), eventStream: () => "EventStream" });
}
