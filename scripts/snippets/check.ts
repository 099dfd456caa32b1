import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, pythonOf, root } from "../e2e/places.js";
import { type PageSnippet, snippetsOfSdk } from "./extract.js";

/** The snippets of one SDK in a project of a user, each a module of its own. */
export interface SnippetProject {
  readonly folder: string;
  readonly snippets: readonly PageSnippet[];
  readonly fileOf: (index: number) => string;
}

/** What is wrong with a snippet, at a line of its page. */
export interface SnippetProblem {
  readonly page: string;
  readonly line: number;
  readonly problem: string;
}

interface SnippetLanguage {
  readonly name: string;
  /** Puts the snippets and the SDK together in a folder. */
  prepare(sdk: string, folder: string, snippets: readonly PageSnippet[]): void;
  fileOf(index: number): string;
  /** What the type checker says: "file", line in it, words. */
  check(folder: string): readonly { readonly file: string; readonly line: number; readonly problem: string }[];
}

const stemOf = (index: number): string => `s${String(index).padStart(5, "0")}`;

const python: SnippetLanguage = {
  name: "python",
  prepare(sdk, folder, snippets) {
    for (const [i, { code }] of snippets.entries()) writeFileSync(join(folder, this.fileOf(i)), code);
    const settings = { include: ["."], extraPaths: [join(sdk, "src")], typeCheckingMode: "basic" };
    writeFileSync(join(folder, "pyrightconfig.json"), JSON.stringify(settings));
  },
  fileOf: (index) => `${stemOf(index)}.py`,
  check(folder) {
    const args = [join(root, "node_modules/pyright/index.js"), "--outputjson", "-p", folder, "--pythonpath", pythonOf() ?? "python3"];
    const { stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=8192", ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    if (!stdout.startsWith("{")) throw new Error(`pyright broke off: ${stdout}${stderr}`);
    const { generalDiagnostics }: PyrightReport = JSON.parse(stdout);
    return generalDiagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ file, message, range }) => ({ file, line: range.start.line + 1, problem: message }));
  },
};

interface PyrightReport {
  readonly generalDiagnostics: readonly {
    readonly file: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

const typescript: SnippetLanguage = {
  name: "typescript",
  prepare(sdk, folder, snippets) {
    // Built as it would be published: the snippets see declarations alone.
    compile(sdk, join(sdk, "dist/esm"), { check: false, declarations: true });
    const { name }: { readonly name: string } = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8"));
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(sdk, link);
    for (const [i, { code }] of snippets.entries()) writeFileSync(join(folder, this.fileOf(i)), `${code}export {};\n`);
    writeFileSync(join(folder, "package.json"), '{"type": "module"}\n');
    const compilerOptions = {
      target: "ES2022",
      module: "NodeNext",
      strict: true,
      skipLibCheck: true,
      outDir: "out",
      typeRoots: [join(root, "node_modules/@types")],
      types: ["node"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  },
  fileOf: (index) => `${stemOf(index)}.ts`,
  check(folder) {
    const args = ["--max-old-space-size=8192", join(root, "node_modules/typescript/lib/tsc.js"), "-p", folder, "--pretty", "false"];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 30, cwd: folder });
    return stdout.split("\n").flatMap((line) => {
      const [, file, at, problem] = /^(.*?)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
      return file === undefined || problem === undefined ? [] : [{ file, line: Number(at), problem }];
    });
  },
};

export const snippetLanguages: readonly SnippetLanguage[] = [python, typescript];

/** Puts all snippets of a generated SDK into one project. */
export function snippetProject(sdk: string, language: SnippetLanguage, folder: string): SnippetProject {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const snippets = snippetsOfSdk(sdk, language.name);
  language.prepare(sdk, folder, snippets);
  return { folder, snippets, fileOf: (index) => language.fileOf(index) };
}

/** Type-checks a project: pyright basic, `tsc --strict`. What is not said of a snippet is a fault of the set-up and thrown. */
export function checkSnippets({ folder, snippets, fileOf }: SnippetProject, language: SnippetLanguage): readonly SnippetProblem[] {
  const byFile = new Map(snippets.map((snippet, i) => [fileOf(i), snippet]));
  return language.check(folder).map(({ file, line, problem }) => {
    const snippet = byFile.get(file.split(/[\\/]/).at(-1) ?? "");
    if (snippet === undefined) throw new Error(`${file}:${line}: ${problem}`);
    return { page: snippet.page, line: snippet.line + line, problem };
  });
}
