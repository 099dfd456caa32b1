import { partAddress } from "../../ir/address.js";
import { statusText } from "../../ir/behaviour.js";
import type { TypeId } from "../../ir/ids.js";
import type { Content } from "../../ir/operation.js";
import { plainText, type Type } from "../../ir/types.js";
import type * as surface from "../surface/surface.js";
import { type SettledTypes, withoutNull } from "../types/settledTypes.js";
import type { Argument, Model, ReadContent, Request, Result, Streaming, StreamKind } from "./plan.js";
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
  }
}

/**
 * A boolean `stream` in the body of an operation whose answers of one status are JSON and a stream: the caller decides by it which of them comes.
 *
 *     stream: { type: boolean }, "200": { application/json, text/event-stream }   →   { field: stream, streamed: EventStream<Chunk>, whole: Answer, … }
 */
export function planStreaming(request: Request, result: Result, modelOf: ReadonlyMap<TypeId, Model>): Streaming | null {
  const body = request.kind === "none" ? null : request.body;
  const held = body === null ? null : withoutNull(body.type);
  const model = held?.kind === "ref" ? modelOf.get(held.id) : undefined;
  const field = model?.kind === "object" ? model.fields.find(({ slot }) => slot.wire === "stream") : undefined;
  if (field === undefined || withoutNull(field.type).kind !== "boolean" || result.kind !== "value" || result.forms.length !== 2)
    return null;
  const streamed = result.forms.find(({ stream }) => stream === "events" || stream === "lines");
  const whole = result.forms.find((form) => form.stream === "no" && form.codec.kind === "json");
  if (streamed === undefined || whole === undefined) return null;
  const statusesOf = (form: ReadContent): readonly string[] =>
    result.cases.flatMap(({ status, content }) => (content?.stream === form.stream ? [statusText(status)] : []));
  if (!statusesOf(streamed).some((status) => statusesOf(whole).includes(status))) return null;
  const given = (kind: Argument["source"]["kind"]): readonly Argument[] =>
    request.kind === "object" || request.kind === "arguments" ? request.arguments.filter(({ source }) => source.kind === kind) : [];
  return {
    field,
    argument: given("field").find(({ slot }) => slot.address === field.slot.address) ?? null,
    holder: given("body")[0] ?? null,
    streamed,
    whole,
    initially: field.slot.default?.value === true,
  };
}
