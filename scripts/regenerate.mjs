#!/usr/bin/env node
// Writes all of output/ from specs/: `npm run generate`. Every run is a whole one (--force), because a changed template is no changed input.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const main = join("dist", "generator", "main.js");
if (!existsSync(join(root, main))) {
  const { status } = spawnSync(process.execPath, [join("scripts", "build.mjs")], { stdio: "inherit", cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}
const apis = readdirSync(join(root, "specs"))
  .sort()
  .filter((name) => existsSync(join(root, "specs", name, "sdksmith.yaml")));
let failed = 0;
for (const api of apis) {
  console.log(`specs/${api} → output/${api}`);
  const flags = ["generate", "--config", `specs/${api}/sdksmith.yaml`, "--out", `output/${api}`, "--force", ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, [main, ...flags], { stdio: "inherit", cwd: root });
  if (status !== 0) failed += 1;
}
if (failed > 0) console.error(`${failed} of ${apis.length} failed`);
process.exit(failed > 0 ? 1 : 0);
