import type { Pagination } from "../../../ir/behaviour.js";
import type { PyObject, PythonPlan } from "../plan.js";
import type { PyType } from "../pyType.js";

/** The type of one item of a page: what stands at the path of the results; null when it is not known. */
export function pageItem(plan: PythonPlan, response: PyObject, pagination: Pagination): PyType | null {
  let type: PyType | undefined = response.fields.find(({ slot }) => slot.wire === "Result")?.type;
  for (const step of pagination.items ?? []) {
    const here: PyType | undefined = type?.kind === "nullable" ? type.of : type;
    const model = here?.kind === "model" ? plan.modelOf.get(here.id) : undefined;
    type = model?.kind === "object" ? model.fields.find(({ slot }) => slot.wire === step)?.type : undefined;
  }
  const found = type?.kind === "nullable" ? type.of : type;
  return found?.kind === "list" ? found.items : null;
}
