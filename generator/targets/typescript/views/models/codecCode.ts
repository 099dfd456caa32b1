import { xmlEntries } from "../../../../codegen/descriptor.js";
import { arrayCode, type Code, objectCode } from "../../../../codegen/layout.js";
import type { EnumModel, Model, ObjectModel, Property, UnionModel } from "../../../../codegen/plan/plan.js";
import { styleWords } from "../../../../codegen/wire/parameterText.js";
import type { TypeId } from "../../../../ir/ids.js";
import type { Json } from "../../../../ir/json.js";
import { groups } from "../../../../ir/node.js";
import type { Parameter } from "../../../../ir/operation.js";
import { isPlainXml, type Type, type Xml } from "../../../../ir/types.js";
import { codecName } from "../../codecFilesOf.js";
import type { Imports } from "../../imports.js";
import { isOpen, placeOf, restProperty, type TypeScriptPlan, tagOf } from "../../plan.js";
import { propertyKey, scalarLiteral, stringLiteral } from "../../text.js";

/** Where a codec is written. */
export interface CodecScope {
  readonly plan: TypeScriptPlan;
  readonly imports: Imports;
  /** Codecs that stand above in the same file; what is not among them is named by a function. Null in files that define none. */
  readonly defined: ReadonlySet<TypeId> | null;
  readonly file: string;
  /** Enumerations that decide between the members of a union. */
  readonly deciding: ReadonlySet<TypeId>;
}

/** `{ kind: "array", items: Token$codec }` */
export function codecCode(type: Type, scope: CodecScope): Code {
  switch (type.kind) {
    case "time":
      return '"string"';
    case "duration":
      return type.wire === "iso8601" ? '"string"' : '"number"';
    case "integer":
      return type.wire === "string" ? '"bigint"' : '"integer"';
    case "decimal":
      return stringLiteral(type.wire);
    case "instant":
      return { rfc3339: '"instant"', rfc7231: '"httpDate"', unix: '"unix"' }[type.wire];
    case "bytes":
      return type.wire === "base64" ? '"bytes"' : '"bytesUrl"';
    case "literal":
      return tableOf("literal", [["value", scalarLiteral(type.value)]]);
    case "array":
      return tableOf("array", [["items", codecCode(type.items, scope)]]);
    case "tuple":
      return tableOf("tuple", [
        ["items", arrayCode(type.items.map((item) => codecCode(item, scope)))],
        ...(type.rest === null ? [] : ([["rest", codecCode(type.rest, scope)]] as const)),
      ]);
    case "map":
      return tableOf("map", [["values", codecCode(type.values, scope)]]);
    case "nullable":
      return tableOf("nullable", [["of", codecCode(type.of, scope)]]);
    case "ref":
      return reference(type.id, scope);
    case "any":
    case "null":
    case "string":
    case "boolean":
    case "number":
    case "date":
    case "file":
      return stringLiteral(type.kind);
  }
}

function reference(id: TypeId, { plan, imports, defined, file }: CodecScope): Code {
  const model = plan.modelOf.get(id);
  const from = plan.codecFiles.get(id);
  if (model === undefined || from === undefined) return '"any"';
  const name = codecName(model);
  if (from !== file) return imports.value(from, name);
  return defined === null || defined.has(id) ? name : `() => ${name}`;
}

/** The codec of a named type, and the type that it is declared with. */
export function modelCodec(model: Model, scope: CodecScope): { readonly type: string; readonly code: Code } {
  const library = (name: string): string => scope.imports.type("lib/codec.ts", name);
  switch (model.kind) {
    case "object":
      return objectCodec(model, scope);
    case "enum":
      return isOpen(scope.plan, model) && !scope.deciding.has(model.id)
        ? { type: library("Codec"), code: stringLiteral(model.base) }
        : { type: library("EnumCodec"), code: enumCode(model, isOpen(scope.plan, model)) };
    case "union":
      return { type: library("Codec"), code: unionCode(model, scope) };
    case "alias":
      return { type: library("Codec"), code: codecCode(model.of, scope) };
  }
}

function enumCode(model: EnumModel, open: boolean): Code {
  const values = arrayCode([...new Set(model.members.map(({ value }) => value))].map(scalarLiteral));
  return tableOf("enum", [["values", values], ...(open ? ([["open", "true"]] as const) : [])]);
}

function unionCode(model: UnionModel, scope: CodecScope): Code {
  const codecs = model.members.map(({ type }) => codecCode(type, scope));
  const fitting = (members: readonly Code[]): Code =>
    tableOf("union", [["members", arrayCode(members)], ...(scope.plan.options.firstMember ? ([["first", "true"]] as const) : [])]);
  const tag = tagOf(model);
  if (tag === null) return fitting(codecs);
  const byTag = [...groups(tag.values, ({ value }) => String(value))].map(([value, tags]) => {
    const [only = '"any"', ...others] = tags.map(({ member }) => codecs[member] ?? '"any"');
    return [propertyKey(value), others.length === 0 ? only : fitting([only, ...others])] as const;
  });
  return tableOf("tagged", [
    ["property", stringLiteral(tag.property)],
    ...(tag.wire === tag.property ? [] : ([["wire", stringLiteral(tag.wire)]] as const)),
    ["members", objectCode(byTag)],
    ...(isOpen(scope.plan, model) ? ([["open", "true"]] as const) : []),
  ]);
}

