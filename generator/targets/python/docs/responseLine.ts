import type { PyMethod, PythonPlan } from "../plan.js";
import type { PyType } from "../pyType.js";
import { codeType, modelLink, TypeCells } from "./cells.js";

const place = { toDocs: "../.." };

/** `[models.X](../../models/x.md)`; null for a method that returns nothing. */
export function responseLine(plan: PythonPlan, method: PyMethod): string | null {
  const { result } = method;
  switch (result.kind) {
    case "nothing":
      return null;
    case "wrapper": {
      const model = plan.modelOf.get(result.model);
      return model === undefined ? null : modelLink(model, `models.${model.name}`, place);
    }
    case "value":
      return valueLine(plan, result.type, result.stream);
  }
}

function valueLine(plan: PythonPlan, type: PyType, stream: "no" | "events" | "lines" | "bytes"): string {
  const { sync, async } = plan.options.eventStream;
  const of = codeType(type, plan);
  switch (stream) {
    case "events":
      return unlinked(plan, `Union[eventstreaming.${sync}[${of}], eventstreaming.${async}[${of}]]`);
    case "lines":
      return unlinked(plan, `jsonl.JsonLStream[${of}]`);
    case "bytes":
      return unlinked(plan, "httpx.Response");
    case "no": {
      const inner = type.kind === "nullable" ? type.of : type;
      const model = inner.kind === "model" ? plan.modelOf.get(inner.id) : undefined;
      const label = type.kind === "nullable" ? `Nullable[${codeType(inner, plan)}]` : of;
      return model === undefined ? unlinked(plan, of, type) : modelLink(model, label, place);
    }
  }
}

/** A type without a page: old pages link it to nowhere, others the models inside it. */
function unlinked(plan: PythonPlan, label: string, type: PyType | null = null): string {
  switch (plan.options.quirks.emptyTypeLink) {
    case "empty":
      return `[${label}](${place.toDocs}/models/.md)`;
    case "none":
      if ((type?.kind === "list" || type?.kind === "dict") && label.includes("models.")) return new TypeCells(plan, place).type(type);
      return label.replace(/[[\]*]/g, "\\$&");
  }
}
