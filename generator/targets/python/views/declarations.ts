import type { TypeId } from "../../../ir/ids.js";
import type { Codec } from "../../../ir/operation.js";
import { pythonScalar } from "../docs/cells.js";
import { pythonString } from "../docs/literal.js";
import type { PyAlias, PyEnum, PyModel, PythonPlan, PyUnion } from "../plan.js";
import type { PyType } from "../pyType.js";
import { isConstant, objectDeclarations } from "./classDeclaration.js";
import { docstring, wrapped } from "./text.js";
import { hasTwin, type TypeScope, typeText } from "./typeText.js";

/** What the declarations of one module share. */
export interface ModuleScope extends TypeScope {
  /** Media type handling of models that are bodies of forms. */
  readonly forms: ReadonlyMap<TypeId, Codec>;
  /** Names that a line of this module has made available as `_name` for classes that hide them. */
  readonly outerNames: Set<string>;
  /** Names that stood in quotes so far, since they belong to a circle of types. */
  readonly quoted: Set<string>;
}

/** Name of the class that holds a model's values: an error's values are data that the exception carries. */
export function valueName(model: PyModel): string {
  return model.kind === "object" && model.isError ? `${model.name}Data` : model.name;
}

/** Every name that a model declares in its module. */
export function declaredNames(model: PyModel): readonly string[] {
  return hasTwin(model) ? [valueName(model), `${model.name}TypedDict`] : [valueName(model)];
}

/** The blocks of a model: its TypedDict and its class, an enum, or an alias. */
export function declarations(scope: ModuleScope, model: PyModel): readonly string[] {
  switch (model.kind) {
    case "object":
      return objectDeclarations(scope, model);
    case "enum":
      return [enumDeclaration(scope, model)];
    case "union":
      return unionDeclarations(scope, model);
    case "alias":
      return aliasDeclarations(scope, model);
  }
}

/**
 *     class Scope(str, Enum):
 *         """What a token may do."""
 *
 *         READ = "read"
 */
function enumDeclaration(scope: ModuleScope, model: PyEnum): string {
  const { imports, plan } = scope;
  const values = model.members.map(({ value }) => (typeof value === "string" ? pythonString(value) : pythonScalar(value)));
  if (plan.options.enumFormat === "union" || model.base === "bool" || model.base === "float") {
    const known =
      model.base === "float" ? "float" : wrapped(`${imports.from("typing", "Literal")}[`, values, "]", "", model.name.length + 3);
    const other = model.base === "int" ? "UnrecognizedInt" : "UnrecognizedStr";
    const open = model.open && (model.base === "str" || model.base === "int");
    return `${model.name} = ${open ? `${imports.from("typing", "Union")}[${known}, ${imports.from("..types", other)}]` : known}${below(model)}`;
  }
  const meta = model.open ? `, metaclass=${imports.from("..utils.enums", "OpenEnumMeta")}` : "";
  const words = docstring([model.docs.description ?? ""], "    ");
  const members = model.members.map(({ name, docs }, i) => {
    const said = docstring([docs.description ?? ""], "    ");
    return `    ${name} = ${values[i]}${said === "" ? "" : `\n    ${said}`}`;
  });
  return `class ${model.name}(${model.base}, ${imports.from("enum", "Enum")}${meta}):\n${words === "" ? "" : `    ${words}\n\n`}${members.join("\n")}`;
}

/**
 * Pydantic decides ties by the order of members, so those with fewer fields come first; a union of scalars keeps the document's order.
 *
 *     Filter = TypeAliasType("Filter", Union[str, List[str]])
 *     Pet: TypeAlias = Annotated[Union[Annotated[Cat, Tag("cat")], Annotated[Dog, Tag("dog")]], Discriminator(tag_of("KIND", "kind"))]
 */
function unionDeclarations(scope: ModuleScope, model: PyUnion): readonly string[] {
  const members = byFieldCount(scope.plan, model);
  const union = (use: "value" | "twin"): string => {
    const texts = [...new Set(members.map((member) => typeText(scope, member, use)))];
    return texts.length === 1 ? (texts[0] ?? "Any") : `${scope.imports.from("typing", "Union")}[${texts.join(", ")}]`;
  };
  const twin = aliasText(scope, `${model.name}TypedDict`, union("twin"));
  const tagged = taggedUnion(scope, model);
  return [`${twin}${below(model)}`, `${tagged ?? aliasText(scope, model.name, union("value"))}${below(model)}`];
}

