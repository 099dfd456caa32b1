import type { ObjectModel, Property } from "../../../../codegen/plan/plan.js";
import { placeOf, type TypeScriptPlan } from "../../plan.js";
import { access, stringLiteral, typeKey } from "../../text.js";
import { type TypeScope, typeText } from "../../typeText.js";
import { errorsFile } from "./fixedErrors.js";

/** An error of the API: its class holds the properties of the response as its own. */
export interface ErrorClassView {
  readonly docs: string;
  readonly name: string;
  readonly data: string;
  readonly base: string;
  readonly http: string;
  readonly message: string;
  readonly properties: readonly { readonly declaration: string; readonly assignment: string }[];
}

/** Members that an error has anyway. */
const ownMembers = new Set([
  "name",
  "message",
  "stack",
  "cause",
  "statusCode",
  "body",
  "headers",
  "contentType",
  "rawResponse",
  "data$",
  "constructor",
  "toString",
  "__proto__",
]);

/**
 *     export class NotFoundError extends TokensError {
 *       override name = "NotFoundError";
 *       detail?: string | undefined;
 *       data$: NotFoundErrorData;
 *       constructor(data: NotFoundErrorData, http: HTTPMeta) { … }
 *     }
 */
export function errorClass(plan: TypeScriptPlan, model: ObjectModel, scope: TypeScope, docs: string): ErrorClassView {
  const { imports } = scope;
  const errorMessage = imports.value("lib/errors.ts", "errorMessage");
  return {
    docs,
    name: model.name,
    data: dataName(plan, model, imports),
    base: imports.value(errorsFile(plan, plan.options.baseError), plan.options.baseError),
    http: imports.type("lib/errors.ts", "HTTPMeta"),
    message: model.message === null ? `${errorMessage}(data)` : `${errorMessage}(data, ${stringLiteral(model.message.name)})`,
    properties: model.fields.filter(({ name }) => !ownMembers.has(name)).map((field) => property(field, scope)),
  };
}

function dataName(plan: TypeScriptPlan, { id, data, valueName }: ObjectModel, imports: TypeScope["imports"]): string {
  const model = data === id ? undefined : plan.modelOf.get(data);
  return model === undefined ? valueName : imports.type(placeOf(plan, model).file, valueName);
}

function property(field: Property, scope: TypeScope): ErrorClassView["properties"][number] {
  const type = typeText(field.type, scope);
  return {
    declaration: `${typeKey(field.name)}${field.required ? `: ${type}` : `?: ${type} | undefined`};`,
    assignment: `this${access(field.name)} = data${access(field.name)};`,
  };
}
