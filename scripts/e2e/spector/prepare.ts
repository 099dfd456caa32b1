import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const scripts = new Map<string, string>();

/** Makes an SDK ready to be called. Whether it passes its compiler is for other tests: here types are only dropped, which takes a second instead of ten. */
export function prepareSdk(sdk: string, to: string): string {
  if (!existsSync(join(sdk, "tsconfig.json"))) return sdk;
  const source = join(sdk, "src");
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const target = join(to, name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, scriptOf(readFileSync(join(source, name), "utf8")));
  }
  writeFileSync(join(to, "package.json"), '{"type": "module"}\n');
  return to;
}

/** The library is the same in all SDKs. */
function scriptOf(text: string): string {
  const known = scripts.get(text);
  if (known !== undefined) return known;
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  scripts.set(text, outputText);
  return outputText;
}
