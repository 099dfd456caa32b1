import type { Method } from "../../../../codegen/plan/plan.js";
import { assertNever } from "../../../../diagnostics/diagnostic.js";
import { type TypeScope, typeText } from "../../typeText.js";

/** The call that a method makes, which decides what its result is. */
export function callName({ result }: Method): "_call" | "_events" | "_lines" {
  return result.kind === "value" && (result.stream === "events" || result.stream === "lines") ? `_${result.stream}` : "_call";
}

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
      const { stream, type, mayBeEmpty } = result;
      if (stream === "bytes") return optional(`${imports.whole("httpx")}.Response`, mayBeEmpty);
      const text = typeText(scope, type, "value");
      if (stream === "no") return optional(text, mayBeEmpty);
      // The descriptor of a stream knows its items; how they are read differs between the twins.
      if (twin === "item") return text;
      const name = `${stream === "events" ? "EventStream" : "JsonLines"}${twin === "sync" ? "" : "Async"}`;
      return optional(`${imports.from(".utils", "eventstreaming")}.${name}[${text}]`, mayBeEmpty);
    }
    default:
      return assertNever(result);
  }
}
