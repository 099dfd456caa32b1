// Whether a generated TypeScript SDK is one: `tsc --strict` over its own settings.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { first, run } from "../child.mjs";

const compiler = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");

/** → { word, causes }: "yes" and nothing, or what is wrong and the first few reasons. */
export async function check(folder, { seconds }) {
  if (!existsSync(join(folder, "tsconfig.json"))) return { word: "nothing", causes: ["no tsconfig.json"] };
  const checked = await run(
    process.execPath,
    ["--max-old-space-size=8192", compiler, "-p", folder, "--noEmit", "--strict", "--pretty", "false"],
    { seconds: seconds * 2 },
  );
  if (checked.timedOut) return { word: "hangs", causes: ["tsc took too long"] };
  if (checked.status === 0) return { word: "yes", causes: [] };
  const errors = checked.out.split("\n").filter((line) => /error TS\d+/.test(line));
  return {
    word: `${errors.length} errors`,
    causes: (errors.length > 0 ? errors : [first(checked.err)]).slice(0, 3).map((line) => line.replace(`${folder}/`, "").slice(0, 220)),
  };
}
