import { assertNever } from "../../diagnostics/diagnostic.js";
import { partAddress } from "../../ir/address.js";
import type { TypeId } from "../../ir/ids.js";
import type { Content } from "../../ir/operation.js";
import { plainText, type Type } from "../../ir/types.js";
import type * as surface from "../surface/surface.js";
import { type SettledTypes, withoutNull } from "../types/settledTypes.js";
import type { Model, ReadContent, Result, StreamKind } from "./plan.js";
import { objectModel, type Planning } from "./planning.js";

type Reading = Pick<Planning, "types" | "rules">;

/** What a body is when it has been read: a value, or a stream of them. */
function readContent({ codec, type, mediaType }: Content, { types, rules }: Reading): ReadContent {
  const of = (read: Type, stream: StreamKind, dataOnly = false): ReadContent => ({ mediaType, codec, stream, type: read, dataOnly });
  switch (codec.kind) {
    case "events": {
      const settled = type.kind === "file" ? plainText : types.settle(type);
      if (codec.of === "data") return of(settled, "events", true);
      const data = rules.flatEvents ? dataOf(settled, types) : null;
      return of(data ?? settled, "events", data !== null);
    }
    case "lines":
      return of(types.settle(type), "lines");
    case "binary":
      return of({ kind: "file" }, "bytes");
    case "text":
    case "json":
    case "xml":
    case "form":
    case "multipart":
      return of(type.kind === "file" ? plainText : types.settle(type), "no");
    default:
      return assertNever(codec);
  }
}

/** The type of an event's data; null where it is not the same for every event. */
function dataOf(event: Type, types: SettledTypes): Type | null {
  const named = event.kind === "ref" ? types.typeOf(event.id) : undefined;
  const data = named?.kind === "object" ? named.fields.find(({ wire }) => wire === "data") : undefined;
  return data === undefined ? null : withoutNull(types.settle(data.type));
}

/** The bodies that a result may have, each type once. */
export function readContents({ cases }: surface.Result, reading: Reading): readonly ReadContent[] {
  const read = cases.flatMap(({ content }) => (content === null ? [] : [readContent(content, reading)]));
  return [...new Map(read.map((one) => [JSON.stringify([one.type, one.stream]), one])).values()];
}

export function planResult(method: surface.Method, modelOf: ReadonlyMap<TypeId, Model>, planning: Planning): Result {
  const { shape, mayBeEmpty } = method.result;
  const forms = readContents(method.result, planning);
  const cases = method.result.cases.map(({ status, content }) => ({
    status,
    content: content === null ? null : readContent(content, planning),
  }));
  switch (shape.kind) {
    case "nothing":
      return { kind: "nothing", cases };
    case "value": {
      const [first] = forms;
      return first === undefined
        ? { kind: "nothing", cases }
        : { kind: "value", type: first.type, stream: first.stream, forms, cases, mayBeEmpty };
    }
    case "union":
      return { kind: "value", type: { kind: "ref", id: shape.type }, stream: "no", forms, cases, mayBeEmpty };
    case "wrapper": {
      const model = objectModel(shape.type, modelOf);
      const address = partAddress(shape.type, "property", "Result");
      const value = model.fields.find(({ slot }) => slot.address === address) ?? null;
      return { kind: "wrapper", model, value, hasHeaders: shape.headers.length > 0, cases, mayBeEmpty };
    }
    default:
      return assertNever(shape);
  }
}
