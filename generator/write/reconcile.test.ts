import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { apply } from "./apply.js";
import type { FileTree } from "./fileTree.js";
import { type Manifest, manifestPath, printManifest, readManifest } from "./manifest.js";
import { memoryTree } from "./memoryTree.js";
import { reconcile } from "./reconcile.js";
import { inputsHash, unchanged } from "./unchanged.js";

const generated = (path: string, text: string): GeneratedFile => ({ path, text, owner: "generator" });
const inputs = { versions: ["1.0.0"], files: [{ name: "openapi.yaml", text: "openapi: 3.1.0" }] };

/** Runs reconcile and apply over a tree, as a run of the generator does. */
function run(disk: Map<string, string>, wanted: readonly GeneratedFile[], options: { adopt: boolean; tree?: FileTree } = { adopt: false }) {
  const tree = options.tree ?? memoryTree(disk);
  const reported: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void reported.push(diagnostic);
  const before = readManifest(tree.read(`sdk/${manifestPath}`), "files.json", report);
  if (before === "unreadable") return { changes: [], reported };
  const result = reconcile(wanted, before, { folder: "sdk", tree, adopt: options.adopt }, report);
  if (result === null) return { changes: [], reported };
  const after: Manifest = {
    manifestVersion: 1,
    generator: "1.0.0",
    inputs: inputsHash(inputs),
    sources: ["openapi.yaml"],
    files: result.files,
  };
  apply(result, before, after, "sdk", tree);
  return {
    changes: result.changes.filter((change) => change.kind !== "unchanged").map((change) => `${change.kind} ${change.path}`),
    reported,
  };
}

describe("a second run", () => {
  it("writes nothing, not even the manifest", () => {
    const disk = new Map<string, string>();
    expect(run(disk, [generated("a.txt", "1"), generated("docs/b.txt", "2")]).changes).toEqual(["created a.txt", "created docs/b.txt"]);
    const tree = memoryTree(disk);
    const quiet: FileTree = { ...tree, write: (path) => expect(`written: ${path}`).toBe("nothing") };
    expect(run(disk, [generated("a.txt", "1"), generated("docs/b.txt", "2")], { adopt: false, tree: quiet }).changes).toEqual([]);
  });

  it("writes what differs, removes what is not wanted any more and the folders that become empty", () => {
    const disk = new Map([["sdk/docs/mine.txt", "own"]]);
    run(disk, [generated("a.txt", "1"), generated("docs/b.txt", "2"), generated("old/deep/c.txt", "3")]);
    expect(run(disk, [generated("a.txt", "1!")]).changes).toEqual([
      "removed docs/b.txt",
      "removed old/deep/c.txt",
      "emptied old/deep",
      "emptied old",
      "updated a.txt",
    ]);
    expect(disk.get("sdk/docs/mine.txt")).toBe("own");
  });

  it("says which hand-edited files it replaces", () => {
    const disk = new Map<string, string>();
    run(disk, [generated("a.txt", "1")]);
    disk.set("sdk/a.txt", "edited");
    const manifest = readManifest(disk.get(`sdk/${manifestPath}`) ?? null, "", () => undefined);
    if (manifest === null || manifest === "unreadable") throw new Error("no manifest");
    const result = reconcile([generated("a.txt", "1")], manifest, { folder: "sdk", tree: memoryTree(disk), adopt: false }, () => undefined);
    expect(result?.changes).toEqual([{ kind: "updated", path: "a.txt", text: "1", handEdited: true }]);
  });
});

describe("a file that is not ours", () => {
  it("stops the run when it stands in the way", () => {
    const disk = new Map([["sdk/a.txt", "own"]]);
    expect(run(disk, [generated("a.txt", "1"), generated("b.txt", "2")]).reported.map((diagnostic) => diagnostic.code)).toEqual([
      "file-in-the-way",
    ]);
    expect([...disk.keys()]).toEqual(["sdk/a.txt"]);
  });

  it("is taken over when it reads the same, or when that is asked for", () => {
    expect(run(new Map([["sdk/a.txt", "1"]]), [generated("a.txt", "1")]).reported).toEqual([]);
    expect(run(new Map([["sdk/a.txt", "own"]]), [generated("a.txt", "1")], { adopt: true }).changes).toEqual(["updated a.txt"]);
  });

  it("stops the run when its name differs in case only", () => {
    expect(run(new Map([["sdk/A.txt", "own"]]), [generated("a.txt", "1")]).reported[0]?.message).toContain('"A.txt"');
  });

  it("is never written through a link", () => {
    const tree = memoryTree(new Map());
    const linked: FileTree = { ...tree, list: (folder) => (folder === "sdk" ? [{ name: "docs", kind: "link" }] : null) };
    const { reported } = run(new Map(), [generated("docs/a.txt", "1")], { adopt: true, tree: linked });
    expect(reported.map((diagnostic) => diagnostic.code)).toEqual(["link-in-the-way"]);
  });
});

