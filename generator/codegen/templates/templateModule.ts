import handlebars from "handlebars";
import type { TemplateFiles } from "./templateFiles.js";
import { compileOptions } from "./templateStore.js";

/**
 * The module that the build puts beside the compiled sources: every template precompiled and every runtime file as a string, without a path of the machine it was built on.
 *
 *     export const templates = {
 *     "acme": {
 *     "client.txt": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,…) { … },"useData":true},
 *     },
 *     };
 *     export const runtime = {
 *     "acme": [
 *     ["retry.txt", "…"],
 *     ],
 *     };
 */
export function templateModule(files: TemplateFiles): string {
  const targets = [...new Set(files.templates.map((template) => template.target))];
  const lines = ["export const templates = {"];
  for (const target of targets) {
    lines.push(`${JSON.stringify(target)}: {`);
    for (const { path, text } of files.templates.filter((template) => template.target === target)) {
      lines.push(`${JSON.stringify(path)}: ${handlebars.precompile(text, compileOptions)},`);
    }
    lines.push("},");
  }
  lines.push("};", "export const runtime = {");
  for (const { target, files: runtime } of files.runtime) {
    lines.push(
      `${JSON.stringify(target)}: [`,
      ...runtime.map((file) => `[${JSON.stringify(file.path)}, ${JSON.stringify(file.text)}],`),
      "],",
    );
  }
  lines.push("};", "");
  return lines.join("\n");
}
