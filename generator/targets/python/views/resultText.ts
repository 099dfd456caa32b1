import type { PyMethod } from "../plan.js";
import type { ResourceScope } from "./resourceScope.js";
import { typeText } from "./typeText.js";

/** What a method returns: `Optional[models.TokensListResponse]`, `None`, `utils.eventstreaming.EventStream[models.Event]`. */
export function resultText(scope: ResourceScope, method: PyMethod, twin: "sync" | "async"): string {
  const { result } = method;
  const optional = (text: string, may: boolean): string => (may && !text.startsWith("Optional[") && text !== "Any" ? `${scope.imports.from("typing", "Optional")}[${text}]` : text);
  switch (result.kind) {
    case "nothing":
      return "None";
    case "wrapper": {
      const model = scope.plan.modelOf.get(result.model);
      return model === undefined ? "None" : optional(scope.model(model, false), result.pages || result.mayBeEmpty);
    }
    case "value": {
      const type = typeText(scope, result.type, "value");
      switch (result.stream) {
        case "no":
          return optional(type, result.mayBeEmpty);
        case "bytes":
          return optional(`${scope.imports.whole("httpx")}.Response`, result.mayBeEmpty);
        case "events":
          return optional(`${scope.imports.from(".utils", "eventstreaming")}.${twin === "sync" ? "EventStream" : "EventStreamAsync"}[${type}]`, result.mayBeEmpty);
        case "lines":
          return optional(`${scope.imports.from(".utils", "eventstreaming")}.${twin === "sync" ? "JsonLines" : "JsonLinesAsync"}[${type}]`, result.mayBeEmpty);
      }
    }
  }
}
