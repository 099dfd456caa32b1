import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** The sources of the generator with their types: what a count looks at. */
export interface Program {
  /** By path below `generator/`; tests and what only they use stand apart. */
  readonly files: readonly { readonly path: string; readonly syntax: ts.SourceFile }[];
  readonly checker: ts.TypeChecker;
}

/** Path below the folder → text. */
export function readSources(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const sources = paths.filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts")).sort();
  return new Map(sources.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Parses and binds the sources; packages from outside have no types here, because no count asks for them. */
export function programOf(sources: ReadonlyMap<string, string>): Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    strict: true,
    noUncheckedIndexedAccess: true,
    types: [],
  };
  const library = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...library,
    getCurrentDirectory: () => "/",
    fileExists: (path) => sources.has(path.slice(1)),
    readFile: (path) => sources.get(path.slice(1)),
    getSourceFile: (path, target) => {
      const text = sources.get(path.slice(1));
      return text === undefined ? library.getSourceFile(path, target) : ts.createSourceFile(path, text, target, true);
    },
    resolveModuleNameLiterals: (names, from) =>
      names.map(({ text }) => {
        const path = posix.join(posix.dirname(from), text).replace(/\.js$/, ".ts");
        const found = text.startsWith(".") && sources.has(path.slice(1));
        return { resolvedModule: found ? { resolvedFileName: path, extension: ts.Extension.Ts } : undefined };
      }),
  };
  const program = ts.createProgram(
    [...sources.keys()].map((path) => `/${path}`),
    options,
    host,
  );
  const files = [...sources.keys()].flatMap((path) => {
    const syntax = program.getSourceFile(`/${path}`);
    return syntax === undefined ? [] : [{ path, syntax }];
  });
  return { files, checker: program.getTypeChecker() };
}
