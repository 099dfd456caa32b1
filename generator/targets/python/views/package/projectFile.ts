import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { PythonPlan } from "../../plan.js";

/** pyproject.toml, for uv (PEP 621) or for poetry. */
export function projectFile(plan: PythonPlan): GeneratedFile {
  const { options } = plan;
  const view = {
    name: tomlString(options.packageName),
    version: tomlString(options.version),
    description: tomlString(options.description),
    module: options.module,
    authors: options.authors.map((name) => ({ name: tomlString(name), poetry: tomlString(name) })),
    license: options.license === "" ? "" : tomlString(options.license),
    dependencies: options.dependencies.map(([name, version]) => ({
      pep: tomlString(`${name}${pepVersion(version)}`),
      poetry: `${tomlKey(name)} = ${tomlString(version)}`,
    })),
    devDependencies: options.devDependencies.map(([name, version]) => ({
      pep: tomlString(`${name}${pepVersion(version)}`),
      poetry: `${tomlKey(name)} = ${tomlString(version)}`,
    })),
    hasDev: options.devDependencies.length > 0,
    ignores: options.modelsAtRoot ? [`"src/${options.module}/__init__.py" = ["F403"]`] : [],
  };
  return { path: "pyproject.toml", text: plan.templates.render(`python/package/${options.packageManager}.toml`, view), owner: "generator" };
}

/** A basic string of TOML 1.0: JSON's escapes are TOML's, but for the delete character. */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}

function tomlKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : tomlString(name);
}

/** poetry's "^1.2.3" means at least this and the same first part. */
function pepVersion(version: string): string {
  const caret = /^\^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version);
  if (caret === null) return /^[\d]/.test(version) ? `==${version}` : version === "*" ? "" : version;
  const [major = 0, minor = 0] = [Number(caret[1]), Number(caret[2] ?? 0)];
  const upper = major > 0 ? `${major + 1}` : `0.${minor + 1}`;
  return ` >=${version.slice(1)},<${upper}`;
}
