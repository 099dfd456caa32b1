import type { Json } from "../../ir/json.js";
import type { Type } from "../../ir/types.js";
import type { Argument, EnumModel, Method, Model, ObjectModel, Plan, Property, Resource, UnionModel } from "../plan/plan.js";
import type { ModelPages, PagePlace } from "./modelLinks.js";

/** What a language gives to the engine of pages: its cells, its literals and its fixed words. Order and parts of a page are the engine's. */
export interface PageLanguage {
  readonly plan: Plan;
  readonly pages: ModelPages;
  /** Renders a template of its folder of pages: "sdk.md", "object.md", "enum.md", "union.md". */
  readonly render: (template: string, view: object) => string;
  /** What ends a page. */
  readonly end: (text: string, page: { readonly isEmpty: boolean }) => string;
  readonly sdk: SdkWords;
  readonly model: ModelWords;
  /** How null is written in an example cell. */
  readonly nullExample: string;
  /** A type that must or need not be given, as the second column of a table shows it. */
  readonly typeCell: (field: CellField, place: PagePlace) => string;
  /** Whether a slot shows the words beside its `$ref`, and, without words of its own, those of the model that it holds. */
  readonly describing: (place: "parameter" | "field") => { readonly beside: boolean; readonly model: boolean };
}

/** A property, or what is shown like one. */
export type CellField = Pick<Property, "type" | "required"> & Partial<Pick<Property, "place">>;

export interface SdkWords {
  /** Whether the client has a page although it has no methods. */
  readonly clientPage: "always" | "withMethods";
  readonly clientTitle: string;
  readonly clientOverview: string;
  readonly title: (resource: Resource) => string;
  readonly pathLine: (resource: Resource) => string;
  /** Operations of one path in the order of the document, or by their methods. */
  readonly order: "document" | "byMethod";
  /** The part of a link behind `#` that leads to a method. */
  readonly anchor: (method: Method) => string;
  readonly snippets: (method: Method) => readonly object[];
  readonly response: (method: Method) => string;
  /** Name of an error class in a table, and that of the class for everything else. */
  readonly errorName: (model: Model) => string;
  readonly defaultError: string;
  /** A body as the one argument of a method. */
  readonly bodyCell: (type: Type) => string;
  readonly argumentLabel: (argument: Argument) => string;
  readonly securityRow: (method: Method) => { readonly row: readonly string[]; readonly first: boolean } | null;
  /** Rows of the options that every method has. */
  readonly optionRows: (method: Method) => readonly ParameterRow[];
}

export interface ModelWords {
  readonly place: (model: Model) => PagePlace;
  /** Words for a model without words of its own. */
  readonly borrowed: (model: Model) => string | null;
  /** The row of what the document does not list; null where the table says nothing of it. */
  readonly restRow: (model: ObjectModel) => { readonly label: string; readonly type: Type } | null;
  /** In the type that a request is: whether a parameter has the words of a parameter. */
  readonly fieldKind: (field: Property) => "parameter" | "field" | "body";
  /** What the template of the kind needs besides the head of the page and the table of fields. */
  readonly view: (model: ObjectModel | EnumModel | UnionModel) => object;
}

/** One row of a Parameters table: name, type, required, description; and its example. */
export interface ParameterRow {
  readonly cells: readonly string[];
  readonly example: { readonly value: Json } | null;
}
