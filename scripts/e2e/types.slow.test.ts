import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate, pythonOf, root, work } from "./places.js";
import { sessionFolders } from "./sessionCase.js";

const python = pythonOf();
const specs = join(root, "specs/wire");

/** What the two strictest checkers of Python say of the SDKs that the cases on the wire call; the compiler of TypeScript has its say before each call. */
(python === null ? describe.skip : describe)("types of Python SDKs", () => {
  test.each(["", ...sessionFolders()])(
    "specs/wire/%s",
    (name) => {
      const folder = join(work, "types", name === "" ? "main" : name);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      cpSync(join(specs, name, "openapi.yaml"), join(folder, "openapi.yaml"));
      const own = join(specs, name, "sdks.yaml");
      cpSync(existsSync(own) ? own : join(specs, "sdks.yaml"), join(folder, "sdks.yaml"));
      generate("--config", join(folder, "sdks.yaml"), "--out", join(folder, "sdk"));
      const settings = join(folder, "pyrightconfig.json");
      writeFileSync(settings, JSON.stringify({ include: ["sdk/python/src"], typeCheckingMode: "strict" }));
      const pyright = [join(root, "node_modules/pyright/index.js"), "-p", settings, "--pythonpath", python ?? ""];
      expect(spawnSync(process.execPath, pyright, { encoding: "utf8" }).stdout).toContain("0 errors");
      const mypy = ["-m", "mypy", "--strict", "--cache-dir", join(folder, "mypy"), join(folder, "sdk/python/src")];
      expect(spawnSync(python ?? "", mypy, { encoding: "utf8" }).stdout).toContain("Success");
    },
    600_000,
  );
});
