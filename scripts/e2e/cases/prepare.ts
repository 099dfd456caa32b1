import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { each, run } from "../../lib/child.mjs";
import { main, root } from "../places.js";
import type { Case } from "./caseFile.js";

/** SDKs of a case, and what compilers and checkers say of them and of the programs beside them, by language. */
export interface Prepared {
  readonly status: number;
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
  readonly complaints: { readonly [language: string]: readonly string[] };
}

export const build = join(root, "build", "cases");
const sdks = join(build, "sdks");

/** Where the SDKs of a case stand, and its programs. */
export function folderOf(name: string): string {
  return join(sdks, name);
}

/** Where its TypeScript stands, compiled. */
export function compiledOf(name: string): string {
  return join(build, "js", name);
}

/** Generates all cases, and has each language checked as a whole: a compiler that starts once is done sooner. */
export async function prepare(cases: readonly Case[], python: string): Promise<ReadonlyMap<string, Prepared>> {
  rmSync(build, { recursive: true, force: true });
  mkdirSync(sdks, { recursive: true });
  writeFileSync(join(build, "package.json"), '{"type": "module"}\n');
  const generated = await each(cases, 2, async (one: Case) => {
    const targets = ["python", "typescript", "json"].flatMap((target) => ["--target", target]);
    const { status, out } = await run(
      main,
      ["generate", "--spec", one.document, "--out", join(folderOf(one.name), "sdk"), "--json", ...targets],
      {
        cwd: root,
        node: true,
      },
    );
    writePrograms(one);
    return { status, diagnostics: status === 0 || status === 1 ? JSON.parse(out).diagnostics : [] };
  });
  const typescript = compileAll();
  const pyright = checkAll(cases, python);
  const imports: readonly (readonly string[])[] = await each(cases, 2, ({ name }: Case) => importOf(name, python));
  return new Map(
    cases.map(({ name }, i) => [
      name,
      {
        ...(generated[i] ?? { status: -1, diagnostics: [] }),
        complaints: { typescript: typescript.get(name) ?? [], python: [...(pyright.get(name) ?? []), ...(imports[i] ?? [])] },
      },
    ]),
  );
}

const pythonServer = 'import os\n\nserver = os.environ["SERVER"]\n\n';
const typescriptServer = 'const server = process.env["SERVER"] ?? "";\n\n';

function writePrograms({ name, programs = [] }: Case): void {
  for (const [i, { python, typescript }] of programs.entries()) {
    if (python !== undefined)
      writeFileSync(join(folderOf(name), `program_${i}.py`), `${/\bserver\b/.test(python) ? pythonServer : ""}${python}`);
    if (typescript !== undefined)
      writeFileSync(join(folderOf(name), `program_${i}.ts`), `${/\bserver\b/.test(typescript) ? typescriptServer : ""}${typescript}`);
  }
}

/** The settings of generated SDKs for all of them; programs know Node.js. */
function compileAll(): ReadonlyMap<string, readonly string[]> {
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    rootDir: "sdks",
    outDir: "js",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
  writeFileSync(
    join(build, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["sdks/*/sdk/typescript/src", "sdks/*/program_*.ts"] }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    ["--max-old-space-size=4096", join(root, "node_modules/typescript/lib/tsc.js"), "-p", build, "--pretty", "false"],
    { encoding: "utf8", cwd: build, maxBuffer: 1 << 28 },
  );
  return byCase(stdout.split("\n").filter((line) => line.includes("error TS")));
}

/** Each case sees its own packages: many of them have one name. */
function checkAll(cases: readonly Case[], python: string): ReadonlyMap<string, readonly string[]> {
  const executionEnvironments = cases.map(({ name }) => ({ root: `sdks/${name}`, extraPaths: [`sdks/${name}/sdk/python/src`] }));
  writeFileSync(
    join(build, "pyrightconfig.json"),
    JSON.stringify({ include: cases.map(({ name }) => `sdks/${name}`), typeCheckingMode: "strict", executionEnvironments }),
  );
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/pyright/index.js"), "-p", build, "--pythonpath", python], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return byCase(stdout.split("\n").filter((line) => / - error: /.test(line)));
}

/** "…/sdks/<name>/sdk/python/src/x.py:1:2 - error: …", by name. */
function byCase(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = "", complaint = ""] = /sdks\/([^/]+)\/(.*)/.exec(line) ?? [];
    found.set(name, [...(found.get(name) ?? []), complaint]);
  }
  return found;
}

/** Loads every model; a warning is a complaint. */
async function importOf(name: string, python: string): Promise<readonly string[]> {
  const source = join(folderOf(name), "sdk/python/src");
  const [module] = existsSync(source) ? readdirSync(source) : [];
  if (module === undefined) return [];
  const { status, out, err } = await run(python, ["-W", "error", join(root, "scripts/lib/importModels.py"), source, module], {
    env: { PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status !== 0) return [`import: ${err.trim().split("\n").at(-1)}`];
  const { failed }: { readonly failed: readonly string[] } = JSON.parse(out);
  return failed.map((why) => `import: ${why}`);
}
