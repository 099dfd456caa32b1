import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { relativePath } from "../../imports.js";
import type { TypeScriptPlan } from "../../plan.js";
import { fileStem } from "../../spelling.js";

/** The file of an error class that every SDK has. */
export function errorsFile({ options }: TypeScriptPlan, name: string): string {
  const folder = options.folders.errors === "" ? "" : `${options.folders.errors}/`;
  return `${folder}${fileStem(name, options.fileNames)}.ts`;
}

/** Base and default error, the error of a response that does not fit, and those of the library under the paths that callers know. */
export function fixedErrors(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const { baseError, defaultError } = plan.options;
  const file = (name: string, template: string): GeneratedFile => {
    const path = errorsFile(plan, name);
    const view = {
      baseError,
      defaultError,
      base: relativePath(path, errorsFile(plan, baseError)),
      library: relativePath(path, "lib/errors.ts"),
    };
    return { path: `src/${path}`, text: plan.templates.render(`typescript/errors/${template}.ts`, view), owner: "generator" };
  };
  return [
    file(baseError, "base"),
    file(defaultError, "default"),
    file("ResponseValidationError", "responseValidation"),
    file("SDKValidationError", "sdkValidation"),
    file("HTTPClientErrors", "httpClient"),
  ];
}
