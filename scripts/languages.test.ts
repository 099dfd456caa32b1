import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtInTargets } from "../generator/targets/registry.js";
import { languages } from "./e2e/languages.js";

/** What CONTRIBUTING lists for a new language is there for each one in the registry. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const names = builtInTargets.filter(({ scope }) => scope === "document").map(({ name }) => name);

test.each(names)("%s has templates, a check and a driver", (name) => {
  const files = [
    `generator/targets/${name}/target.ts`,
    `templates/${name}/runtime`,
    `scripts/lib/checks/${name}.mjs`,
    `scripts/e2e/drivers/${name}.ts`,
  ];
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const driver = languages.find((language) => language.name === name)?.driver ?? "none";
  expect(existsSync(join(root, "scripts/e2e/drivers", driver))).toBe(true);
});

test("no two languages share a way to be called", () => {
  const modes = languages.flatMap((language) => language.modes);
  expect(new Set(modes).size).toBe(modes.length);
  expect(languages.map(({ name }) => name)).toEqual([...names].sort());
});
