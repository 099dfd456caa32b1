import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonFiles } from "../../../scripts/testing/pythonFiles.js";
import { defaultRequest, generate, memoryTree } from "../../index.js";
import type { Json, JsonObject } from "../../ir/json.js";
import { builtInTargets } from "../registry.js";

/** What Python's options do to its files. */

const body = (required: boolean): Json => ({
  required,
  content: { "application/json": { schema: { type: "object", properties: { at: { type: "string" } } } } },
});
const document = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  paths: {
    "/things": {
      post: { operationId: "things:make", tags: ["things"], requestBody: body(false), responses: { "204": { description: "" } } },
      put: {
        operationId: "things:put",
        tags: ["things"],
        parameters: [{ name: "id", in: "query", schema: { type: "string" } }],
        requestBody: body(true),
        responses: { "204": { description: "" } },
      },
    },
  },
};
const fileOf = async (path: string, options: JsonObject): Promise<string> => (await pythonFiles(document, options)).get(path) ?? "";

it("`methodArguments` decides whether an optional request may be left out", async () => {
  const module = "src/acme_sdk/things.py";
  const plain = await fileOf(module, { flattenRequests: false });
  expect(plain.match(/request: Optional\[.*\] = None/g)).toHaveLength(2);
  const strict = await fileOf(module, { flattenRequests: false, methodArguments: "require-security-and-request" });
  expect(strict).not.toMatch(/request: Optional/);
  expect(strict).toMatch(/request: Union\[/);
});

it("`requestBodyFieldName` names the argument that holds a whole body", async () => {
  const module = "src/acme_sdk/things.py";
  expect(await fileOf(module, { flattenRequests: false })).toContain("request_body:");
  const named = await fileOf(module, { flattenRequests: false, requestBodyFieldName: "content" });
  expect(named).toContain(" content: ");
  expect(named).not.toContain("request_body");
});

it("further dependencies stand in both layouts of pyproject.toml", async () => {
  const additionalDependencies = {
    main: { "acme[fast]": "~1.2", other: "git+https://acme.test/other.git@v1" },
    dev: { tool: "1.x", "tool-x": "^3 ; os_name == 'nt'" },
  };
  const uv = await fileOf("pyproject.toml", { additionalDependencies });
  expect(uv).toContain('    "acme[fast] >=1.2,<1.3",\n    "other @ git+https://acme.test/other.git@v1",\n]');
  expect(uv).toContain('dev = [\n    "tool ==1.*",\n    "tool-x >=3,<4 ; os_name == \'nt\'",\n]');
  expect(uv).toContain("[tool.hatch.metadata]\nallow-direct-references = true\n");
  const poetry = await fileOf("pyproject.toml", { additionalDependencies, packageManager: "poetry" });
  expect(poetry).toContain('tool = "==1.*"\ntool-x = { version = "^3", markers = "os_name == \'nt\'" }\n');
});

it("code regions keep what people write in them, and stand only where they are asked for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sdksmith-py-"));
  const [spec, config] = [join(folder, "openapi.json"), join(folder, "test.yaml")];
  writeFileSync(spec, JSON.stringify(document));
  const files = new Map([[config, JSON.stringify({ document: spec, sdks: { python: { enableCustomCodeRegions: true } } })]]);
  const run = async () => {
    const ports = { tree: memoryTree(files), targets: builtInTargets, report: () => undefined, progress: () => undefined };
    const { status } = await generate({ ...defaultRequest, config, out: "out", force: true }, ports);
    expect(status).toBe("written");
  };
  await run();
  for (const module of ["things", "sdk"]) {
    const path = `out/python/src/acme_sdk/${module}.py`;
    const text = files.get(path) ?? "";
    const own = text
      .replace("# region imports\n", "# region imports\nimport math\n")
      .replace("    # region sdk-class-body\n", "    # region sdk-class-body\n    def area(self) -> float:\n        return math.pi\n");
    expect(own.length - text.length).toBeGreaterThan(60);
    files.set(path, own.replace("# endregion imports", "# endregion imports\n# an edit outside"));
    await run();
    expect(files.get(path)).toBe(own);
  }
  expect(await fileOf("src/acme_sdk/things.py", {})).not.toContain("region");
});
