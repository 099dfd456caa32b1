import type { ObjectModel } from "../../../../codegen/plan/plan.js";
import { withoutNull } from "../../../../codegen/types/settledTypes.js";
import type { TypeId } from "../../../../ir/ids.js";
import { ImportSet } from "../../imports.js";
import type { PythonPlan } from "../../plan.js";
import { docstring } from "../../text.js";
import { byName, declaredNamesOf } from "./modelNames.js";

/** The module of exception classes: the base, the default, those that the document declares. What they carry lives with the models. */
export function errorsModule(
  plan: PythonPlan,
  homes: ReadonlyMap<TypeId, string>,
): { readonly text: string; readonly names: readonly string[] } {
  const { baseError, defaultError, errorsModule: apart } = plan.options;
  const imports = new ImportSet(declaredNamesOf(plan), new Set([baseError, defaultError, "ResponseValidationError"]));
  imports.from("dataclasses", "dataclass");
  imports.from("dataclasses", "field");
  imports.from("typing", "Optional");
  imports.whole("httpx");
  const responseError = imports.from(".._runtime.errors", "ResponseError");
  const declared = plan.models.filter((model): model is ObjectModel => model.kind === "object" && model.isError);
  const errors = declared.map((model) => {
    const data = imports.from(`${apart === "errors" ? "..models." : "."}${homes.get(model.data) ?? ""}`, model.valueName);
    const message = messageField(model);
    const otherwise = `${imports.from(".._runtime.errors", "data_message")}(data, raw_response, body)`;
    return {
      name: model.name,
      data,
      docs: docstring([model.docs.description || model.introduced.answer || `An error that carries ${data}.`], "    "),
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
function messageField({ message }: ObjectModel): string | null {
  const type = message === null ? null : withoutNull(message.type);
  return message !== null && type?.kind === "string" ? `data.${message.name}` : null;
}
