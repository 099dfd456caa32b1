import type { AliasModel, EnumModel, Model, UnionModel } from "../../../../codegen/plan/plan.js";
import { wrapsModel } from "../../../../codegen/plan/planning.js";
import { groups } from "../../../../ir/node.js";
import type { Type } from "../../../../ir/types.js";
import type { PythonPlan } from "../../plan.js";
import { docstring, pythonScalar, pythonString, wrapped } from "../../text.js";
import { hasTwin, typeText, unionText } from "../../typeText.js";
import { objectDeclarations } from "./classDeclaration.js";
import { attributeName, type ModuleScope } from "./moduleScope.js";

/** Every name that a model declares in its module. */
export function declaredNames(model: Model): readonly string[] {
  if (wrapsModel(model)) return [];
  return hasTwin(model) ? [model.valueName, `${model.name}TypedDict`] : [model.valueName];
}

/** The blocks of a model: its TypedDict and its class, an enum, or an alias. */
export function declarations(scope: ModuleScope, model: Model): readonly string[] {
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
function enumDeclaration(scope: ModuleScope, model: EnumModel): string {
  const { imports, plan } = scope;
  const values = model.members.map(({ value }) => pythonScalar(value));
  if (plan.options.enumFormat === "union" || model.base === "boolean" || model.base === "number") {
    const known =
      model.base === "number" ? "float" : wrapped(`${imports.from("typing", "Literal")}[`, values, "]", "", model.name.length + 3);
    const other = model.base === "integer" ? "UnrecognizedInt" : "UnrecognizedStr";
    const open = model.open && (model.base === "string" || model.base === "integer");
    return `${model.name} = ${open ? `${imports.from("typing", "Union")}[${known}, ${imports.from("..types", other)}]` : known}${below(model)}`;
  }
  const meta = model.open ? `, metaclass=${imports.from("..utils.enums", "OpenEnumMeta")}` : "";
  const words = docstring([model.docs.description ?? ""], "    ");
  const members = model.members.map(({ name, docs }, i) => {
    const said = docstring([docs.description ?? ""], "    ");
    return `    ${name} = ${values[i]}${said === "" ? "" : `\n    ${said}`}`;
  });
  return `class ${model.name}(${model.base === "string" ? "str" : "int"}, ${imports.from("enum", "Enum")}${meta}):\n${words === "" ? "" : `    ${words}\n\n`}${members.join("\n")}`;
}

/**
 * Pydantic decides ties by the order of members, so those with fewer fields come first; a union of scalars keeps the document's order.
 *
 *     Filter = TypeAliasType("Filter", Union[str, List[str]])
 *     Pet: TypeAlias = Annotated[Union[Annotated[Cat, Tag("cat")], Annotated[Dog, Tag("dog")]], tagged("kind", "kind")]
 */
function unionDeclarations(scope: ModuleScope, model: UnionModel): readonly string[] {
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

function aliasDeclarations(scope: ModuleScope, model: AliasModel): readonly string[] {
  return [
    aliasText(scope, `${model.name}TypedDict`, typeText(scope, model.of, "twin")),
    `${aliasText(scope, model.name, typeText(scope, model.of, "value"))}${below(model)}`,
  ];
}

/** The words below an assignment: editors show them on hover. */
function below(model: Model): string {
  const words = docstring([model.docs.description ?? ""], "");
  return words === "" ? "" : `\n${words}`;
}

function byFieldCount(plan: PythonPlan, model: UnionModel): readonly Type[] {
  const members = model.members.map(({ type }) => type);
  const counts = members.map((member) => {
    const target = member.kind === "ref" ? plan.modelOf.get(member.id) : undefined;
    return target?.kind === "object" ? target.fields.length : null;
  });
  if (counts.some((count) => count === null)) return members;
  return members
    .map((member, i) => ({ member, count: counts[i] ?? 0, i }))
    .sort((a, b) => a.count - b.count || a.i - b.i)
    .map(({ member }) => member);
}

/** Null where the members cannot be told apart by one attribute of their classes, or have one tag only. */
function taggedUnion(scope: ModuleScope, model: UnionModel): string | null {
  const { tag } = model;
  if (tag === null) return null;
  const { imports, plan } = scope;
  const names = new Set(tag.values.flatMap(({ member }) => tagAttributes(plan, model.members[member]?.type, tag.wire)));
  const byTag = groups(tag.values, ({ value }) => String(value));
  // One tag for all: pydantic would look for tags on each member, since annotations of annotations are one.
  if (byTag.size < 2) return null;
  const parts = [...byTag].map(([value, tags]) => {
    const types = unionText(
      scope,
      tags.flatMap(({ member }) => model.members[member]?.type ?? []),
      "value",
    );
    return { value, text: `${imports.from("typing", "Annotated")}[${types}, ${imports.from("pydantic", "Tag")}(${pythonString(value)})]` };
  });
  const [name, ...others] = names;
  if (name === undefined) return null;
  const sorted = parts.sort((a, b) => (a.value < b.value ? -1 : 1)).map(({ text }) => text);
  const of = `${imports.from("typing", "Union")}[\n${sorted.map((text) => `        ${text},\n`).join("")}    ]`;
  const reader = `${imports.from(".._runtime.unions", "tagged")}(${[name, tag.wire, ...others].map(pythonString).join(", ")})`;
  // Without the word a checker cannot follow a circle through the members.
  return `${model.name}: ${imports.from("typing", "TypeAlias")} = ${imports.from("typing", "Annotated")}[\n    ${of},\n    ${reader},\n]`;
}

/** What the tag is called in the classes of a member: a union's own members may spell it differently. */
function tagAttributes(plan: PythonPlan, type: Type | undefined, wire: string, path: readonly Model[] = []): readonly string[] {
  const model = type?.kind === "ref" ? plan.modelOf.get(type.id) : undefined;
  if (model === undefined || path.includes(model)) return [];
  switch (model.kind) {
    case "object":
      return model.fields.filter(({ slot }) => slot.wire === wire).map((field) => attributeName(plan, field));
    case "union":
      return model.members.flatMap((member) => tagAttributes(plan, member.type, wire, [...path, model]));
    case "alias":
      return tagAttributes(plan, model.of, wire, [...path, model]);
    case "enum":
      return [];
  }
}
