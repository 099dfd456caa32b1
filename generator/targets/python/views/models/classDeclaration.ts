import { placeDocs } from "../../../../codegen/docs/describe.js";
import { layoutCode } from "../../../../codegen/layout.js";
import type { ObjectModel, Property } from "../../../../codegen/plan/plan.js";
import { withoutNull } from "../../../../codegen/types/settledTypes.js";
import { isPlainXml } from "../../../../ir/types.js";
import type { PythonPlan } from "../../plan.js";
import { docstring, pythonScalar, pythonString } from "../../text.js";
import { type TypeUse, typeText } from "../../typeText.js";
import { xmlCode } from "../../xmlCode.js";
import { codecNotes } from "./codecs.js";
import { type ExtraProperties, extraProperties } from "./extraProperties.js";
import { defaultText } from "./fieldDefault.js";
import { fieldMetadata } from "./fieldMetadata.js";
import { withoutHidden } from "./hiddenNames.js";
import { attributeName, type ModuleScope } from "./moduleScope.js";

/**
 * The TypedDict and the class of an object; an error's data has the class alone.
 *
 *     class TokenTypedDict(TypedDict):
 *         comment: str
 *         expires_at: NotRequired[Nullable[datetime]]
 *
 *
 *     class Token(BaseModel):
 *         """A token."""
 *
 *         comment: str
 *         """What it is for."""
 *         expires_at: OptionalNullable[datetime] = UNSET
 */
export function objectDeclarations(scope: ModuleScope, model: ObjectModel): readonly string[] {
  const hidden = new Set<string>();
  const twin = model.isError ? [] : [typedDict(scope, model, hidden)];
  const classText = modelClass(scope, model, hidden);
  const outer = [...hidden].filter((name) => !scope.outerNames.has(name)).sort();
  for (const name of outer) scope.outerNames.add(name);
  return [...(outer.length === 0 ? [] : [outer.map((name) => `_${name} = ${name}`).join("\n")]), ...twin, classText];
}

function typedDict(scope: ModuleScope, model: ObjectModel, hidden: Set<string>): string {
  const { imports } = scope;
  const fields = [...model.fields.filter(({ required }) => required), ...model.fields.filter(({ required }) => !required)];
  const names = new Set(fields.map(({ name }) => name));
  const lines = fields.map((field) => {
    const type = fieldText(scope, field, "twin");
    const said = docstring([fieldWords(field)], "    ");
    const needed = field.required && !(field.place.kind === "credentialPart" && field.default !== null);
    const annotation = needed ? type : `${imports.from("typing_extensions", "NotRequired")}[${type}]`;
    return `    ${field.name}: ${withoutHidden(annotation, names, hidden)}${said === "" ? "" : `\n    ${said}`}`;
  });
  return `class ${model.name}TypedDict(${imports.from("typing_extensions", "TypedDict")}):\n${body(docstring([classWords(model)], "    "), lines)}`;
}

/**
 * Fields that must be given come before those with a default, each in the order of the document: it shows wherever a model is printed. Elements of XML and parts of
 * forms have the order of the document alone.
 */
function modelClass(scope: ModuleScope, model: ObjectModel, hidden: Set<string>): string {
  const { imports, plan } = scope;
  const page = pageText(scope, model);
  const bases = [
    imports.from("..types", "BaseModel"),
    ...(page === null ? [] : [`${imports.from(".._runtime.pages", "Pages")}[${page.item}]`]),
  ];
  const names = new Set(model.fields.map((field) => attributeName(plan, field)));
  const write = (code: string): string => withoutHidden(code, names, hidden);
  const planned = model.fields.map((field) => fieldDeclaration(scope, model, field, write));
  const isSequence = model.form !== null || model.fields.some(({ place }) => place.kind === "schema" && place.xml !== null);
  const ordered = isSequence
    ? planned
    : [...planned.filter(({ hasDefault }) => !hasDefault), ...planned.filter(({ hasDefault }) => hasDefault)];
  const lines = [...(page === null ? [] : [`    next: ${page.next}`]), ...ordered.map(({ text }) => text)];
  const extras = extraProperties(scope, model, write);
  return `class ${model.valueName}(${bases.join(", ")}):\n${body(docstring([classWords(model)], "    "), lines, extras)}`;
}

function body(words: string, lines: readonly string[], extras: ExtraProperties | null = null): string {
  const blocks = [words === "" ? "" : `    ${words}`, extras?.before ?? "", lines.join("\n"), extras?.after ?? ""].filter(
    (block) => block !== "",
  );
  return blocks.length === 0 ? "    pass" : blocks.join("\n\n");
}

function classWords(model: ObjectModel): string {
  const { description, deprecated } = model.docs;
  return deprecated === null
    ? (description ?? "")
    : `${description ?? model.name}\n\nDeprecated: ${deprecated.message ?? "it will be removed in a future release."}`;
}

function fieldWords({ slot }: Property): string {
  const { description, summary } = placeDocs(slot);
  return description ?? summary ?? "";
}

interface FieldText {
  readonly text: string;
  readonly hasDefault: boolean;
}

