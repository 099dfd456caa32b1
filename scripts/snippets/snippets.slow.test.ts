import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generate, pythonOf, root, work } from "../e2e/places.js";
import { wireFolders, wireSdks } from "../lib/wireSdks.mjs";
import { checkSnippets, snippetLanguages, snippetProject } from "./check.js";
import { runSnippets } from "./run.js";

const python = pythonOf();
const languages = snippetLanguages.filter(({ name }) => name !== "python" || python !== null);
const tokens = join(root, "specs/organization-access-tokens/openapi.yaml");

describe.each(languages)("snippets of $name", (language) => {
  test.each(wireFolders())("of specs/wire/%s type-check", (name) => {
    const project = snippetProject(join(wireSdks(name), "sdk", language.name), language, join(work, "snippets", language.name, name));
    expect(project.snippets.length).toBeGreaterThan(3);
    expect(checkSnippets(project, language)).toEqual([]);
  });

  test("of specs/organization-access-tokens type-check and run", async () => {
    const folder = join(work, "snippets", language.name, "tokens");
    rmSync(folder, { recursive: true, force: true });
    generate("--spec", tokens, "--target", language.name, "--out", folder);
    expect(existsSync(join(folder, language.name, "README.md"))).toBe(true);
    const project = snippetProject(join(folder, language.name), language, join(folder, "project"));
    expect(checkSnippets(project, language)).toEqual([]);
    expect(await runSnippets(tokens, project, language.name)).toEqual([]);
  });
});
