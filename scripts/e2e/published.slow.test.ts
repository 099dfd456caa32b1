import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { echo } from "./echo.js";
import { lowestAndHighest } from "./interpreters.js";
import { compile, main, pythonOf, root, work } from "./places.js";
import { readMap } from "./sdkMap.js";

const corpus = join(root, "..", "shared", "corpus");
const present = existsSync(corpus);
if (!present) console.warn("../shared is absent: published SDKs are not migrated");
const python = pythonOf();
const folder = join(work, "published");
const sdk = join(folder, "sdk");

/** Two published SDKs of one API, migrated and generated: every operation of each is called once. */
(present ? describe : describe.skip)("a published API, migrated", () => {
  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    const run = (...flags: readonly string[]): void => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...flags], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${flags.join(" ")} ended with ${status}\n${stdout}${stderr}`);
    };
    run("migrate", "--from", join(corpus, "python/polar"), "--from", join(corpus, "typescript/polar"), "--out", folder);
    run("generate", "--config", join(folder, "sdksmith.yaml"), "--out", sdk);
  });

  test("TypeScript: compiles strictly, and every operation is called", async () => {
    const built = join(folder, "typescript-built");
    expect(compile(join(sdk, "typescript"), built)).toEqual([]);
    for (const mode of ["class", "function"] as const) {
      const { called, mistakes } = await echo(readMap(join(sdk, "json"), "typescript"), mode, process.execPath, built);
      console.info(`TypeScript, ${mode}: ${called} operations called, ${mistakes.length} mistakes`);
      expect(mistakes).toEqual([]);
    }
  });

  (python === null ? test.skip : test)("Python: every operation is called, every model is loaded, types are clean", async () => {
    const source = join(sdk, "python", "src");
    for (const { version, command } of lowestAndHighest()) {
      const { stdout } = spawnSync(command, [join(root, "scripts/lib/importModels.py"), source, "polar_sdk"], { encoding: "utf8" });
      const { models, failed }: { models: number; failed: readonly string[] } = JSON.parse(stdout);
      console.info(`Python ${version}: ${models} names of models loaded, ${failed.length} failed`);
      expect(failed).toEqual([]);
    }
    for (const mode of ["sync", "async"] as const) {
      const { called, mistakes } = await echo(readMap(join(sdk, "json"), "python"), mode, python ?? "", join(sdk, "python"));
      console.info(`Python, ${mode}: ${called} operations called, ${mistakes.length} mistakes`);
      expect(mistakes).toEqual([]);
    }
    const settings = join(folder, "pyrightconfig.json");
    writeFileSync(settings, JSON.stringify({ include: ["sdk/python/src"], typeCheckingMode: "basic" }));
    const checked = spawnSync(
      process.execPath,
      [join(root, "node_modules/pyright/index.js"), "-p", settings, "--pythonpath", python ?? ""],
      { encoding: "utf8" },
    );
    expect(checked.stdout).toContain("0 errors");
  });
});
