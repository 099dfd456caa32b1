#!/usr/bin/env node
// `npm test`: builds, prepares what languages need beside Node.js (lib/toolchains/<target>.mjs), runs the tests of the generator and all that jest finds, then those of each
// such language, and ends with one line that counts all. `npm test -- --slow` runs the slow tier instead: files named *.slow.test.ts and tests marked `slow`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const slow = process.argv.includes("--slow");
const reports = join(root, "build", "test");
const toolchains = join(root, "scripts", "lib", "toolchains");

process.chdir(root);
mkdirSync(reports, { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
if (run(process.execPath, ["scripts/build.mjs"]) !== 0) fail("the build failed");
else {
  const languages = [];
  for (const file of readdirSync(toolchains).sort()) {
    const { prepare, test } = await import(pathToFileURL(join(toolchains, file)).href);
    const environment = prepare({ root, fail });
    if (environment !== null) languages.push({ test, environment });
  }
  jest(Object.assign({}, ...languages.map(({ environment }) => environment)));
  for (const { test, environment } of languages) {
    const outcome = test({ root, reports, slow, environment });
    if (outcome !== null) count(outcome.status, outcome.result);
  }
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Tests of the generator, and of libraries that are written in TypeScript. */
function jest(environment) {
  const report = join(reports, "jest.json");
  rmSync(report, { force: true });
  const tier = slow
    ? ["--testMatch", "**/*.slow.test.ts", "--passWithNoTests"]
    : ["--testPathIgnorePatterns", "\\.slow\\.test\\.ts$", "/node_modules/"];
  const status = run(
    process.execPath,
    ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--json", `--outputFile=${report}`, ...tier],
    environment,
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

function count(status, result) {
  if (result !== null) for (const key of Object.keys(totals)) totals[key] += result[key];
  if (status !== 0 && (result === null || result.failed === 0)) fail("a test run broke off");
}

function fail(why) {
  console.error(why);
  totals.failed += 1;
}

function run(command, args, environment = {}) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } }).status ?? 1;
}
