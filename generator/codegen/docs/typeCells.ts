import type { Type } from "../../ir/types.js";
import type { Model, Plan, Result, StreamKind } from "../plan/plan.js";
import { withoutNull } from "../types/settledTypes.js";
import { type TypeWords, writeType } from "../types/typeWords.js";
import { fromSdkPage, type ModelPages, modelLink, type PagePlace, unlinked } from "./modelLinks.js";

type Words = Omit<TypeWords, "modelOf" | "ref">;

/** How a language shows types on its pages. */
export interface CellWords {
  /** As a line of code has them. */
  readonly code: Words;
  /** Kinds that a cell shows otherwise than as code in italics; `modifier` is what says that a value need not be given or may be null. */
  readonly cells: (place: PagePlace, modifier: string | null, cells: TypeCells) => Partial<Words>;
  readonly hasPage: (model: Model) => boolean;
}

export interface TypeCells {
  /** `List[models.X]` */
  readonly code: (type: Type) => string;
  /** `List[[models.X](../models/x.md)]`, `*Optional[str]*` */
  readonly cell: (type: Type, place: PagePlace, modifier?: string | null) => string;
}

export function typeCells({ modelOf, pages }: Pick<Plan, "modelOf"> & { readonly pages: ModelPages }, words: CellWords): TypeCells {
  const codeWords: TypeWords = { ...words.code, modelOf, ref: pages.nameOf };
  const cells: TypeCells = {
    code: (type) => writeType(codeWords, type),
    cell(type, place, modifier = null) {
      const wrap = (text: string): string => (modifier === null ? text : `${modifier}[${text}]`);
      const ref = (model: Model): string =>
        words.hasPage(model) ? modelLink(pages, model, place, wrap(pages.nameOf(model))) : `*${pages.nameOf(model)}*`;
      return writeType({ modelOf, ref, ...words.cells(place, modifier, cells) }, type, (other) => `*${wrap(cells.code(other))}*`);
    },
  };
  return cells;
}

/** How a language shows what a method returns. */
export interface ReturnWords {
  /** Whether what is returned leads to the page of its model; and what the link is called, where not by the model. */
  readonly linked: (model: Model) => boolean;
  readonly label?: (type: Type) => string;
  /** A type without a page, as code; and what Markdown would take for its own there. */
  readonly unlinked: (type: Type, stream: StreamKind) => string;
  readonly marks: RegExp;
  /** A cell instead of it, where the language has one. */
  readonly cell?: (type: Type, stream: StreamKind) => string | null;
}

/** `[models.X](../../models/x.md)`, `List\\[str\\]`; null where nothing is returned. */
export function returnedCell(
  { modelOf, pages }: Pick<Plan, "modelOf"> & { readonly pages: ModelPages },
  result: Result,
  words: ReturnWords,
  emptyTypeLink: "empty" | "none",
): string | null {
  const inner = result.kind === "value" && result.stream === "no" ? withoutNull(result.type) : null;
  const model = result.kind === "wrapper" ? result.model : inner?.kind === "ref" ? modelOf.get(inner.id) : undefined;
  if (model !== undefined && words.linked(model))
    return modelLink(pages, model, fromSdkPage, result.kind === "value" ? words.label?.(result.type) : undefined);
  if (result.kind !== "value") return null;
  const { type, stream } = result;
  return words.cell?.(type, stream) ?? unlinked(words.unlinked(type, stream), emptyTypeLink, fromSdkPage, words.marks);
}
