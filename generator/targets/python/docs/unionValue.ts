import type { TypeCells } from "../../../codegen/docs/typeCells.js";
import { exampleValue } from "../../../codegen/examples/exampleValue.js";
import { literal } from "../../../codegen/snippets/literal.js";
import { refsOf, type Type } from "../../../ir/types.js";
import { ImportSet } from "../imports.js";
import { namespaceOf, type PythonPlan } from "../plan.js";
import { typeText } from "../typeText.js";
import { callWords, modelPrefix, type Use, written } from "./snippet.js";

/**
 * How the page of a union shows a value of one of its members, with all that the lines name.
 *
 *     from acme_sdk import models
 *
 *     value: models.CardTypedDict = {"number": "4242", "cvc": "123"}
 */
export function unionValue(plan: PythonPlan, cells: TypeCells, type: Type): string {
  // Old pages leave the value to the reader.
  if (plan.options.quirks.modelValues === "bare") return `value: ${cells.code(type)} = /* values here */`;
  const { module, modelsAtRoot } = plan.options;
  const imports = new ImportSet(new Set(["value"]));
  const scope = {
    plan,
    imports,
    typesModule: `${module}.types`,
    codec: null,
    asValues: false,
    model(model: Parameters<typeof namespaceOf>[1], twin: boolean): string {
      const name = twin ? `${model.name}TypedDict` : model.valueName;
      const namespace = namespaceOf(plan, model);
      if (namespace !== "models") return `${imports.from(module, namespace)}.${name}`;
      noteModels();
      return `${modelPrefix(plan)}${name}`;
    },
  };
  const noteModels = (): void => void (modelsAtRoot ? imports.whole(module) : imports.from(module, "models"));
  const annotated = `value: ${typeText(scope, type, "twin")}`;
  // The data of an error comes from the API alone: nobody writes it down.
  if (holdsError(plan, type)) return `${imports.text()}\n\n${annotated}`;
  const uses = new Set<Use>();
  const line = `${annotated} = ${written(literal(callWords(plan)(uses), exampleValue(type, null, plan.typeOf), type), "")}`;
  if (uses.has("models")) noteModels();
  if (uses.has("date")) imports.from("datetime", "date");
  if (uses.has("Decimal")) imports.from("decimal", "Decimal");
  if (uses.has("parse_datetime")) imports.from(`${module}.utils`, "parse_datetime");
  const head = imports.text();
  return head === "" ? line : `${head}\n\n${line}`;
}

function holdsError({ modelOf }: PythonPlan, type: Type): boolean {
  return refsOf(type).some((id) => {
    const model = modelOf.get(id);
    return model?.kind === "object" && model.isError;
  });
}
