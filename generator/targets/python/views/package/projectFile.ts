import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { PythonPlan } from "../../plan.js";
import { type PoetryRequirement, requirementOf } from "../../requirement.js";

/** pyproject.toml, for uv (PEP 621) or for poetry. */
export function projectFile(plan: PythonPlan): GeneratedFile {
  const { options } = plan;
  const dependencies = options.dependencies.map(dependency);
  const devDependencies = options.devDependencies.map(dependency);
  const view = {
    name: tomlString(options.packageName),
    version: tomlString(options.version),
    description: tomlString(options.description),
    module: options.module,
    authors: options.authors.map((name) => ({ name: tomlString(name) })),
    license: options.license === null ? "" : tomlString(options.license),
    dependencies,
    devDependencies,
    hasDev: devDependencies.length > 0,
    // The build refuses them otherwise.
    hasDirect: dependencies.some(({ direct }) => direct),
    ignores: options.modelsAtRoot ? [`"src/${options.module}/__init__.py" = ["F403"]`] : [],
  };
  return { path: "pyproject.toml", text: plan.templates.render(`python/package/${options.packageManager}.toml`, view), owner: "generator" };
}

function dependency([name, version]: readonly [name: string, version: string]) {
  const { pep, poetry, direct } = requirementOf(name, version);
  return { pep: tomlString(pep), poetry: `${tomlKey(name.replace(/\s*\[.*\]/, ""))} = ${poetryValue(poetry)}`, direct };
}

/** `"^1.2"`, or `{ version = "^1.2", extras = ["fast"] }`. */
function poetryValue(requirement: PoetryRequirement): string {
  const entries = Object.entries(requirement);
  const { version } = requirement;
  if (entries.length === 1 && typeof version === "string") return tomlString(version);
  return `{ ${entries.map(([key, value]) => `${key} = ${typeof value === "string" ? tomlString(value) : `[${value.map(tomlString).join(", ")}]`}`).join(", ")} }`;
}

/** A basic string of TOML 1.0: JSON's escapes are TOML's, but for the delete character. */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}

function tomlKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : tomlString(name);
}
