import type { Method, ReadContent } from "../../../../codegen/plan/plan.js";
import { type TypeScope, typeText } from "../../typeText.js";

/** The call that a method makes, which decides what its result is. */
export function callName({ result }: Method): string {
  if (result.kind !== "value") return "_call";
  const stream = streamIn(result)?.stream;
  return stream === undefined ? "_call" : result.forms.length > 1 ? `_whole_or_${stream}` : `_${stream}`;
}

/** The first form of a value that comes item by item. */
function streamIn({ forms }: Value): ReadContent | undefined {
  return forms.find(({ stream }) => stream === "events" || stream === "lines");
}

type Value = Extract<Method["result"], { kind: "value" }>;

/** What a method returns: `Optional[models.TokensListResponse]`, `None`, `utils.eventstreaming.EventStream[models.Event]`. */
export function resultText(scope: TypeScope, { result, pages }: Method, twin: "sync" | "async" | "item"): string {
  const { imports } = scope;
  const optional = (text: string, may: boolean): string =>
    may && !text.startsWith("Optional[") && text !== "Any" ? `${imports.from("typing", "Optional")}[${text}]` : text;
  switch (result.kind) {
    case "nothing":
      return "None";
    case "wrapper":
      return optional(scope.model(result.model, false), pages !== null || result.mayBeEmpty);
    case "value": {
      const streamed = streamIn(result);
      if (streamed === undefined || result.forms.length === 1) return optional(formText(scope, result, twin), result.mayBeEmpty);
      const whole = result.forms.filter((form) => form !== streamed).map((form) => formText(scope, form, twin));
      const either = whole.length === 1 ? whole.join("") : `${imports.from("typing", "Union")}[${whole.join(", ")}]`;
      if (twin !== "item")
        return `${imports.from("typing", "Union")}[${optional(either, result.mayBeEmpty)}, ${formText(scope, streamed, twin)}]`;
      return `${imports.from("._runtime.operation", "Either")}[${optional(either, result.mayBeEmpty)}, ${formText(scope, streamed, twin)}]`;
    }
  }
}

/** One form of a value: `models.Answer`, `eventstreaming.EventStream[models.Chunk]`. */
export function formText(
  scope: TypeScope,
  { stream, type }: Pick<ReadContent, "stream" | "type">,
  twin: "sync" | "async" | "item",
): string {
  const { imports } = scope;
  if (stream === "bytes") return `${imports.whole("httpx")}.Response`;
  const text = typeText(scope, type, "value");
  // The descriptor of a stream knows its items; how they are read differs between the twins.
  if (stream === "no" || twin === "item") return text;
  const name = `${stream === "events" ? "EventStream" : "JsonLines"}${twin === "sync" ? "" : "Async"}`;
  return `${imports.from(".utils", "eventstreaming")}.${name}[${text}]`;
}
