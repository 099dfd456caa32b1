import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { builtInTargets } from "../generator/targets/registry.js";
import { type Import, importsOf, visit } from "./lib/syntax.js";

/**
 * The rules of the house that a compiler does not check, read from the syntax of every source file: who may import whom, who may touch the world, and
 * who may know the name of a language or of a vendor. Tests are free.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), "../generator");

/** Part → parts that it may import; `type:` in front: types only. Every part may import itself, `diagnostics` and `ir`. */
const allowed: { readonly [part: string]: readonly string[] } = {
  diagnostics: [],
  ir: [],
  source: [],
  openapi: ["source"],
  lower: ["openapi", "type:config"],
  passes: ["type:config"],
  codegen: ["type:config"],
  naming: ["type:codegen", "type:config"],
  // The contract, the list of built-in targets and what all targets share.
  targets: ["type:config", "codegen", "type:naming"],
  config: ["targets"],
  write: ["type:codegen"],
  importers: ["config", "type:targets"],
  // Packages of targets, which bring what built-in ones have in place.
  outside: ["config", "targets", "write", "type:codegen"],
  commands: ["index", "config", "targets", "importers", "type:write"],
  version: [],
  // The parts of the composition, which knows every stage and is known by none.
  run: ["source", "openapi", "lower", "passes", "naming", "codegen", "config", "write", "version", "type:targets"],
  pipeline: ["run", "codegen", "version", "type:config", "type:targets"],
  index: ["run", "pipeline", "outside", "targets", "config", "write", "version"],
  // What a package of a target may import: nothing but what stands there.
  target: ["targets", "codegen", "naming"],
  main: ["commands", "write", "version"],
};
/** One target: `targets/<name>`. Never another one. */
const ofTarget = ["targets", "naming", "codegen", "type:config"];

/** Files that may read or write the world outside of the program. */
const worldly = /^(?:source\/|outside\/|write\/diskTree\.ts$|codegen\/templates\/template(?:s|Files)\.ts$|main\.ts$)/;
/** `node:path` and `node:crypto` compute; these do not. `version.ts` reads the package's own version and nothing else. */
const worldlyModules = /^node:(?:fs|http|https|net|child_process|worker_threads|os|process)\b/;
const worldlyNames = new Set(["process", "fetch", "console", "XMLHttpRequest"]);
const clockAndChance = new Set(["Date.now", "Math.random", "performance.now"]);

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .sort()
  .map((path) => ({ path, syntax: ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true) }));

/** "targets/acme/plan.ts" → "targets/acme"; "targets/registry.ts" → "targets"; "main.ts" → "main". */
function partOf(path: string): string {
  const segments = path.replace(/\.[jt]s$/, "").split("/");
  if (segments[0] === "targets" && segments.length > 2) return `targets/${segments[1]}`;
  return segments[0] ?? "";
}

function mayImport(from: string, to: string, { typesOnly }: Import): boolean {
  if (from === to || to === "diagnostics" || to === "ir") return true;
  const list = from.startsWith("targets/") ? ofTarget : (allowed[from] ?? []);
  return list.includes(to) || (typesOnly && list.includes(`type:${to}`));
}

it("each part imports only what stands before it", () => {
  const wrong = files.flatMap(({ path, syntax }) =>
    importsOf(syntax)
      .filter((found) => found.module.startsWith("."))
      .flatMap((found) => {
        const target = posix.join(posix.dirname(path), found.module);
        if (target.startsWith("..")) return [`${path}:${found.line} leaves generator/`];
        // The registry loads each target's code; it is the only file that may.
        const loads = path === "targets/registry.ts" && target.startsWith("targets/");
        return loads || mayImport(partOf(path), partOf(target), found) ? [] : [`${path}:${found.line} imports ${target}`];
      }),
  );
  expect(wrong).toEqual([]);
});

it("every part is known to the rules", () => {
  const parts = new Set(files.map(({ path }) => partOf(path)).filter((part) => !part.startsWith("targets/")));
  expect([...parts].filter((part) => allowed[part] === undefined)).toEqual([]);
});

/** A target may start a thread of its own for a printer that is slow to load; the thread only computes. */
const isPrinter = (path: string): boolean => /^targets\/[^/]+\/printer\/print(er|Worker)\.ts$/.test(path);

it("only a few files touch the world", () => {
  const wrong = files
    .filter(({ path }) => !worldly.test(path))
    .flatMap(({ path, syntax }) => {
      const modules = importsOf(syntax).filter(
        (found) => worldlyModules.test(found.module) && !(isPrinter(path) && found.module === "node:worker_threads"),
      );
      const names: string[] = [];
      visit(syntax, (node) => {
        const line = syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        if (ts.isIdentifier(node) && worldlyNames.has(node.text) && isValue(node)) names.push(`${path}:${line} uses ${node.text}`);
        if (ts.isPropertyAccessExpression(node) && clockAndChance.has(node.getText())) names.push(`${path}:${line} uses ${node.getText()}`);
        if (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0)
          names.push(`${path}:${line} asks for the time`);
      });
      return [...modules.map((found) => `${path}:${found.line} imports ${found.module}`), ...names];
    });
  expect(wrong).toEqual([]);
});

/** Not a property, a key, a parameter or a declaration that happens to have the name. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isTypeElement(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isClassElement(parent) ||
    ts.isQualifiedName(parent)
  );
}

/** Targets of which an SDK in a language comes; one that describes the whole run has none. */
const languages = builtInTargets.filter(({ scope }) => scope === "document").map(({ name }) => name);

it.each<[string, RegExp, RegExp]>([
  ["a language", new RegExp(languages.join("|"), "i"), /^targets\/\w+\//],
  ["a vendor", /speakeasy/i, /^(?:lower\/|importers\/|config\/profile\.ts$)/],
])("the name of %s stands in few places", (_what, name, places) => {
  const wrong = files
    .filter(({ path }) => !places.test(path) && path !== "targets/registry.ts")
    .flatMap(({ path, syntax }) => {
      const found: string[] = [];
      visit(syntax, (node) => {
        const isText =
          ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
        if (!isText || !name.test(node.text) || isModuleName(node)) return;
        found.push(`${path}:${syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.text}`);
      });
      return found;
    });
  expect(wrong).toEqual([]);
});

function isModuleName(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node.parent) ||
    ts.isExportDeclaration(node.parent) ||
    (ts.isCallExpression(node.parent) && node.parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

it("the rules see what they forbid", () => {
  const syntax = ts.createSourceFile(
    "x.ts",
    `import type { A } from "./a.js"; import { type B } from "./b.js"; import { C } from "./c.js"; export * from "./d.js"; import("./e.js");`,
    ts.ScriptTarget.Latest,
    true,
  );
  expect(importsOf(syntax).map(({ module, typesOnly }) => `${module} ${typesOnly}`)).toEqual([
    "./a.js true",
    "./b.js true",
    "./c.js false",
    "./d.js false",
    "./e.js false",
  ]);
  expect(mayImport("lower", "source", { module: "", typesOnly: true, line: 1 })).toBe(false);
  expect(mayImport("targets/one", "targets/two", { module: "", typesOnly: true, line: 1 })).toBe(false);
});
