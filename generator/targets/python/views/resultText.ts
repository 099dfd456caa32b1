import type { PyMethod } from "../plan.js";
import type { ResourceScope } from "./resourceScope.js";
import { typeText } from "./typeText.js";

/** The call that a method makes, which decides what its result is. */
export function callName({ result }: PyMethod): "_call" | "_events" | "_lines" {
  if (result.kind !== "value") return "_call";
  return result.stream === "events" ? "_events" : result.stream === "lines" ? "_lines" : "_call";
}

/** What a method returns: `Optional[models.TokensListResponse]`, `None`, `utils.eventstreaming.EventStream[models.Event]`. */
export function resultText(scope: ResourceScope, method: PyMethod, twin: "sync" | "async" | "item"): string {
  const { result } = method;
  const optional = (text: string, may: boolean): string =>
    may && !text.startsWith("Optional[") && text !== "Any" ? `${scope.imports.from("typing", "Optional")}[${text}]` : text;
  switch (result.kind) {
    case "nothing":
      return "None";
    case "wrapper": {
      const model = scope.plan.modelOf.get(result.model);
      return model === undefined ? "None" : optional(scope.model(model, false), result.pages || result.mayBeEmpty);
    }
    case "value": {
      const type = typeText(scope, result.type, "value");
      // The descriptor of a stream knows its items; how they are read differs between the twins.
      if (twin === "item" && (result.stream === "events" || result.stream === "lines")) return type;
      switch (result.stream) {
        case "no":
          return optional(type, result.mayBeEmpty);
        case "bytes":
          return optional(`${scope.imports.whole("httpx")}.Response`, result.mayBeEmpty);
        case "events":
          return optional(
            `${scope.imports.from(".utils", "eventstreaming")}.${twin === "sync" ? "EventStream" : "EventStreamAsync"}[${type}]`,
            result.mayBeEmpty,
          );
        case "lines":
          return optional(
            `${scope.imports.from(".utils", "eventstreaming")}.${twin === "sync" ? "JsonLines" : "JsonLinesAsync"}[${type}]`,
            result.mayBeEmpty,
          );
      }
    }
  }
}
