import type { TypeId } from "../../../ir/ids.js";
import type { PyModel, PyObject, PythonPlan } from "../plan.js";
import { valueName } from "./declarations.js";
import { ImportSet } from "./imports.js";
import { byName, declaredNamesOf } from "./modelFiles.js";
import { docstring } from "./text.js";

/** The module of exception classes: the base, the default, those that the document declares. What they carry lives with the models. */
export function errorsModule(
  plan: PythonPlan,
  homes: ReadonlyMap<TypeId, string>,
): { readonly text: string; readonly names: readonly string[] } {
  const { baseError, defaultError, errorsModule: apart } = plan.options;
  const imports = new ImportSet(declaredNamesOf(plan));
  imports.from("dataclasses", "dataclass");
  imports.from("dataclasses", "field");
  imports.from("typing", "Optional");
  imports.whole("httpx");
  const responseError = imports.from(".._runtime.errors", "ResponseError");
  const declared = plan.models.filter((model): model is PyObject => model.kind === "object" && model.isError);
  const errors = declared.map((model) => {
    const data = imports.from(`${apart === "errors" ? "..models." : "."}${homes.get(model.id) ?? ""}`, valueName(model));
    const message = messageField(model);
    const otherwise = `${imports.from(".._runtime.errors", "data_message")}(data, raw_response, body)`;
    return {
      name: model.name,
      data,
      docs: docstring([model.docs.description || descriptionOf(plan, model) || `An error that carries ${data}.`], "    "),
      message: message === null ? otherwise : `${message} or ${otherwise}`,
    };
  });
  const names = [baseError, defaultError, "ResponseValidationError", "NoResponseError", ...errors.map(({ name }) => name)].sort(byName);
  return {
    text: plan.templates.render("python/models/errors.py", { imports: imports.text(), responseError, baseError, defaultError, errors }),
    names,
  };
}

/** `data.title`: the field that the document marks as the message, when it is text. */
function messageField(model: PyObject): string | null {
  const field = model.fields.find(({ slot }) => "role" in slot && slot.role === "errorMessage");
  const type = field?.type.kind === "nullable" ? field.type.of : field?.type;
  return field !== undefined && type?.kind === "scalar" && type.name === "str" ? `data.${field.name}` : null;
}

function descriptionOf(plan: PythonPlan, model: PyModel): string | null {
  for (const { method } of plan.methods) {
    for (const response of method.operation.responses) {
      if (response.contents.some(({ type }) => type.kind === "ref" && type.id === model.id)) return response.docs.description;
    }
  }
  return null;
}
