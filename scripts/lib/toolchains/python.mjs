// What the tests of Python need beside Node.js: a virtual environment in .venv with the packages of requirements-dev.txt, and pytest for the library that SDKs carry.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Makes what is missing. → variables for all tests, among them those of the generator, which find the interpreter in SDKSMITH_PYTHON; null when there is no Python to test with.
 */
export function prepare({ root, fail }) {
  const requirements = join(root, "requirements-dev.txt");
  const python = existsSync(requirements) ? virtualEnvironment(root, requirements, fail) : null;
  return python === null ? null : { SDKSMITH_PYTHON: python };
}

/** The tests of the library. → { status, result: { passed, failed, skipped } | null }; null when there are none. */
export function test({ root, reports, slow, environment }) {
  const folders = ["templates/python/tests", "tests"].filter((folder) => existsSync(join(root, folder)));
  if (folders.length === 0) return null;
  const report = join(reports, "pytest.xml");
  rmSync(report, { force: true });
  const status = run(
    environment.SDKSMITH_PYTHON,
    [
      "-m",
      "pytest",
      "-q",
      "-p",
      "no:cacheprovider",
      "-o",
      "markers=slow: needs minutes; run by npm test -- --slow",
      "-m",
      slow ? "slow" : "not slow",
      `--junitxml=${report}`,
      ...folders,
    ],
    { PYTHONDONTWRITEBYTECODE: "1" },
  );
  const suite = existsSync(report) ? /<testsuite [^>]*>/.exec(readFileSync(report, "utf8"))?.[0] : undefined;
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite ?? "")?.[1] ?? 0);
  const failed = number("failures") + number("errors");
  return {
    // 5: no test was selected.
    status: status === 5 ? 0 : status,
    result: suite === undefined ? null : { passed: number("tests") - failed - number("skipped"), failed, skipped: number("skipped") },
  };
}

/** .venv with the packages of requirements-dev.txt; nothing is done when both are as the stamp says. Gives the interpreter, null when there is none. */
function virtualEnvironment(root, requirements, fail) {
  const python = join(root, ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const stamp = join(root, ".venv", "requirements.sha256");
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (versionOf(python) === null) {
    const base = lowestPython();
    if (base === null) {
      fail("no Python of version 3.10 or newer was found");
      return null;
    }
    rmSync(join(root, ".venv"), { recursive: true, force: true });
    if (run(base, ["-m", "venv", ".venv"]) !== 0) {
      fail("the virtual environment could not be made");
      return null;
    }
  }
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return python;
  if (run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]) !== 0) {
    fail("the packages of requirements-dev.txt could not be installed");
    return null;
  }
  writeFileSync(stamp, wanted);
  return python;
}

/** The oldest interpreter that the SDKs support: what works there works in the newer ones, which the slow tier tries. */
function lowestPython() {
  const versions = join(homedir(), ".pyenv", "versions");
  const installed = existsSync(versions) ? readdirSync(versions).map((name) => join(versions, name, "bin", "python")) : [];
  const found = ["python3", "python", ...[10, 11, 12, 13, 14].map((minor) => `python3.${minor}`), ...installed]
    .map((command) => ({ command, version: versionOf(command) }))
    .filter(({ version }) => version !== null && version >= 310)
    .sort((a, b) => a.version - b.version);
  return found[0]?.command ?? null;
}

/** 3.11 → 311; null when the command is no Python, or a shim without one behind it. */
function versionOf(command) {
  const { status, stdout } = spawnSync(
    command,
    ["-c", "import sys, venv, ensurepip; print(sys.version_info[0] * 100 + sys.version_info[1])"],
    { encoding: "utf8" },
  );
  return status === 0 ? Number(stdout.trim()) : null;
}

function run(command, args, environment = {}) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } }).status ?? 1;
}
