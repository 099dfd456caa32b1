import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { usualReading } from "../generator/ir/reading.js";
import { readingQuirks, styleQuirks } from "../generator/targets/commonQuirks.js";
import { readPythonOptions } from "../generator/targets/python/options.js";
import type { SdkSettings } from "../generator/targets/target.js";
import { readTypeScriptOptions } from "../generator/targets/typescript/options.js";

/** A field of an SDK's options that no code reads is an option that is accepted and ignored: found in the syntax of all sources. */

const root = join(dirname(fileURLToPath(import.meta.url)), "../generator");
const settings: SdkSettings = { sdk: "acme", options: {}, profile: "standard", pageFormat: null, validation: "lax", words: ["Acme"] };
const python = readPythonOptions(settings);
const typescript = readTypeScriptOptions(settings);

/** A read: "options.version" of `plan.options.version`, of `const { version } = plan.options` and of a parameter `{ version }: PythonOptions`. */
type Read = `${string}.${string}`;

function readsIn(text: string): readonly Read[] {
  const found: Read[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(`${lastName(node.expression)}.${node.name.text}`);
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isObjectBindingPattern(node.name)) {
      const holder = node.initializer === undefined ? typeName(node.type) : lastName(node.initializer);
      for (const { propertyName, name } of node.name.elements) found.push(`${holder}.${(propertyName ?? name).getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The last word of `plan.options`; of anything else its text, which is no such word. */
function lastName(node: ts.Expression): string {
  return ts.isPropertyAccessExpression(node) ? node.name.text : node.getText();
}

/** "options" of a parameter whose type is called `…Options`, and so on: the words that hold such values elsewhere. */
function typeName(type: ts.TypeNode | undefined): string {
  return /(options|style|reading|quirks|suffixes)\b/i.exec(type?.getText() ?? "")?.[1]?.toLowerCase() ?? "";
}

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => ({ path, reads: new Set(readsIn(readFileSync(join(root, path), "utf8"))) }));

/** Fields that are read nowhere in the given places: `holders` are the names under which code has them at hand. */
function unread(fields: readonly string[], holders: readonly string[], places: RegExp): readonly string[] {
  const readers = files.filter(({ path }) => places.test(path) && !/^targets\/(\w+\/)?(options|quirks|commonOptions)\.ts$/.test(path));
  return fields.filter((field) => !readers.some(({ reads }) => holders.some((holder) => reads.has(`${holder}.${field}`))));
}

const core = ["reading", "calls"];
/**
 * Those that the options themselves read: they decide where another option says nothing, how the document is read, how callers pass values, or what a rule of the
 * plan is.
 */
const decided = [
  ...Object.keys({ ...readingQuirks, ...styleQuirks }),
  "asyncPages",
  "initHook",
  "operationNames",
  "constants",
  "clientCredentials",
  "flatEvents",
  "sendDefaults",
  "optionalConstants",
];
const own = (options: object): readonly string[] =>
  Object.keys(options).filter((field) => !core.includes(field) && !decided.includes(field));

it.each<[string, readonly string[], readonly string[], RegExp]>([
  ["the options of Python", own(python), ["options"], /^(targets\/(python\/|[^/]+$)|codegen\/)/],
  ["the options of TypeScript", own(typescript), ["options"], /^(targets\/(typescript\/|[^/]+$)|codegen\/)/],
  ["Python's classes of event streams", Object.keys(python.eventStream), ["eventStream"], /^targets\/python\//],
  ["TypeScript's folders", Object.keys(typescript.folders), ["folders"], /^targets\/typescript\//],
  ["the call style", Object.keys(python.calls?.style ?? {}), ["style"], /^(codegen|naming)\//],
  ["the reading", Object.keys(usualReading), ["options", "reading", "suffixes"], /^(lower|passes|run)\//],
  ["Python's quirks", Object.keys(python.quirks).filter((row) => !decided.includes(row)), ["quirks"], /^targets\/(python\/|[^/]+$)/],
  [
    "TypeScript's quirks",
    Object.keys(typescript.quirks).filter((row) => !decided.includes(row)),
    ["quirks"],
    /^targets\/(typescript\/|[^/]+$)/,
  ],
])("code reads each field of %s", (_, fields, holders, places) => {
  expect(fields.length).toBeGreaterThan(0);
  expect(unread(fields, holders, places)).toEqual([]);
});

it("the test sees what nobody reads", () => {
  const text = `f(plan.options.a, other.d); const { b, c: x } = plan.options; function g({ e }: PythonOptions) {}`;
  expect(readsIn(text)).toEqual(expect.arrayContaining(["options.a", "other.d", "options.b", "options.c", "options.e"]));
  expect(unread(["version", "inferSSEOverload"], ["options"], /^targets\/python\//)).toEqual(["inferSSEOverload"]);
});
