import type { TypeId } from "../../../ir/ids.js";
import { pythonString } from "../docs/literal.js";
import type { PyField, PyObject } from "../plan.js";
import type { PyType } from "../pyType.js";
import { codecNotes } from "./codecs.js";
import { type ModuleScope, valueName } from "./declarations.js";
import { type ExtraProperties, extraProperties } from "./extraProperties.js";
import { defaultText } from "./fieldDefault.js";
import { fieldMetadata } from "./fieldMetadata.js";
import { withoutHidden } from "./hiddenNames.js";
import { pageItem } from "./pageItem.js";
import { docstring } from "./text.js";
import { type TypeUse, typeText } from "./typeText.js";

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
export function objectDeclarations(scope: ModuleScope, model: PyObject): readonly string[] {
  const hidden = new Set<string>();
  const twin = model.isError ? [] : [typedDict(scope, model, hidden)];
  const classText = modelClass(scope, model, hidden);
  const outer = [...hidden].filter((name) => !scope.outerNames.has(name)).sort();
  for (const name of outer) scope.outerNames.add(name);
  return [...(outer.length === 0 ? [] : [outer.map((name) => `_${name} = ${name}`).join("\n")]), ...twin, classText];
}

function typedDict(scope: ModuleScope, model: PyObject, hidden: Set<string>): string {
  const { imports } = scope;
  const fields = [...model.fields.filter(({ required }) => required), ...model.fields.filter(({ required }) => !required)];
  const names = new Set(fields.map(({ name }) => name));
  const lines = fields.map((field) => {
    const type = typeText(scope, field.type, "twin");
    const said = docstring([fieldWords(field)], "    ");
    const needed = field.required && !(model.source.role === "credential" && field.default !== null);
    const annotation = needed ? type : `${imports.from("typing_extensions", "NotRequired")}[${type}]`;
    return `    ${field.name}: ${withoutHidden(annotation, names, hidden)}${said === "" ? "" : `\n    ${said}`}`;
  });
  return `class ${model.name}TypedDict(${imports.from("typing_extensions", "TypedDict")}):\n${body(docstring([classWords(model)], "    "), lines)}`;
}

/** Fields that must be given come before those with a default, each in the order of the document: it shows wherever a model is printed. */
function modelClass(scope: ModuleScope, model: PyObject, hidden: Set<string>): string {
  const { imports } = scope;
  const page = pageOf(scope, model);
  const bases = [
    imports.from("..types", "BaseModel"),
    ...(page === null ? [] : [`${imports.from(".._runtime.pages", "Pages")}[${page.item}]`]),
  ];
  const names = new Set(model.fields.map((field) => attributeName(scope, field)));
  const write = (code: string): string => withoutHidden(code, names, hidden);
  const planned = model.fields.map((field) => fieldDeclaration(scope, model, field, write));
  const ordered = [...planned.filter(({ hasDefault }) => !hasDefault), ...planned.filter(({ hasDefault }) => hasDefault)];
  const lines = [...(page === null ? [] : [`    next: ${page.next}`]), ...ordered.map(({ text }) => text)];
  const extras = extraProperties(scope, model, write);
  return `class ${valueName(model)}(${bases.join(", ")}):\n${body(docstring([classWords(model)], "    "), lines, extras)}`;
}

function body(words: string, lines: readonly string[], extras: ExtraProperties | null = null): string {
  const blocks = [words === "" ? "" : `    ${words}`, extras?.before ?? "", lines.join("\n"), extras?.after ?? ""].filter(
    (block) => block !== "",
  );
  return blocks.length === 0 ? "    pass" : blocks.join("\n\n");
}

function classWords(model: PyObject): string {
  const { description, deprecated } = model.docs;
  return deprecated === null
    ? (description ?? "")
    : `${description ?? model.name}\n\nDeprecated: ${deprecated.message ?? "it will be removed in a future release."}`;
}

function fieldWords({ slot }: PyField): string {
  return slot.docs.description ?? slot.docs.summary ?? "";
}

interface FieldText {
  readonly text: string;
  readonly hasDefault: boolean;
}

