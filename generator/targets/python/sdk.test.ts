import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { featureDocument } from "../../../scripts/testing/featureDocument.js";
import { generateSdk, writeDocument, writeFiles } from "../../../scripts/testing/generateSdk.js";
import type { JsonObject } from "../../ir/json.js";

const python = fileURLToPath(new URL("../../../.venv/bin/python", import.meta.url));
const loader = fileURLToPath(new URL("../../../scripts/lib/importModels.py", import.meta.url));
const tokens = fileURLToPath(new URL("../../../specs/organization-access-tokens/openapi.yaml", import.meta.url));
/** What mypy knows of the packages that every SDK imports, from one test to the next. */
const mypyCache = fileURLToPath(new URL("../../../build/mypy", import.meta.url));
const patience = 600_000;
const run = promisify(execFile);

/** `npm test` makes the environment; without it Python is skipped. */
const withPython = existsSync(python) ? describe : describe.skip;

/** Writes the SDK of a document into a new folder. */
async function writeSdk(spec: string, options: JsonObject): Promise<string> {
  return writeFiles(await generateSdk(spec, options, "python"));
}

withPython("a generated Python SDK", () => {
  test.each([
    ["enums and keywords", { enumFormat: "enum", envVarPrefix: "ACME" }],
    ["literals and whole bodies", { enumFormat: "union", flattenRequests: false, imports: { paths: { errors: "", shared: "" } } }],
    ["one request object", { maxMethodParams: 1, flattenGlobalSecurity: false }],
  ])(
    "type-checks and loads all models, whatever the document holds: %s",
    async (_, options) => {
      const folder = await writeSdk(writeDocument(featureDocument), { packageName: "acme-sdk", ...options });
      await run(python, ["-m", "compileall", "-q", join(folder, "src")]);
      const { stdout } = await run(python, [loader, join(folder, "src"), "acme_sdk"]);
      expect(JSON.parse(stdout).failed).toEqual([]);
      const checked = await run(python, ["-m", "mypy", "--strict", "--cache-dir", mypyCache, join(folder, "src/acme_sdk")]).catch(
        (error) => error,
      );
      expect(checked.stdout).toContain("Success");
    },
    patience,
  );

  test(
    "is clean under its own lint settings",
    async () => {
      const folder = await writeSdk(tokens, { sdkClassName: "Acme", packageName: "acme" });
      const { stdout } = await run(python, ["-m", "ruff", "check", folder]).catch((error) => error);
      expect(stdout).toContain("All checks passed");
    },
    patience,
  );
});
