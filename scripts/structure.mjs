#!/usr/bin/env node
// Prints what scripts/structure.test.ts counts, beside the recorded numbers: `npm run structure -- [--show]`. --show lists each place. Exit code 1: a number is not the recorded one.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { table } from "./lib/child.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = join(root, "build", "structure.json");
const { values: options } = parseArgs({ options: { show: { type: "boolean", default: false } } });

rmSync(report, { force: true });
const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--silent", "scripts/structure.test.ts"];
const { status, stderr } = spawnSync(process.execPath, jest, {
  cwd: root,
  encoding: "utf8",
  env: { ...process.env, SDKSMITH_STRUCTURE: report },
});
const counts = read();
if (counts === null) console.error(stderr);
else {
  console.log(
    table(
      ["count", "found", "recorded"],
      counts.map(({ what, today, places }) => [what, places.length, today]),
    ),
  );
  if (options.show) for (const { what, places } of counts) console.log(`\n${what}\n${places.map((place) => `  ${place}`).join("\n")}`);
}
process.exit(status ?? 1);

function read() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return null;
  }
}
