import { statusText } from "../../ir/behaviour.js";
import type { TypeId } from "../../ir/ids.js";
import { withoutNull } from "../types/settledTypes.js";
import type { Argument, Model, ReadContent, Request, Result, Streaming } from "./plan.js";

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