describe("files that people own or share", () => {
  it("writes a user's file once and keeps it, also when nobody wants it any more", () => {
    const disk = new Map<string, string>();
    const wanted: readonly GeneratedFile[] = [{ path: "hooks.txt", text: "# register here", owner: "user" }];
    run(disk, wanted);
    disk.set("sdk/hooks.txt", "registered");
    expect(run(disk, wanted).changes).toEqual([]);
    expect(run(disk, []).changes).toEqual([]);
    expect(disk.get("sdk/hooks.txt")).toBe("registered");
  });

  it("does not call an edit outside of the sections a change", () => {
    const disk = new Map<string, string>();
    const page = "# Acme\n\n<!-- Start Errors [errors] -->\nA\n<!-- End Errors [errors] -->\n";
    const wanted: readonly GeneratedFile[] = [{ path: "README.md", text: page, owner: "both" }];
    run(disk, wanted);
    const read = () => {
      const manifest = readManifest(disk.get(`sdk/${manifestPath}`) ?? null, "", () => undefined);
      if (manifest === null || manifest === "unreadable") throw new Error("no manifest");
      return manifest;
    };
    disk.set("sdk/README.md", `${page}\nMore.\n`);
    expect(unchanged(inputs, read(), "sdk", memoryTree(disk))).toBe(true);
    expect(run(disk, wanted).changes).toEqual([]);
    disk.set("sdk/README.md", page.replace("A\n", "B\n"));
    expect(unchanged(inputs, read(), "sdk", memoryTree(disk))).toBe(false);
    expect(run(disk, wanted).changes).toEqual(["updated README.md"]);
    expect(disk.get("sdk/README.md")).toBe(page);
  });
});

describe("stage 0", () => {
  it("sees a changed input, a changed file and a missing file", () => {
    const disk = new Map<string, string>();
    run(disk, [generated("a.txt", "1")]);
    const manifest = readManifest(disk.get(`sdk/${manifestPath}`) ?? null, "", () => undefined);
    if (manifest === null || manifest === "unreadable") throw new Error("no manifest");
    expect(unchanged(inputs, manifest, "sdk", memoryTree(disk))).toBe(true);
    expect(unchanged({ ...inputs, versions: ["1.0.1"] }, manifest, "sdk", memoryTree(disk))).toBe(false);
    disk.set("sdk/a.txt", "2");
    expect(unchanged(inputs, manifest, "sdk", memoryTree(disk))).toBe(false);
    disk.delete("sdk/a.txt");
    expect(unchanged(inputs, manifest, "sdk", memoryTree(disk))).toBe(false);
  });
});

describe("the manifest", () => {
  it("reads what it prints", () => {
    const manifest: Manifest = {
      manifestVersion: 1,
      generator: "1.0.0",
      inputs: "x",
      sources: ["a.yaml"],
      files: new Map([
        ["README.md", { owner: "both" as const, hash: "1", sections: ["errors"] }],
        ["__proto__", { owner: "generator" as const, hash: "2", sections: [] }],
        ["hooks.txt", { owner: "user" as const, hash: "", sections: [] }],
      ]),
    };
    expect(readManifest(printManifest(manifest), "", () => undefined)).toEqual(manifest);
  });

  it("is an error when it cannot be read", () => {
    for (const text of [
      "{",
      "[]",
      `{"manifestVersion": 2}`,
      `{"manifestVersion":1,"generator":"","inputs":"","sources":[],"files":{"a":3}}`,
    ]) {
      expect(run(new Map([[`sdk/${manifestPath}`, text]]), []).reported.map((diagnostic) => diagnostic.code)).toEqual([
        "manifest-unreadable",
      ]);
    }
  });
});

it.each([["/etc/x"], ["../x"], ["a/../../x"], ["a//b"], ["C:/x"], ["a\\b"], ["a\u0000b"], ["nul.txt"], ["a/b?.md"], ["end."]])(
  "refuses the path %j",
  (path) => {
    expect(() => run(new Map(), [generated(path, "")])).toThrow("generated path");
  },
);

it("refuses paths that are one file elsewhere", () => {
  expect(() => run(new Map(), [generated("docs/A.md", ""), generated("docs/a.md", "")])).toThrow("differ in case only");
  expect(() => run(new Map(), [generated("Docs/a.md", ""), generated("docs/b.md", "")])).toThrow("differ in case only");
  expect(() => run(new Map(), [generated("a", ""), generated("a/b", "")])).toThrow("a file and a folder");
  expect(() => run(new Map(), [generated("a", ""), generated("a", "")])).toThrow("share the path");
});
