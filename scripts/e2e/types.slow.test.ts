import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { wireSdks } from "../lib/wireSdks.mjs";
import { compile, pythonOf, root, work } from "./places.js";
import { sessionFolders } from "./sessionCase.js";

const python = pythonOf();
const folder = (language: string, name: string): string => join(work, "types", language, name === "." ? "calls" : name);

/** What the strictest checkers say of the SDKs that the cases on the wire call; the calls themselves look at no types. */
describe.each([".", ...sessionFolders()])("types of the SDKs of specs/wire/%s", (name) => {
  test("TypeScript: tsc with the strict settings of the SDK", () => {
    expect(compile(join(wireSdks(name), "sdk/typescript"), folder("typescript", name))).toEqual([]);
  }, 600_000);

  (python === null ? test.skip : test)(
    "Python: pyright and mypy, both strict",
    () => {
      const sources = join(wireSdks(name), "sdk/python/src");
      const settings = join(wireSdks(name), "pyrightconfig.json");
      writeFileSync(settings, JSON.stringify({ include: [sources], typeCheckingMode: "strict" }));
      const pyright = [join(root, "node_modules/pyright/index.js"), "-p", settings, "--pythonpath", python ?? ""];
      expect(spawnSync(process.execPath, pyright, { encoding: "utf8" }).stdout).toContain("0 errors");
      const mypy = ["-m", "mypy", "--strict", "--cache-dir", join(root, "build/mypy"), sources];
      expect(spawnSync(python ?? "", mypy, { encoding: "utf8" }).stdout).toContain("Success");
    },
    600_000,
  );
});
