import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { empty, type Recorded, record } from "./e2e/recorder.js";
import { readHttpFile } from "./lib/httpFile.js";

/**
 * The worked example of a target from outside, `specs/targets/http`, in a project that has it as a package and sdksmith nowhere: as with `npx sdksmith`, the command
 * comes from elsewhere.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const main = join(root, "dist/generator/main.js");
const source = join(root, "specs/targets/http");
const example = join(source, "example");

(existsSync(main) ? describe : describe.skip)("a target from outside", () => {
  let folder = "";
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const install = (path: string) =>
    cpSync(source, join(folder, path), { recursive: true, filter: (from) => from !== example && !from.endsWith("tsconfig.json") });
  const run = (...flags: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, "generate", ...flags], {
      cwd: folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };
  const configure = (...lines: readonly string[]) => put("sdksmith.yaml", ["document: openapi.yaml", "sdks:", ...lines, ""].join("\n"));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sdksmith-outside-"));
    cpSync(join(example, "openapi.yaml"), join(folder, "openapi.yaml"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ["an installed package", "sdksmith-http", "node_modules/sdksmith-http"],
    ["a folder", "./own/http", "own/http"],
  ])("writes what is committed, named as %s", (_what, target, path) => {
    install(path);
    configure(`  requests: {target: ${target}}`);
    expect(run("--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(filesOf(join(folder, "sdk/requests"))).toEqual(filesOf(join(example, "expected")));
  });

  it("does nothing the second time, and writes anew when a template has changed", () => {
    install("http");
    configure("  requests: {target: ./http}");
    run();
    expect(run().stdout).toMatch(/^Nothing has changed/);
    const template = join(folder, "http/templates/_request.hbs");
    writeFileSync(template, readFileSync(template, "utf8").replace("# @name", "// @name"));
    expect(run().stdout).toContain("0 new, 3 changed, 0 removed, 1 unchanged");
    expect(readFileSync(join(folder, "sdk/requests/loans.http"), "utf8")).toContain("// @name lend\n");
  });

  it("checks its options like those of a built-in target, and writes nothing when they are wrong", () => {
    install("http");
    configure("  requests:", "    target: ./http", "    extension: txt", "    serverr: here");
    const { status, stderr } = run();
    expect(stderr).toMatch(
      /sdksmith\.yaml:5:16 {2}error {2}configuration-value\n.*"sdks\.requests\.extension" is "txt", but must be one of "http", "rest"/,
    );
    expect(stderr).toMatch(/sdksmith\.yaml:6:5 {2}error {2}configuration-key\n.*\n.*Did you mean "server"/);
    expect(status).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(["http", "openapi.yaml", "sdksmith.yaml"]);
  });

  it.each([
    ["no such folder", "./none", {}, "5:13  error  target-missing"],
    ["no such package", "sdksmith-htpp", {}, "5:13  error  configuration-target"],
    ["no default export", "./own", { "own/index.js": "export const target = {};" }, "5:13  error  target-export"],
    ["a module that throws", "./own", { "own/index.js": "throw new Error('no');" }, "5:13  error  target-load"],
    ["a module that does not parse", "./own", { "own/index.js": "export default {" }, "5:13  error  target-load"],
    ["an import that is not there", "./own", { "own/index.js": "import 'none-such';" }, "5:13  error  target-load"],
    ["a package without a module", "./own", {}, "5:13  error  target-missing"],
    ["a template that is broken", "./http", { "http/templates/resource.http.hbs": "{{#each head}}" }, "5:13  error  target-failed"],
    [
      "a template that asks for what is not there",
      "./http",
      { "http/templates/resource.http.hbs": "{{#if none}}{{/if}}" },
      "5:13  error  target-failed",
    ],
  ])("says where the mistake is: %s", (_what, target, files, said) => {
    install("http");
    put("own/package.json", '{"type": "module", "exports": {".": {"types": "./index.d.ts", "import": "./index.js"}}}');
    for (const [path, text] of Object.entries(files)) put(path, text);
    configure("  json: {}", "  requests:", `    target: ${target}`);
    const { status, stderr } = run();
    expect(stderr).toContain(`sdksmith.yaml:${said}\n`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(existsSync(join(folder, "sdk"))).toBe(false);
  });

  it("refuses two packages of one name, and takes one package for two SDKs", () => {
    install("http");
    install("node_modules/sdksmith-http");
    configure("  one: {target: ./http}", "  two: {target: sdksmith-http, docs: false}");
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringMatching(/4:17 {2}error {2}target-name\n.*the target in http\./) });
    configure("  one: {target: ./http}", "  two: {target: ./http/, docs: false}");
    expect(run("--target", "http")).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(join(folder, "sdk")).sort()).toEqual(["one", "two"]);
  });

  it("runs code that a configuration names, and none without one", () => {
    put("own/package.json", '{"type": "module", "exports": "./index.js"}');
    put("own/index.js", 'import { writeFileSync } from "node:fs";\nwriteFileSync("loaded", "");\n');
    configure("  requests: {target: ./own}");
    expect(run("--spec", "openapi.yaml", "--target", "json").status).toBe(0);
    expect(existsSync(join(folder, "loaded"))).toBe(false);
    expect(run().status).toBe(1);
    expect(existsSync(join(folder, "loaded"))).toBe(true);
  });

  it("writes requests that arrive as the document says", async () => {
    const server = await record(() => empty(204));
    try {
      install("http");
      configure("  requests:", "    target: ./http", `    server: ${server.url}/api`, "    extension: rest", "    docs: false");
      expect(run("--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
      const own = { session: "s-1", key: "k-2", key_1: "k-3", signed: "x=3", basicUsername: "ada", basicPassword: "pass" };
      const files = filesOf(join(folder, "sdk/requests")).filter(({ path }) => path.endsWith(".rest"));
      const requests = files.flatMap(({ text }) => readHttpFile(text, own, () => "bytes of a file"));
      for (const { method, url, headers, body } of requests)
        await fetch(url, { method, headers: headers.map(([name, value]) => [name, value]), body: body === "" ? null : body });
      expect(requests.map(({ name }, i) => [name, ...arrived(server.requests[i])])).toEqual(expected);
      expect(requests.find(({ name }) => name === "addBook")?.title).toBe("Adds a book ### GET /injected");
    } finally {
      await server.close();
    }
  });
});

/** Name, then what must arrive: request line with the query taken apart, the headers that count, the body. */
const expected = [
  ["checkHealth", "GET /api/health", [], { accept: "text/plain, application/json" }, ""],
  [
    "listBooks",
    "GET /api/books",
    [
      ["page", "2"],
      ["genre", "crime"],
      ["genre", "sci-fi & more"],
      ["near", "52.5,13.4"],
      ["year[from]", "1990"],
      ["year[to]", "1999"],
      ["tag", "old|{{rare}}"],
      ["where", '{"shelf":{"row":1}}'],
    ],
    { accept: "application/json", "x-trace": "a, b", "x-sizes": "min=1,max=9", cookie: "theme=dark%20mode; session=s-1" },
    "",
  ],
  [
    "addBook",
    "POST /api/books",
    [],
    {
      accept: "application/json",
      authorization: `Basic ${Buffer.from("ada:pass").toString("base64")}`,
      "content-type": "application/json",
    },
    { title: "The {{server}} of ### things", pages: 320, notes: ["line one\n### line two", null] },
  ],
  ["locateBook", "GET /api/books/a%2Fb%20%7B1%7D.north.2;x=1;y=2", [], { cookie: "session=s-1" }, ""],
  ["setCover", "PUT /api/books/7/cover", [], { cookie: "session=s-1", "content-type": "application/octet-stream" }, "bytes of a file"],
  [
    "uploadCover",
    "POST /api/books/7/cover",
    [],
    { cookie: "session=s-1", "content-type": "multipart/form-data; boundary=part-of-the-form" },
    [
      "--part-of-the-form",
      'Content-Disposition: form-data; name="picture"; filename="example.bin"',
      "Content-Type: application/octet-stream",
      "",
      "bytes of a file",
      "--part-of-the-form",
      'Content-Disposition: form-data; name="note"',
      "",
      "Front & back",
      "--part-of-the-form",
      'Content-Disposition: form-data; name="size"',
      "Content-Type: application/json",
      "",
      '{"width":300}',
      "--part-of-the-form--",
    ].join("\r\n"),
  ],
  [
    "lend",
    "POST /api/loans",
    [["api key", "k-2"]],
    { "content-type": "application/x-www-form-urlencoded" },
    "book=a%26b%3Dc&to=Ada&to=Grace",
  ],
  [
    "noteLoans",
    "PUT /api/loans/notes",
    [],
    { authorization: "Signature x=3", "content-type": "text/plain" },
    "Two lines,\n<p>and a tag.</p>",
  ],
  ["noteMore", "PATCH /api/loans/notes", [], { "x-key": "k-3" }, ""],
];

function arrived(request: Recorded | undefined): readonly unknown[] {
  if (request === undefined) return [];
  const { method, url, headers, body } = request;
  const [path, query = ""] = url.split("?");
  const counted = ["accept", "authorization", "content-type", "cookie", "x-key", "x-trace", "x-sizes"].filter(
    (name) => (headers[name] ?? "*/*") !== "*/*",
  );
  return [
    `${method} ${path}`,
    [...new URLSearchParams(query)],
    Object.fromEntries(counted.map((name) => [name, headers[name]])),
    headers["content-type"] === "application/json" ? JSON.parse(body) : body,
  ];
}

/** All files but the manifest, whose hash holds the place of the target. */
function filesOf(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder)
    .filter((path) => !path.startsWith("."))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}