/** `format_: Annotated[Optional[str], pydantic.Field(alias="format")] = None`, and its words below. */
function fieldDeclaration(scope: ModuleScope, model: ObjectModel, field: Property, write: (code: string) => string): FieldText {
  const { imports, plan } = scope;
  const name = attributeName(plan, field);
  const { type, initial } = presence(scope, field);
  const { deprecated } = placeDocs(field.slot);
  const settings = [
    ...(name === field.slot.wire || isMade(field) ? [] : [`${aliasWord(plan, model, field)}=${pythonString(field.slot.wire)}`]),
    ...(deprecated === null ? [] : [`deprecated=${pythonString(deprecated.message ?? "This will be removed in a future release.")}`]),
  ];
  const metadata = fieldMetadata(plan, model, field, imports);
  const notes = [
    ...(settings.length === 0 ? [] : [`${imports.whole("pydantic")}.Field(${settings.join(", ")})`]),
    ...codecNotes(imports, withoutNull(field.type)),
    ...(metadata === null ? [] : [metadata]),
    ...xmlNotes(field, imports),
  ];
  const annotation =
    notes.length === 0 ? write(type) : annotated(write(imports.from("typing", "Annotated")), [type, ...notes].map(write), name.length + 6);
  const said = docstring([fieldWords(field)], "    ");
  return {
    text: `    ${name}: ${annotation}${initial === null ? "" : ` = ${write(initial)}`}${said === "" ? "" : `\n    ${said}`}`,
    hasDefault: initial !== null,
  };
}

/** How a field stands in XML, where it is no element of its own name. */
function xmlNotes({ place }: Property, imports: ModuleScope["imports"]): readonly string[] {
  if (place.kind !== "schema" || place.xml === null || isPlainXml(place.xml)) return [];
  return [
    layoutCode(
      xmlCode(place.xml, (name) => imports.from(".._runtime.xml", name)),
      "",
      { width: Number.POSITIVE_INFINITY, before: 0 },
    ),
  ];
}

/** A parameter that shares its wire name with another one, or with another's attribute, is given by its attribute alone: each value is its own. */
function aliasWord(plan: PythonPlan, { fields }: ObjectModel, field: Property): "alias" | "serialization_alias" {
  const { wire } = field.slot;
  const shares = (other: Property): boolean => other !== field && (other.slot.wire === wire || attributeName(plan, other) === wire);
  return field.place.kind === "parameter" && field.type.kind !== "literal" && fields.some(shares) ? "serialization_alias" : "alias";
}

/** Fields that no document names: the body of a request, what a response type wraps. */
function isMade({ place }: Property): boolean {
  return place.kind === "result" || place.kind === "headers" || place.kind === "body";
}

function annotated(word: string, parts: readonly string[], used: number): string {
  const line = `${word}[${parts.join(", ")}]`;
  return used + line.length <= 130 ? line : `${word}[\n${parts.map((part) => `        ${part},\n`).join("")}    ]`;
}

/** The annotation and the default that presence, null and the document's own default make together. */
function presence(scope: ModuleScope, field: Property): { readonly type: string; readonly initial: string | null } {
  const { imports } = scope;
  const isNullable = field.type.kind === "nullable";
  const inner = withoutNull(field.type);
  // The codec of the whole field stands beside its other annotations.
  const text = fieldText(codecNotes(imports, inner).length > 0 ? { ...scope, codec: null } : scope, field, "value");
  const written = defaultText(scope.plan, field, (model) => scope.model(model, false).replaceAll('"', ""));
  if (field.type.kind === "literal" && field.slot.presence === "required") return { type: text, initial: pythonScalar(field.type.value) };
  if (isNullable) {
    if (field.required) return { type: `${imports.from("..types", "Nullable")}[${text}]`, initial: null };
    const nothing = imports.from("..types", "UNSET");
    return { type: `${imports.from("..types", "OptionalNullable")}[${text}]`, initial: written ?? nothing };
  }
  if (field.required) return { type: text, initial: field.place.kind === "credentialPart" ? written : null };
  return { type: `${imports.from("typing", "Optional")}[${text}]`, initial: written ?? "None" };
}

/** The type of a field without null, or of its twin with it; a credential that tokens are got with may be a token as well. */
function fieldText(scope: ModuleScope, { type, place }: Property, use: TypeUse): string {
  const text = typeText(scope, use === "value" ? withoutNull(type) : type, use);
  return place.kind === "credential" && place.orToken ? `${scope.imports.from("typing", "Union")}[${text}, str]` : text;
}

/** What makes a response a page: the type of its items, and `next`. */
function pageText(
  { imports, plan, ...scope }: ModuleScope,
  { pages, name }: ObjectModel,
): { readonly item: string; readonly next: string } | null {
  if (pages === null) return null;
  const typing = (word: string): string => imports.from("typing", word);
  const page = `${typing("Callable")}[[], ${typing("Optional")}["${name}"]]`;
  const awaited = (): string => `${typing("Callable")}[[], ${typing("Awaitable")}[${typing("Optional")}["${name}"]]]`;
  return {
    item: pages.item === null ? typing("Any") : typeText({ ...scope, imports, plan }, pages.item, "value"),
    next: plan.options.asyncPages ? `${typing("Union")}[${page}, ${awaited()}]` : page,
  };
}
