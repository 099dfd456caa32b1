#!/usr/bin/env node
// Calls generated SDKs as the scenarios of the Spector suite say and lets its server judge: `npm run spector -- --target python|typescript [--only AREA] [--scenario NAME] [--strict]`.
// The suite stands at ../shared/conformance/spector; its server is installed below SDKSMITH_CACHE, or the folder for temporary files. Exit code 1: a scenario failed. --strict: SDKs raise what does not fit its document.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import "./lib/typescript.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options } = parseArgs({
  options: {
    target: { type: "string" },
    only: { type: "string", default: "" },
    scenario: { type: "string" },
    strict: { type: "boolean", default: false },
  },
});
if (!existsSync(join(root, "..", "shared", "conformance", "spector", "scenarios.json"))) {
  console.log("skipped: no suite at ../shared/conformance/spector");
  process.exit(0);
}
if (options.target === undefined || !existsSync(join(root, "dist", "generator", "main.js"))) {
  console.error(options.target === undefined ? "--target python or --target typescript" : "dist/ is missing: run `npm run build` first");
  process.exit(2);
}
const { main } = await import("./e2e/spector/main.ts");
const passed = await main({
  target: options.target,
  only: options.only,
  scenario: options.scenario ?? null,
  validation: options.strict ? "strict" : "lax",
});
process.exit(passed ? 0 : 1);
