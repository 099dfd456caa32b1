import type { Result, ResultCase } from "../../codegen/surface/surface.js";
import type { Content } from "../../ir/operation.js";
import { type TsType, type TypeLookup, tsType } from "./tsType.js";

/** What a body is when it has been read: a value, or a stream of them. */
export function contentType({ codec, type }: Content, typeOf: TypeLookup): TsType {
  switch (codec.kind) {
    case "events":
    case "lines":
      return { kind: "stream", of: codec.kind, items: tsType(type, typeOf) };
    case "binary":
      return { kind: "stream", of: "bytes", items: { kind: "any" } };
    case "xml":
      return { kind: "string" };
    case "text":
      return { kind: "string" };
    case "json":
    case "form":
    case "multipart":
      return type.kind === "file" ? { kind: "string" } : tsType(type, typeOf);
  }
}

/** The types that the bodies of a result have, each once. */
export function resultTypes(result: Result, typeOf: TypeLookup): readonly TsType[] {
  const types = result.cases.flatMap(({ content }: ResultCase) => (content === null ? [] : [contentType(content, typeOf)]));
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}
