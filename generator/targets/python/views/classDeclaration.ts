import type { TypeId } from "../../../ir/ids.js";
import { pythonString } from "../docs/literal.js";
import type { PyField, PyObject } from "../plan.js";
import type { PyType } from "../pyType.js";
import { type ModuleScope, valueName } from "./declarations.js";
import { defaultText } from "./fieldDefault.js";
import { fieldMetadata } from "./fieldMetadata.js";
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
  const twin = model.isError ? [] : [typedDict(scope, model)];
  return [...twin, modelClass(scope, model)];
}

function typedDict(scope: ModuleScope, model: PyObject): string {
  const { imports } = scope;
  const fields = [...model.fields.filter(({ required }) => required), ...model.fields.filter(({ required }) => !required)];
  const lines = fields.map((field) => {
    const type = typeText(scope, field.type, "twin");
    const said = docstring([fieldWords(field)], "    ");
    return `    ${field.name}: ${field.required ? type : `${imports.from("typing_extensions", "NotRequired")}[${type}]`}${said === "" ? "" : `\n    ${said}`}`;
  });
  return `class ${model.name}TypedDict(${imports.from("typing_extensions", "TypedDict")}):\n${body(docstring([classWords(model)], "    "), lines)}`;
}

function modelClass(scope: ModuleScope, model: PyObject): string {
  const { imports } = scope;
  const page = pageOf(scope, model);
  const bases = [
    imports.from("..types", "BaseModel"),
    ...(page === null ? [] : [`${imports.from(".._runtime.pages", "Pages")}[${page.item}]`]),
  ];
  const planned = model.fields.map((field) => fieldDeclaration(scope, model, field));
  // A value that is assigned hides a type of the same name from the annotations below it.
  const [plain, hiding] = [planned.filter(({ text, name }) => text !== "" && !hides(name)), planned.filter(({ name }) => hides(name))];
  const ordered = [
    ...planned.filter(({ hasDefault }) => !hasDefault),
    ...plain.filter(({ hasDefault }) => hasDefault),
    ...hiding.filter(({ hasDefault }) => hasDefault),
  ];
  const lines = [...(page === null ? [] : [`    next: ${page.next}`]), ...ordered.map(({ text }) => text)];
  const extras = model.rest === null ? null : extraBlocks(scope, model.rest);
  return `class ${valueName(model)}(${bases.join(", ")}):\n${body(docstring([classWords(model)], "    "), lines, extras)}`;
}

const typeNames = new Set(["datetime", "date", "int", "str", "float", "bool", "bytes", "pydantic"]);
const hides = (name: string): boolean => typeNames.has(name);

function body(words: string, lines: readonly string[], extras: { readonly before: string; readonly after: string } | null = null): string {
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
  readonly name: string;
  readonly text: string;
  readonly hasDefault: boolean;
}

/** `format_: Annotated[Optional[str], pydantic.Field(alias="format")] = None`, and its words below. */
function fieldDeclaration(scope: ModuleScope, model: PyObject, field: PyField): FieldText {
  const { imports, plan } = scope;
  const constant = isConstant(field.type) && plan.options.upperConstants;
  const name = constant ? field.name.toUpperCase() : field.name;
  const { type, initial } = presence(scope, field);
  const settings = [
    ...(name === field.slot.wire || isMade(model, field) ? [] : [`alias=${pythonString(field.slot.wire)}`]),
    ...(field.slot.docs.deprecated === null
      ? []
      : [`deprecated=${pythonString(field.slot.docs.deprecated.message ?? "This will be removed in a future release.")}`]),
  ];
  const metadata = fieldMetadata(plan, model, field, scope.forms.get(model.id) ?? null, imports);
  const notes = [
    ...(settings.length === 0 ? [] : [`${imports.whole("pydantic")}.Field(${settings.join(", ")})`]),
    ...codecNotes(scope, field.type),
    ...(metadata === null ? [] : [metadata]),
  ];
  const annotation = notes.length === 0 ? type : annotated(imports.from("typing", "Annotated"), [type, ...notes], name.length + 6);
  const said = docstring([fieldWords(field)], "    ");
  return {
    name,
    text: `    ${name}: ${annotation}${initial === null ? "" : ` = ${initial}`}${said === "" ? "" : `\n    ${said}`}`,
    hasDefault: initial !== null,
  };
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
function presence(scope: ModuleScope, field: PyField): { readonly type: string; readonly initial: string | null } {
  const { imports } = scope;
  const use: TypeUse = "value";
  const isNullable = field.type.kind === "nullable";
  const inner = field.type.kind === "nullable" ? field.type.of : field.type;
  const text = typeText(scope, inner, use);
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
  if (field.required) return { type: text, initial: null };
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

/** Numbers that travel as text. */
function codecNotes(scope: ModuleScope, type: PyType): readonly string[] {
  const inner = type.kind === "nullable" ? type.of : type;
  const use = (name: string): string => scope.imports.from("..utils.serializers", name);
  const pydantic = (name: string): string => scope.imports.from("pydantic", name);
  if (inner.kind === "int")
    return [`${pydantic("BeforeValidator")}(${use("validate_int")})`, `${pydantic("PlainSerializer")}(${use("serialize_int")}(True))`];
  if (inner.kind === "scalar" && inner.name === "Decimal")
    return [
      `${pydantic("BeforeValidator")}(${use("validate_decimal")})`,
      `${pydantic("PlainSerializer")}(${use("serialize_decimal")}(False))`,
    ];
  return [];
}

/** Additional properties are kept, and typed where the document says how. */
function extraBlocks(scope: ModuleScope, rest: PyType): { readonly before: string; readonly after: string } {
  const type = `${scope.imports.from("typing", "Dict")}[str, ${typeText(scope, rest, "value")}]`;
  const pydantic = scope.imports.whole("pydantic");
  return {
    before: `    model_config = ${pydantic}.ConfigDict(extra="allow")\n    __pydantic_extra__: ${type} = ${pydantic}.Field(init=False)`,
    after: [
      "    @property",
      `    def additional_properties(self) -> ${type}:`,
      '        """Properties that the document does not name."""',
      "        return self.__pydantic_extra__",
      "",
      "    @additional_properties.setter",
      `    def additional_properties(self, value: ${type}) -> None:`,
      "        self.__pydantic_extra__ = value",
    ].join("\n"),
  };
}

/** What makes a response a page: the type of its items, and `next`. */
function pageOf(scope: ModuleScope, model: PyObject): { readonly item: string; readonly next: string } | null {
  const { operation, role } = model.source;
  if (role !== "response" || operation?.pagination == null) return null;
  const { imports, plan } = scope;
  const typing = (name: string): string => imports.from("typing", name);
  const item = pageItem(plan, model, operation.pagination);
  const page = `${typing("Callable")}[[], ${typing("Optional")}["${model.name}"]]`;
  const awaited = `${typing("Callable")}[[], ${typing("Awaitable")}[${typing("Optional")}["${model.name}"]]]`;
  return {
    item: item === null ? typing("Any") : typeText(scope, item, "value"),
    next: plan.options.asyncPages ? `${typing("Union")}[${page}, ${awaited}]` : page,
  };
}
