import type { ObjectModel } from "../../../../codegen/plan/plan.js";
import { typeText } from "../../typeText.js";
import type { ModuleScope } from "./moduleScope.js";

/** What a class has above and below its fields so that it keeps properties that the document does not name. */
export interface ExtraProperties {
  readonly before: string;
  readonly after: string;
}

/**
 * Checkers know the attribute of pydantic as a map of anything, so they do not see the narrower annotation, which pydantic reads.
 *
 *     model_config = pydantic.ConfigDict(extra="allow")
 *     if not TYPE_CHECKING:
 *         __pydantic_extra__: Dict[str, int] = pydantic.Field(init=False)
 *
 *     @property
 *     def additional_properties(self) -> Dict[str, int]: …
 *
 * A field of that name takes the place of the property.
 */
export function extraProperties(scope: ModuleScope, model: ObjectModel, write: (code: string) => string): ExtraProperties | null {
  if (model.rest === null) return null;
  const { imports } = scope;
  const type = write(`${imports.from("typing", "Dict")}[str, ${typeText(scope, model.rest, "value")}]`);
  const pydantic = write(imports.whole("pydantic"));
  const before = [
    `    model_config = ${pydantic}.ConfigDict(extra="allow")`,
    `    if not ${imports.from("typing", "TYPE_CHECKING")}:`,
    `        __pydantic_extra__: ${type} = ${pydantic}.Field(init=False)`,
  ].join("\n");
  if (model.fields.some(({ name }) => name === "additional_properties")) return { before, after: "" };
  const after = [
    "    @property",
    `    def additional_properties(self) -> ${type}:`,
    '        """Properties that the document does not name."""',
    `        return ${write(imports.from("typing", "cast"))}(${JSON.stringify(type.replaceAll('"', "'"))}, self.__pydantic_extra__)`,
    "",
    "    @additional_properties.setter",
    `    def additional_properties(self, value: ${type}) -> None:`,
    "        self.__pydantic_extra__ = value",
  ].join("\n");
  return { before, after };
}