/**
 *     ObjectCodec<Token> = { kind: "object", fields: { id: "string", createdAt: { wire: "created_at", type: "instant" } } }
 */
function objectCodec(model: ObjectModel, scope: CodecScope): { readonly type: string; readonly code: Code } {
  const { imports } = scope;
  const name = imports.type(placeOf(scope.plan, model).file, model.valueName);
  const { rest } = model;
  const beside = rest === null ? null : restProperty(scope.plan, model);
  const own = beside !== null ? `Omit<${name}, ${stringLiteral(beside)}>` : name;
  const hidden = hiddenParameters(model);
  const checked = hidden.length === 0 ? own : `${own} & { ${hidden.map(({ name: key }) => `${propertyKey(key)}?: unknown`).join("; ")} }`;
  const isRequest = model.role === "request";
  const type = isRequest ? imports.type("lib/operation.ts", "RequestCodec") : imports.type("lib/codec.ts", "ObjectCodec");
  const fields = objectCode(
    model.fields.map((field) => [propertyKey(field.name), isRequest ? requestField(field, scope) : plainField(field, scope)] as const),
    model.fields.length > 0,
  );
  const restCode =
    rest === null
      ? []
      : ([
          [
            "rest",
            objectCode([
              ["property", beside === null ? "null" : stringLiteral(beside)],
              ["type", codecCode(rest, scope)],
            ]),
          ],
        ] as const);
  return { type: `${type}<${checked}>`, code: tableOf("object", [["fields", fields], ...restCode], model.fields.length > 0) };
}

/** Parameters that only the client's own options fill: they are sent, and no type shows them. */
export function hiddenParameters({ fields }: ObjectModel): readonly Property[] {
  return fields.filter(({ place }) => place.kind === "parameter" && place.parameter.global === "hidden");
}

function plainField(field: Property, scope: CodecScope): Code {
  const type = codecCode(field.type, scope);
  const xml = field.place.kind === "schema" ? field.place.xml : null;
  const optional = field.slot.presence === "optional" || (field.type.kind === "literal" && !field.required);
  const table = [...fieldTable(field, type, optional), ...(xml === null || isPlainXml(xml) ? [] : ([["xml", xmlCode(xml)]] as const))];
  return table.length === 1 ? type : objectCode(table);
}

function fieldTable(field: Property, type: Code, optional: boolean): (readonly [string, Code])[] {
  return [
    ...(field.slot.wire === field.name ? [] : ([["wire", stringLiteral(field.slot.wire)]] as const)),
    ["type", type],
    ...(optional ? ([["optional", "true"]] as const) : []),
    ...(field.default === null ? [] : ([["default", jsonCode(field.default.value)]] as const)),
  ];
}

/** A property of a request: `{ in: "query", type: "integer", optional: true }`. */
function requestField(field: Property, scope: CodecScope): Code {
  const { place, slot } = field;
  const type = codecCode(field.type, scope);
  if (place.kind !== "parameter")
    return objectCode([["in", '"body"'], ["type", type], ...(slot.presence === "optional" ? ([["optional", "true"]] as const) : [])]);
  const { parameter } = place;
  const optional = parameter.presence === "optional" || parameter.global !== "no";
  return objectCode([["in", stringLiteral(parameter.in)], ...fieldTable(field, type, optional), ...encodingEntries(parameter, scope)]);
}

/** What differs from the style that OpenAPI gives the place. OpenAPI 3.1, 4.8.12. */
function encodingEntries(parameter: Parameter, { imports }: CodecScope): (readonly [string, Code])[] {
  const { encoding } = parameter;
  if (encoding.kind === "content") {
    const pair = parameter.in === "query" || parameter.in === "cookie";
    return [["encode", imports.value("lib/encodings.ts", pair ? "jsonPair" : "jsonText")]];
  }
  const byPlace = parameter.in === "path" || parameter.in === "header" ? "simple" : "form";
  const explodes = byPlace === "form";
  return [
    ...(encoding.style === byPlace ? [] : ([["encode", imports.value("lib/encodings.ts", styleWords[encoding.style])]] as const)),
    ...(encoding.explode === explodes ? [] : ([["explode", String(encoding.explode)]] as const)),
    ...(encoding.allowReserved ? ([["allowReserved", "true"]] as const) : []),
    ...(encoding.allowEmpty ? ([["allowEmpty", "true"]] as const) : []),
  ];
}

/** A JSON value as it is. */
function jsonCode(value: Json): Code {
  if (value === null) return "null";
  if (Array.isArray(value)) return arrayCode(value.map(jsonCode));
  if (typeof value === "object") return objectCode(Object.entries(value).map(([key, item]) => [propertyKey(key), jsonCode(item)] as const));
  return scalarLiteral(value as string | number | boolean);
}

function tableOf(kind: string, entries: readonly (readonly [string, Code])[], broken = false): Code {
  return objectCode([["kind", stringLiteral(kind)], ...entries], broken);
}

/** `{ node: "attribute" }`, `{ name: "photos", node: "element", items: { name: "photo" } }` */
export function xmlCode(xml: Xml): Code {
  return objectCode(xmlEntries(xml, stringLiteral, xmlCode));
}
