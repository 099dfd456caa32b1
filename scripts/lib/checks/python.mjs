// Whether a generated Python SDK is one: every file compiles, and the schema of every model can be built.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { first, last, run } from "../child.mjs";

/** → { word, causes }: "yes (12)" and nothing, or what is wrong and the first few reasons. */
export async function check(folder, { root, seconds }) {
  const python = process.env.SDKSMITH_PYTHON ?? join(root, ".venv", "bin", "python");
  // `npm test` makes the environment.
  if (!existsSync(python)) return { word: "no python", causes: [] };
  const source = join(folder, "src");
  const module = existsSync(source) ? readdirSync(source).find((name) => existsSync(join(source, name, "__init__.py"))) : undefined;
  if (module === undefined) return { word: "nothing", causes: ["no package below src"] };
  const compiled = await run(python, ["-m", "compileall", "-q", source], { seconds });
  if (compiled.status !== 0) return { word: "no compile", causes: [first(compiled.out + compiled.err)] };
  const loaded = await run(python, [join(root, "scripts", "lib", "importModels.py"), source, module], {
    seconds,
    env: { PYTHONDONTWRITEBYTECODE: "1" },
  });
  const outcome = parsed(loaded.out);
  if (outcome === null) return { word: loaded.timedOut ? "hangs" : "no import", causes: [last(loaded.err)] };
  if (outcome.failed.length > 0) return { word: `${outcome.failed.length} of ${outcome.models} fail`, causes: outcome.failed.slice(0, 3) };
  return { word: `yes (${outcome.models})`, causes: [] };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
