// How jest reads TypeScript: types are dropped file by file, by the compiler that is here anyway. It checks nothing; `npm run typecheck` does.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const own = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
own.update(require("typescript/package.json").version);

export default {
  process(source, fileName) {
    // Loaded when a file has changed: what jest has kept needs no compiler.
    const ts = require("typescript");
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, verbatimModuleSyntax: true, sourceMap: true };
    const { outputText, sourceMapText } = ts.transpileModule(source, { fileName, compilerOptions });
    return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ""), map: sourceMapText };
  },
  /** What a result depends on: this file, the compiler, the name and the text. */
  getCacheKey(source, fileName) {
    return own.copy().update(`${fileName}\0${source}`).digest("hex");
  },
};
