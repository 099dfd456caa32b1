import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built command as its users run it. `npm test` builds first; without a build there is nothing to run. */
const main = join(dirname(fileURLToPath(import.meta.url)), "../dist/generator/main.js");

const document = {
  openapi: "3.1.0",
  info: { title: "Acme API", version: "1" },
  paths: { "/things": { get: { operationId: "list", responses: { "204": { description: "" } } } } },
};

(existsSync(main) ? describe : describe.skip)("sdksmith", () => {
  const folder = mkdtempSync(join(tmpdir(), "sdksmith-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args.includes("--import") ? args : [main, ...args], {
      cwd: folder,
      encoding: "utf8",
      timeout: 300_000,
    });
    return { status, stdout, stderr };
  };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const generate = ["generate", "--spec", "openapi.json", "--target", "json"] as const;

  it("exits with 0 when it is done, prints a summary and no progress into a pipe", () => {
    const { status, stdout, stderr } = run(...generate);
    expect(stderr).toBe("");
    expect(stdout).toMatch(
      /^json {2}sdk\/json {2}2 files: 2 new, 0 changed, 0 removed, 0 unchanged\n1 operation; 0 types; 0 warnings; \d+\.\d s\n$/,
    );
    expect(status).toBe(0);
  });

  it("does nothing the second time, and names a hand-edited file in a check", () => {
    expect(run(...generate).stdout).toMatch(/^Nothing has changed since the last run/);
    writeFileSync(join(folder, "sdk/json/sdk.json"), "edited");
    const { status, stdout } = run(...generate, "--check");
    expect(stdout).toContain("edited by hand, would be replaced: sdk.json");
    expect(status).toBe(1);
  });

  it("prints one JSON object when it shall, and nothing when it shall be quiet", () => {
    const { status, stdout, stderr } = run(...generate, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      status: "written",
      operations: 1,
      sdks: [{ name: "json", updated: ["sdk.json"], handEdited: ["sdk.json"] }],
      diagnostics: [],
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(run(...generate, "--quiet", "--force")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("exits with 1 when the input is wrong", () => {
    const { status, stderr } = run("generate", "--spec", "none.json", "--target", "json");
    expect(stderr).toMatch(/^none\.json {2}error {2}file-missing\n/);
    expect(status).toBe(1);
  });

  it("exits with 1 and words when a folder cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const { status, stderr } = run(...generate, "--out", "file/below");
    expect(stderr).toMatch(/^sdksmith: E[A-Z]+: .*\n$/);
    expect(status).toBe(1);
  });

  it.each([[["generate", "--none"]], [["none"]], [[]], [["migrate", "--out", "x"]], [["init"]], [["generate", "extra"]]])(
    "exits with 2 for wrong usage: %j",
    (args) => {
      const { status, stderr } = run(...args);
      expect(stderr).not.toBe("");
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(status).toBe(2);
    },
  );

  it("exits with 0 for help and version", () => {
    expect(run("--version")).toMatchObject({ status: 0, stdout: "0.1.0\n" });
    expect(run("--help").status).toBe(0);
  });

  it("exits with 70 for a bug, without a stack, and writes nothing", () => {
    // A run that breaks in the middle: something that the comparison of files needs throws.
    const broken = `const set = Map.prototype.set; Map.prototype.set = function (key, value) { if (key === "apis/1.json") throw new TypeError("broken"); return set.call(this, key, value); };`;
    writeFileSync(join(folder, "broken.mjs"), broken);
    const args = ["--import", join(folder, "broken.mjs"), main, ...generate, "--out", "other"];
    const { status, stderr } = run(...args);
    expect(stderr).toMatch(/^sdksmith 0\.1\.0: a bug of sdksmith.*\n {2}stage: comparing\n {2}broken\nPlease report/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(70);
    expect(existsSync(join(folder, "other"))).toBe(false);
    run(...args, "--debug");
    expect(readFileSync(join(folder, "sdksmith-bug.txt"), "utf8")).toContain("TypeError: broken\n    at ");
  });

  it("writes a first configuration that it can read, and never over another", () => {
    const fresh = join(folder, "fresh");
    mkdirSync(fresh);
    writeFileSync(join(fresh, "openapi.json"), JSON.stringify(document));
    const init = () => spawnSync(process.execPath, [main, "init", "openapi.json"], { cwd: fresh, encoding: "utf8" });
    expect(init()).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(join(fresh, "sdksmith.yaml"), "utf8")).toContain('document: "openapi.json"');
    expect(init().status).toBe(1);
  });

  it("prints its settings for editors and for people", () => {
    expect(Object.keys(JSON.parse(run("schema").stdout).$defs)).toEqual(["python", "typescript", "json", "package"]);
    const { status, stdout } = run("schema", "--markdown");
    expect([status, stdout]).toEqual([0, readFileSync(join(dirname(main), "../../docs/options.md"), "utf8")]);
  });

  it("survives a reader that goes away", () => {
    const { status } = spawnSync("sh", ["-c", `"${process.execPath}" "${main}" schema | head -c 1`], { cwd: folder });
    expect(status).toBe(0);
  });
});
