import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { requirementOf, requirementSchema } from "./requirement.js";

const python = fileURLToPath(new URL("../../../.venv/bin/python", import.meta.url));
const pattern = new RegExp(requirementSchema.pattern ?? "");

const written: readonly (readonly [version: string, pep: string, inside: string, outside: string])[] = [
  ["^1.2.3", "acme >=1.2.3,<2", "1.9", "2.0"],
  ["^0.8.0", "acme >=0.8.0,<0.9", "0.8.5", "0.9"],
  ["^0.0.3", "acme >=0.0.3,<0.0.4", "0.0.3", "0.0.4"],
  ["^0.0", "acme >=0.0,<0.1", "0.0.9", "0.1"],
  ["^1.x", "acme >=1,<2", "1.5", "2.0"],
  ["^1.2.3-beta.1", "acme >=1.2.3-beta.1,<2", "1.2.3b2", "2.0"],
  ["~1.2", "acme >=1.2,<1.3", "1.2.9", "1.3"],
  ["~1.2.3", "acme >=1.2.3,<1.3", "1.2.9", "1.2.2"],
  ["~1", "acme >=1,<2", "1.9", "2.0"],
  ["~> 1.2", "acme >=1.2,<1.3", "1.2.9", "1.3"],
  ["~=1.4", "acme ~=1.4", "1.9", "2.0"],
  ["~=1", "acme >=1,<2", "1.9", "2.0"],
  [">=1", "acme >=1", "3.0", "0.9"],
  [">=1, <2", "acme >=1,<2", "1.5", "2.0"],
  [">=1 <2", "acme >=1,<2", "1.5", "2.0"],
  [">= 1.2, != 1.3.*,<2", "acme >=1.2,!=1.3.*,<2", "1.4", "1.3.1"],
  [">1.x", "acme >=2", "2.0", "1.9"],
  ["<=1.x", "acme <2", "1.9", "2.0"],
  ["1.x", "acme ==1.*", "1.9", "2.0"],
  ["1.2.*", "acme ==1.2.*", "1.2.9", "1.3"],
  ["1.2 - 1.4", "acme >=1.2,<1.5", "1.4.9", "1.5"],
  ["1.2.0 - 1.4.2", "acme >=1.2.0,<=1.4.2", "1.4.2", "1.4.3"],
  ["1.2.3", "acme ==1.2.3", "1.2.3", "1.2.4"],
  ["=1.2.3+local.1", "acme ==1.2.3+local.1", "1.2.3+local.1", "1.2.3"],
  [">=1.2.3+build", "acme >=1.2.3", "1.2.3", "1.2.2"],
  ["v1.2.3", "acme ==1.2.3", "1.2.3", "1.2.4"],
  ["~1.2 ; python_version < '3.12'", "acme >=1.2,<1.3 ; python_version < '3.12'", "1.2.9", "1.3"],
];

it.each(written)("%s is written as %s", (version, pep) => {
  expect(pattern.test(version)).toBe(true);
  expect(requirementOf("acme", version).pep).toBe(pep);
});

it.each([
  ["acme[fast, safe]", "^1.2", "acme[fast, safe] >=1.2,<2", { version: "^1.2", extras: ["fast", "safe"] }],
  ["acme", "*", "acme", { version: "*" }],
  ["acme", "", "acme", { version: "*" }],
  ["acme", "1.x", "acme ==1.*", { version: "==1.*" }],
  ["acme", "https://acme.test/a-1.whl", "acme @ https://acme.test/a-1.whl", { url: "https://acme.test/a-1.whl" }],
  [
    "acme",
    "git+https://acme.test/a.git@v1 ; os_name == 'nt'",
    "acme @ git+https://acme.test/a.git@v1 ; os_name == 'nt'",
    { git: "https://acme.test/a.git", rev: "v1", markers: "os_name == 'nt'" },
  ],
])("%s: %s is written for both layouts", (name, version, pep, poetry) => {
  expect(pattern.test(version)).toBe(true);
  expect(requirementOf(name, version)).toEqual({ pep, poetry, direct: pep.includes("@") });
});

it.each(["latest", "^7 || ^8", "workspace:*", "1.2.3-0", "^", "npm:acme@1"])("%s is a mistake, and reported", (version) => {
  expect(pattern.test(version)).toBe(false);
});

const check = `
import json, sys
from packaging.requirements import Requirement
for text, inside, outside in json.load(sys.stdin):
    one = Requirement(text)
    print(json.dumps([one.specifier.contains(inside, prereleases=True), one.specifier.contains(outside, prereleases=True)]))
`;

(existsSync(python) ? it : it.skip)("each is a requirement that lets in and keeps out what was meant", () => {
  const input = JSON.stringify(written.map(([version, , inside, outside]) => [requirementOf("acme[x]", version).pep, inside, outside]));
  const { stdout, stderr } = spawnSync(python, ["-c", check], { input, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n")).toEqual(written.map(() => "[true, false]"));
});
