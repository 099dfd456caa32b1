import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { libraryFiles } from "../../../sdkPlan.js";
import type { TypeScriptPlan } from "../../plan.js";

/** The library, as it stands; the file for the user's own hooks is written once. */
export function runtimeFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  return libraryFiles(plan, "typescript").map(({ path, text }) => ({
    path,
    text,
    owner: path === "src/hooks/registration.ts" ? "user" : "generator",
  }));
}
