#!/usr/bin/env node
// `npm test`: builds, makes a virtual environment with pinned packages, runs the tests of the generator (jest) and of the Python runtime (pytest), and ends with one
// line that counts both. `npm test -- --slow` runs the slow tier instead: files named *.slow.test.ts and tests marked `slow`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const slow = process.argv.includes("--slow");
const reports = join(root, "build", "test");
const requirements = join(root, "requirements-dev.txt");

process.chdir(root);
mkdirSync(reports, { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
if (run(process.execPath, ["scripts/build.mjs"]) !== 0) fail("the build failed");
else {
  const python = existsSync(requirements) ? virtualEnvironment() : null;
  jest(python);
  if (python !== null) pytest(python);
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Tests of the generator; those that need Python find the interpreter in SDKSMITH_PYTHON. */
function jest(python) {
  const report = join(reports, "jest.json");
  rmSync(report, { force: true });
  const tier = slow
    ? ["--testMatch", "**/*.slow.test.ts", "--passWithNoTests"]
    : ["--testPathIgnorePatterns", "\\.slow\\.test\\.ts$", "/node_modules/"];
  const status = run(
    process.execPath,
    ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--json", `--outputFile=${report}`, ...tier],
    {
      ...(python === null ? {} : { SDKSMITH_PYTHON: python }),
    },
  );
  const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  // A file that does not even load holds no test that could fail.
  const broken = result?.numRuntimeErrorTestSuites ?? 0;
  count(
    status,
    result === null
      ? null
      : { passed: result.numPassedTests, failed: result.numFailedTests + broken, skipped: result.numPendingTests + result.numTodoTests },
  );
}

/** Tests of the Python runtime, and of whatever else stands in a folder of Python tests. */
function pytest(python) {
  const folders = ["templates/python/tests", "tests"].filter((folder) => existsSync(folder));
  if (folders.length === 0) return;
  const report = join(reports, "pytest.xml");
  rmSync(report, { force: true });
  const status = run(
    python,
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
    {
      PYTHONDONTWRITEBYTECODE: "1",
    },
  );
  const suite = existsSync(report) ? /<testsuite [^>]*>/.exec(readFileSync(report, "utf8"))?.[0] : undefined;
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite ?? "")?.[1] ?? 0);
  const failed = number("failures") + number("errors");
  // 5: no test was selected.
  count(
    status === 5 ? 0 : status,
    suite === undefined ? null : { passed: number("tests") - failed - number("skipped"), failed, skipped: number("skipped") },
  );
}

function count(status, result) {
  if (result !== null) for (const key of Object.keys(totals)) totals[key] += result[key];
  if (status !== 0 && (result === null || result.failed === 0)) fail("a test run broke off");
}

function fail(why) {
  console.error(why);
  totals.failed += 1;
}

/** .venv with the packages of requirements-dev.txt; nothing is done when both are as the stamp says. Gives the interpreter, null when there is none. */
function virtualEnvironment() {
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
