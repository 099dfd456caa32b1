import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { root, work } from "./places.js";

/** A Python that holds what the generated SDKs depend on. */
export interface Interpreter {
  readonly version: string;
  readonly command: string;
}

/** The lowest and the highest of the installed interpreters that the SDKs support, each with a virtual environment of its own; one entry when only one is installed. */
export function lowestAndHighest(): readonly Interpreter[] {
  const installed = installedMinors();
  const wanted = [...new Set([installed[0], installed.at(-1)])];
  return wanted.flatMap((one) => (one === undefined ? [] : [withPackages(`3.${one.minor}`, one.command)]));
}

/** Those from 3.10 on, lowest first, among the commands of the path and those of pyenv. */
function installedMinors(): readonly { readonly minor: number; readonly command: string }[] {
  const versions = join(homedir(), ".pyenv", "versions");
  const ofPyenv = existsSync(versions) ? readdirSync(versions).map((name) => join(versions, name, "bin", "python")) : [];
  const commands = ["python3", ...[10, 11, 12, 13, 14].map((minor) => `python3.${minor}`), ...ofPyenv];
  const byMinor = new Map<number, string>();
  for (const command of commands) {
    const { status, stdout } = spawnSync(command, ["-c", "import sys, venv, ensurepip; print(*sys.version_info[:2])"], {
      encoding: "utf8",
    });
    const [major, minor] = status === 0 ? stdout.trim().split(" ").map(Number) : [];
    if (major === 3 && minor !== undefined && minor >= 10 && !byMinor.has(minor)) byMinor.set(minor, command);
  }
  return [...byMinor].map(([minor, command]) => ({ minor, command })).sort((a, b) => a.minor - b.minor);
}

/** The environment is kept between runs; the packages are those that the tests of the runtime pin. */
function withPackages(version: string, base: string): Interpreter {
  const folder = join(work, `python-${version}`);
  const command = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (spawnSync(command, ["-c", "import httpx, pydantic"]).status === 0) return { version, command };
  const pins = readFileSync(join(root, "requirements-dev.txt"), "utf8")
    .split("\n")
    .filter((line) => /^(httpx|pydantic)==/.test(line));
  rmSync(folder, { recursive: true, force: true });
  run(base, "-m", "venv", folder);
  run(command, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...pins);
  return { version, command };
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
}
