import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { Imports, relativePath } from "../../imports.js";
import type { TypeScriptPlan } from "../../plan.js";
import { lineText } from "../../text.js";
import { errorsFile } from "../models/fixedErrors.js";
import { modelsByFile } from "../models/modelFiles.js";

/** What callers import by name: the package itself, the core for single functions, and the base of all classes. */
export function entryFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const { client, options } = plan;
  const file = (path: string, text: string): GeneratedFile => ({ path: `src/${path}`, text, owner: "generator" });
  const core = `${client.className}Core`;
  const [first] = plan.methods;
  const example = first === undefined ? null : { function: first.function, variable: plan.variable };
  const coreView = {
    core,
    example:
      example === null
        ? ""
        : `\n *\n *     const ${lineText(example.variable)} = new ${core}({ … });\n *     const result = await ${example.function}(${example.variable}, …);`,
  };
  const imports = new Imports("lib/sdks.ts", ["ClientSDK", "CallError"]);
  const sdks = {
    baseError: imports.type(errorsFile(plan, options.baseError), options.baseError),
    mismatch: imports.type(errorsFile(plan, "ResponseValidationError"), "ResponseValidationError"),
  };
  const eventStream =
    options.eventStream === "EventStream"
      ? ""
      : `export { EventStream as ${options.eventStream.replace(/[^\p{L}\p{N}_$]/gu, "") || "EventStream"} } from "./lib/event-streams.js";\n`;
  return [
    file("index.ts", plan.templates.render("typescript/index.ts", { eventStream })),
    file("core.ts", plan.templates.render("typescript/core.ts", coreView)),
    file("lib/sdks.ts", plan.templates.render("typescript/sdks.ts", { ...sdks, imports: imports.print() })),
    ...(options.barrels ? barrels(plan, file) : []),
  ];
}

/** Folders that can be imported as a whole. */
export function barrelFolders(plan: TypeScriptPlan): readonly string[] {
  return plan.options.barrels ? [...barrelContents(plan).keys()] : [];
}

function barrelContents(plan: TypeScriptPlan): ReadonlyMap<string, readonly string[]> {
  const { options } = plan;
  const fixed = [options.baseError, options.defaultError, "ResponseValidationError", "SDKValidationError", "HTTPClientErrors"].map((name) =>
    errorsFile(plan, name),
  );
  const folders = new Map<string, string[]>();
  for (const path of [...modelsByFile(plan).keys(), ...fixed]) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    if (folder !== "") folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return folders;
}

/** `index.ts` in each folder of models: `export * from "./token.js";` */
function barrels(plan: TypeScriptPlan, file: (path: string, text: string) => GeneratedFile): readonly GeneratedFile[] {
  return [...barrelContents(plan)].map(([folder, paths]) => {
    const index = `${folder}/index.ts`;
    const lines = [...new Set(paths)].sort((a, b) => (a < b ? -1 : 1)).map((path) => `export * from "${relativePath(index, path)}";\n`);
    return file(index, lines.join(""));
  });
}
