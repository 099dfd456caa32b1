import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { optionsPage } from "./optionsPage.js";

it("the committed page is the one that `npm run options` writes", () => {
  expect(readFileSync(fileURLToPath(new URL("../../docs/options.md", import.meta.url)), "utf8")).toBe(optionsPage());
});

it("options that are declared alike are one row; a dot leads into an object, and a bar does not end a cell", () => {
  const version = { type: "string", description: "Version.", default: "1" } as const;
  const page = optionsPage([
    {
      name: "one",
      options: { version, sizes: { type: "object", description: "", properties: { most: { type: "integer", minimum: 1 } } } },
    },
    { name: "two", options: { version, mode: { enum: ["a", false], description: "a | b" } } },
  ]);
  expect(page.split("\n").slice(-5)).toEqual([
    "| --- | --- | --- | --- | --- |",
    '| `mode` | two | `"a"`, `false` |  | a \\| b |',
    "| `sizes.most` | one | integer from 1 |  |  |",
    '| `version` | one, two | string | `"1"` | Version. |',
    "",
  ]);
});
