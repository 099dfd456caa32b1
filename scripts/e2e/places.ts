import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, "../..");

/** Where the tests of this folder build; nothing of it is committed. */
export const work = join(root, "build", "e2e");

/** The interpreter that `npm test` prepared, or that of the virtual environment; null, said aloud, when there is none. */
export function pythonOf(): string | null {
  const own = process.env.SDKSMITH_PYTHON ?? join(root, ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (existsSync(own)) return own;
  console.warn("Python 3.10 or newer was not found: Python SDKs are not called");
  return null;
}

/** The command, built by `npm test` before it runs the tests. */
export const main = join(root, "dist", "generator", "main.js");

/** Runs `sdksmith generate`; throws with what it printed when it fails. */
export function generate(...flags: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "generate", "--force", "--quiet", ...flags], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`sdksmith generate ${flags.join(" ")} ended with ${status}\n${stdout}${stderr}`);
}

/**
 * Compiles a generated TypeScript SDK as its own settings say, to ES modules in `to`; gives the compiler's complaints. Without `check` it looks at syntax
 * alone, which takes a third of the time: the types of such SDKs are checked in the slow tier.
 */
export function compile(sdk: string, to: string, { check = true, declarations = false } = {}): readonly string[] {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const compiler = join(root, "node_modules/typescript/lib/tsc.js");
  const settings = [
    "--outDir",
    to,
    "--declaration",
    String(declarations),
    "--declarationMap",
    "false",
    "--isolatedDeclarations",
    "false",
    "--sourceMap",
    "false",
    ...(check ? [] : ["--noCheck"]),
  ];
  const { stdout } = spawnSync(process.execPath, ["--max-old-space-size=8192", compiler, "-p", join(sdk, "tsconfig.json"), ...settings], {
    encoding: "utf8",
  });
  writeFileSync(join(to, "package.json"), '{"type": "module"}\n');
  return stdout.split("\n").filter((line) => line.includes("error TS"));
}
