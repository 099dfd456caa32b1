#!/usr/bin/env node
// Usage snippets of all pages and READMEs: `npm run snippets -- [SPEC]... [--target python|typescript] [--run] [--max N]`. Generates the SDKs of documents,
// by name in ../shared/specs/index.json or by path, and type-checks each snippet as a module of its own: pyright basic, `tsc --strict`. --run runs them as well, against a mock that knows
// the document. Prints page and line of what fails; exit code 1 when anything does. Without names: all documents of the index, which stand outside of the project.
import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import "./lib/typescript.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: "string", multiple: true },
    run: { type: "boolean", default: false },
    max: { type: "string", default: "20" },
  },
});
const specs = join(root, "..", "shared", "specs");
const index = existsSync(join(specs, "index.json")) ? JSON.parse(readFileSync(join(specs, "index.json"), "utf8")) : [];
const documents = (positionals.length > 0 ? positionals : index.map(({ name }) => name)).flatMap((name) => {
  const listed = index.find((one) => one.name === name);
  if (listed !== undefined) return [{ name, path: join(specs, listed.file) }];
  return existsSync(name) ? [{ name: basename(name).replace(/\.\w+$/, ""), path: resolve(name) }] : [];
});
if (documents.length === 0) {
  console.log("skipped: no such documents, and none at ../shared/specs");
  process.exit(0);
}
if (!existsSync(join(root, "dist", "generator", "main.js"))) {
  console.error("dist/ is missing: run `npm run build` first");
  process.exit(2);
}
const { generate } = await import("./e2e/places.ts");
const { checkSnippets, snippetLanguages, snippetProject } = await import("./snippets/check.ts");
const { runSnippets } = await import("./snippets/run.ts");
const languages = snippetLanguages.filter(({ name }) => options.target === undefined || options.target.includes(name));
const totals = new Map(languages.map(({ name }) => [name, { snippets: 0, problems: 0, failed: 0 }]));
for (const { name, path } of documents) {
  for (const language of languages) {
    const folder = join(root, "build", "snippets", name, language.name);
    try {
      generate("--spec", path, "--out", folder, "--target", language.name);
    } catch (error) {
      console.log(`${name}, ${language.name}: not generated: ${error.message.slice(0, 300)}`);
      continue;
    }
    const sdk = join(folder, language.name);
    const project = snippetProject(sdk, language, join(folder, "project"));
    const problems = checkSnippets(project, language);
    const met = options.run ? await runSnippets(path, project, language.name) : [];
    const failed = met.filter(({ isContradiction }) => !isContradiction);
    const total = totals.get(language.name);
    total.snippets += project.snippets.length;
    total.problems += problems.length;
    total.failed += failed.length;
    console.log(
      `${name}, ${language.name}: ${project.snippets.length} snippets, ${problems.length} errors${options.run ? `, ${failed.length} fail when run, ${met.length - failed.length} meet a contradiction of the document` : ""}`,
    );
    for (const { page, line, problem } of [...problems, ...failed, ...met.filter(({ isContradiction }) => isContradiction)].slice(
      0,
      Number(options.max),
    ))
      console.log(`  ${relative(root, join(sdk, page))}:${line}: ${problem}`);
  }
}
for (const [name, { snippets, problems, failed }] of totals)
  console.log(`all, ${name}: ${snippets} snippets, ${problems} errors${options.run ? `, ${failed} fail when run` : ""}`);
process.exit([...totals.values()].some(({ problems, failed }) => problems + failed > 0) ? 1 : 0);