/** `format_: Annotated[Optional[str], pydantic.Field(alias="format")] = None`, and its words below. */
function fieldDeclaration(scope: ModuleScope, model: PyObject, field: PyField, write: (code: string) => string): FieldText {
  const { imports, plan } = scope;
  const name = attributeName(scope, field);
  const { type, initial } = presence(scope, model, field);
  const settings = [
    ...(name === field.slot.wire || isMade(model, field) ? [] : [`alias=${pythonString(field.slot.wire)}`]),
    ...(field.slot.docs.deprecated === null
      ? []
      : [`deprecated=${pythonString(field.slot.docs.deprecated.message ?? "This will be removed in a future release.")}`]),
  ];
  const metadata = fieldMetadata(plan, model, field, scope.forms.get(model.id) ?? null, imports);
  const notes = [
    ...(settings.length === 0 ? [] : [`${imports.whole("pydantic")}.Field(${settings.join(", ")})`]),
    ...codecNotes(imports, field.type.kind === "nullable" ? field.type.of : field.type),
    ...(metadata === null ? [] : [metadata]),
  ];
  const annotation =
    notes.length === 0 ? write(type) : annotated(write(imports.from("typing", "Annotated")), [type, ...notes].map(write), name.length + 6);
  const said = docstring([fieldWords(field)], "    ");
  return {
    text: `    ${name}: ${annotation}${initial === null ? "" : ` = ${write(initial)}`}${said === "" ? "" : `\n    ${said}`}`,
    hasDefault: initial !== null,
  };
}

/** A constant's attribute is in capitals; the TypedDict keeps the plain name. */
function attributeName({ plan }: ModuleScope, field: PyField): string {
  return isConstant(field.type) && plan.options.upperConstants ? field.name.toUpperCase() : field.name;
}

/** Fields that no document names: the body of a request, what a response type wraps. */
function isMade(model: PyObject, field: PyField): boolean {
  return (
    model.source.role === "response" || (model.source.role === "request" && field.slot.address === model.source.operation?.body?.address)
  );
}

function annotated(word: string, parts: readonly string[], used: number): string {
  const line = `${word}[${parts.join(", ")}]`;
  return used + line.length <= 130 ? line : `${word}[\n${parts.map((part) => `        ${part},\n`).join("")}    ]`;
}

/** The annotation and the default that presence, null and the document's own default make together. */
function presence(
  scope: ModuleScope,
  { source: { role } }: PyObject,
  field: PyField,
): { readonly type: string; readonly initial: string | null } {
  const { imports } = scope;
  const use: TypeUse = "value";
  const isNullable = field.type.kind === "nullable";
  const inner = field.type.kind === "nullable" ? field.type.of : field.type;
  // The codec of the whole field stands beside its other annotations.
  const text = typeText(codecNotes(imports, inner).length > 0 ? { ...scope, codec: null } : scope, inner, use);
  const written = defaultText(scope.plan, field, (_, id) => scope.model(modelById(scope, id), false).replaceAll('"', ""));
  if (field.type.kind === "literal")
    return {
      type: field.slot.presence === "required" ? text : `${imports.from("typing", "Optional")}[${text}]`,
      initial: typeof field.type.value === "string" ? pythonString(field.type.value) : (written ?? literalText(field.type.value)),
    };
  if (isNullable) {
    if (field.required) return { type: `${imports.from("..types", "Nullable")}[${text}]`, initial: null };
    const nothing = imports.from("..types", "UNSET");
    return { type: `${imports.from("..types", "OptionalNullable")}[${text}]`, initial: written ?? nothing };
  }
  if (field.required) return { type: text, initial: role === "credential" ? written : null };
  return { type: `${imports.from("typing", "Optional")}[${text}]`, initial: written ?? "None" };
}

/** A constant, null besides or not. */
export function isConstant(type: PyType): boolean {
  return type.kind === "literal" || (type.kind === "nullable" && type.of.kind === "literal");
}

function literalText(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "True" : "False") : String(value);
}

function modelById(scope: ModuleScope, id: string) {
  const model = scope.plan.modelOf.get(id as TypeId);
  if (model === undefined) throw new Error(`there is no model ${id}`);
  return model;
}

/** What makes a response a page: the type of its items, and `next`. */
function pageOf(scope: ModuleScope, model: PyObject): { readonly item: string; readonly next: string } | null {
  const { operation, role } = model.source;
  if (role !== "response" || operation?.pagination == null) return null;
  const { imports, plan } = scope;
  const typing = (name: string): string => imports.from("typing", name);
  const item = pageItem(plan, model, operation.pagination);
  const page = `${typing("Callable")}[[], ${typing("Optional")}["${model.name}"]]`;
  const awaited = (): string => `${typing("Callable")}[[], ${typing("Awaitable")}[${typing("Optional")}["${model.name}"]]]`;
  return {
    item: item === null ? typing("Any") : typeText(scope, item, "value"),
    next: plan.options.asyncPages ? `${typing("Union")}[${page}, ${awaited()}]` : page,
  };
}