function aliasText(scope: ModuleScope, name: string, type: string): string {
  const assigned = (indent: string): string => {
    const start = `${name} = ${scope.imports.from("typing_extensions", "TypeAliasType")}`;
    const parts = `${pythonString(name)}, ${type}`;
    const whole = `${indent}${start}(${parts})`;
    if (whole.length <= 140) return whole;
    const below = parts.length + indent.length + 4 <= 140 ? parts : `${pythonString(name)},\n${indent}    ${type},`;
    return `${indent}${start}(\n${indent}    ${below}\n${indent})`;
  };
  if (!scope.quoted.has(name)) return assigned("");
  // Of an alias in a circle pydantic needs the object, and checkers understand the assignment only.
  const typing = (word: string): string => scope.imports.from("typing", word);
  return `if ${typing("TYPE_CHECKING")}:\n    ${name}: ${typing("TypeAlias")} = ${type}\nelse:\n${assigned("    ")}`;
}

function aliasDeclarations(scope: ModuleScope, model: PyAlias): readonly string[] {
  return [
    aliasText(scope, `${model.name}TypedDict`, typeText(scope, model.of, "twin")),
    `${aliasText(scope, model.name, typeText(scope, model.of, "value"))}${below(model)}`,
  ];
}

/** The words below an assignment: editors show them on hover. */
function below(model: PyModel): string {
  const words = docstring([model.docs.description ?? ""], "");
  return words === "" ? "" : `\n${words}`;
}

function byFieldCount(plan: PythonPlan, model: PyUnion): readonly PyType[] {
  const counts = model.members.map((member) => {
    const target = member.kind === "model" ? plan.modelOf.get(member.id) : undefined;
    return target?.kind === "object" ? target.fields.length : null;
  });
  if (counts.some((count) => count === null)) return model.members;
  return model.members
    .map((member, i) => ({ member, count: counts[i] ?? 0, i }))
    .sort((a, b) => a.count - b.count || a.i - b.i)
    .map(({ member }) => member);
}

/** Null where the members cannot be told apart by one attribute of their classes. */
function taggedUnion(scope: ModuleScope, model: PyUnion): string | null {
  const { choice } = model.type;
  if (choice.kind !== "tagged") return null;
  const names = new Set<string>();
  const parts: { readonly tag: string; readonly text: string }[] = [];
  for (const { value, member } of choice.tags) {
    const type = model.members[member];
    const target = type?.kind === "model" ? scope.plan.modelOf.get(type.id) : undefined;
    const field = target?.kind === "object" ? target.fields.find(({ slot }) => slot.wire === choice.wire) : undefined;
    if (type === undefined || field === undefined) return null;
    names.add(isConstant(field.type) && scope.plan.options.upperConstants ? field.name.toUpperCase() : field.name);
    const tag = String(value);
    parts.push({
      tag,
      text: `${scope.imports.from("typing", "Annotated")}[${typeText(scope, type, "value")}, ${scope.imports.from("pydantic", "Tag")}(${pythonString(tag)})]`,
    });
  }
  const [name, ...others] = names;
  if (name === undefined || new Set(parts.map(({ tag }) => tag)).size !== parts.length) return null;
  const sorted = [...parts].sort((a, b) => (a.tag < b.tag ? -1 : 1)).map(({ text }) => text);
  const { imports } = scope;
  const of =
    sorted.length === 1
      ? (sorted[0] ?? "")
      : `${imports.from("typing", "Union")}[\n${sorted.map((text) => `        ${text},\n`).join("")}    ]`;
  const reader = `${imports.from("pydantic", "Discriminator")}(${imports.from(".._runtime.unions", "tag_of")}(${[name, choice.wire, ...others].map(pythonString).join(", ")}))`;
  // Without the word a checker cannot follow a circle through the members.
  return `${model.name}: ${imports.from("typing", "TypeAlias")} = ${imports.from("typing", "Annotated")}[\n    ${of},\n    ${reader},\n]`;
}
