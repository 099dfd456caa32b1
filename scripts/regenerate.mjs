#!/usr/bin/env node
// Writes all of output/ from specs/, and what the examples of targets from outside must give: `npm run generate`. Every run is a whole one (--force), because a changed template is no changed input.
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
const below = (folder, file) =>
  readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(join(root, path, file)));
const apis = below("specs", "sdksmith.yaml").map((path) => ({ path, to: ["--out", path.replace("specs", "output")] }));
const examples = below("specs/targets", "example/sdksmith.yaml").map((path) => ({ path: `${path}/example`, to: [] }));
let failed = 0;
for (const { path, to } of [...apis, ...examples]) {
  console.log(path);
  const flags = ["generate", "--config", `${path}/sdksmith.yaml`, ...to, "--force", ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, [main, ...flags], { stdio: "inherit", cwd: root });
  if (status !== 0) failed += 1;
}
if (failed > 0) console.error(`${failed} of ${apis.length + examples.length} failed`);
process.exit(failed > 0 ? 1 : 0);
