import { assertNever } from "../../diagnostics/diagnostic.js";
import { partAddress } from "../../ir/address.js";
import type { TypeId } from "../../ir/ids.js";
import type { Content } from "../../ir/operation.js";
import type * as surface from "../surface/surface.js";
import type { SettledTypes } from "../types/settledTypes.js";
import type { Model, ReadContent, Result } from "./plan.js";
import type { Planning } from "./planning.js";

const text = { kind: "string", format: null, limits: null } as const;

/** What a body is when it has been read: a value, or a stream of them. */
export function readContent({ codec, type, mediaType }: Content, types: SettledTypes): ReadContent {
  const base = { mediaType, codec };
  switch (codec.kind) {
    case "events":
    case "lines":
      return { ...base, stream: codec.kind, type: types.settle(type) };
    case "binary":
      return { ...base, stream: "bytes", type: { kind: "file" } };
    case "text":
      return { ...base, stream: "no", type: text };
    case "json":
    case "form":
    case "multipart":
      return { ...base, stream: "no", type: type.kind === "file" ? text : types.settle(type) };
    default:
      return assertNever(codec);
  }
}

/** The bodies that a result may have, each type once. */
export function readContents({ cases }: surface.Result, types: SettledTypes): readonly ReadContent[] {
  const read = cases.flatMap(({ content }) => (content === null ? [] : [readContent(content, types)]));
  return [...new Map(read.map((one) => [JSON.stringify([one.type, one.stream]), one])).values()];
}

export function planResult(method: surface.Method, modelOf: ReadonlyMap<TypeId, Model>, { types }: Planning): Result {
  const { shape, mayBeEmpty } = method.result;
  const cases = method.result.cases.map(({ status, content }) => ({
    status,
    content: content === null ? null : readContent(content, types),
  }));
  switch (shape.kind) {
    case "nothing":
      return { kind: "nothing", cases };
    case "value": {
      const [first] = readContents(method.result, types);
      return first === undefined
        ? { kind: "nothing", cases }
        : { kind: "value", type: first.type, stream: first.stream, cases, mayBeEmpty };
    }
    case "union":
      return { kind: "value", type: { kind: "ref", id: shape.type }, stream: "no", cases, mayBeEmpty };
    case "wrapper": {
      const model = modelOf.get(shape.type);
      if (model?.kind !== "object") throw new Error(`the response type ${shape.type} is no object`);
      const address = partAddress(shape.type, "property", "Result");
      const value = model.fields.find(({ slot }) => slot.address === address) ?? null;
      return { kind: "wrapper", model, value, hasHeaders: shape.headers.length > 0, cases, mayBeEmpty };
    }
    default:
      return assertNever(shape);
  }
}
