#!/usr/bin/env node
// Writes docs/options.md, the reference page of all settings: `npm run options`. It is what `sdksmith schema --markdown` prints.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);
const main = join(root, "dist", "generator", "main.js");
const { status, stdout } = spawnSync(process.execPath, [main, "schema", "--markdown"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
if (status !== 0) process.exit(status ?? 1);
mkdirSync(join(root, "docs"), { recursive: true });
writeFileSync(join(root, "docs", "options.md"), stdout);
