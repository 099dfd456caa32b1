import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { type Diagnostic, defaultRequest, generate, memoryTree } from "../../generator/index.js";
import type { Json, JsonObject } from "../../generator/ir/json.js";
import { builtInTargets } from "../../generator/targets/registry.js";

/** Writes a document of a test to the disk, where runs read documents. */
export function writeDocument(document: Json): string {
  const path = join(mkdtempSync(join(tmpdir(), "sdksmith-ts-")), "openapi.json");
  writeFileSync(path, JSON.stringify(document));
  return path;
}

/** The files of an SDK, by their paths below its folder, as a whole run writes them; a run that ends early ends the test. */
export async function generateSdk(
  spec: string,
  options: JsonObject,
  target: "typescript" | "python" = "typescript",
): Promise<ReadonlyMap<string, string>> {
  const config = join(dirname(spec), "test.yaml");
  const files = new Map([
    [spec, readFileSync(spec, "utf8")],
    [config, JSON.stringify({ document: spec, sdks: { [target]: options } })],
  ]);
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const ports = { tree: memoryTree(files), targets: builtInTargets, report, progress: () => undefined };
  const { status } = await generate({ ...defaultRequest, config, out: "out" }, ports);
  if (status !== "written") throw new Error(`the run ended as "${status}": ${found.map(({ message }) => message).join("\n")}`);
  const prefix = `out/${target}/`;
  return new Map([...files].flatMap(([path, text]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), text] as const] : [])));
}

/** Writes the files of an SDK into a new folder. */
export function writeFiles(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "sdksmith-sdk-"));
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}

const libraries = new Map<string, ts.SourceFile>();

/** What the compiler has to say of an SDK under its own strict settings; the compiled modules are in the folder that comes with it. */
export function compileSdk(files: ReadonlyMap<string, string>): { readonly problems: readonly string[]; readonly folder: string } {
  const folder = writeFiles(files);
  const settings = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(settings.config, ts.sys, folder);
  const emitted = { ...options, declaration: false, isolatedDeclarations: false, sourceMap: false, declarationMap: false };
  const host = ts.createCompilerHost(emitted);
  const read = host.getSourceFile;
  // The libraries of the language are the same for every SDK.
  host.getSourceFile = (file, target, ...rest) => {
    const known = libraries.get(file) ?? read(file, target, ...rest);
    if (known !== undefined && !file.startsWith(folder)) libraries.set(file, known);
    return known;
  };
  const program = ts.createProgram(fileNames, emitted, host);
  const found = ts.getPreEmitDiagnostics(program);
  program.emit();
  const problems = found.map(
    (one) => `${one.file?.fileName.slice(folder.length) ?? ""}: ${ts.flattenDiagnosticMessageText(one.messageText, "\n")}`,
  );
  return { problems, folder };
}
