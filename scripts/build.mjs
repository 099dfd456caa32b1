#!/usr/bin/env node
// Builds dist/: the compiled generator, all templates and runtime files as one module, and the JSON Schema of sdksmith.yaml. `npm ci` runs it as `prepare`.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const built = (path) => import(pathToFileURL(join(dist, "generator", path)).href);

// A clean start: a module whose source is gone must not stay behind.
rmSync(dist, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
const { status } = spawnSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit", cwd: root });
if (status !== 0) process.exit(status ?? 1);

const { readTemplateFiles } = await built("codegen/templates/templateFiles.js");
const { templateModule } = await built("codegen/templates/templateModule.js");
const { configurationSchema } = await built("config/schema.js");
writeFileSync(join(dist, "templates.js"), templateModule(readTemplateFiles(join(root, "templates"))));
writeFileSync(join(dist, "sdksmith.schema.json"), `${JSON.stringify(configurationSchema(), null, 2)}\n`);
chmodSync(join(dist, "generator/main.js"), 0o755);
