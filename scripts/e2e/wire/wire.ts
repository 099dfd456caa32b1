// Any document on the wire: `npm run wire -- SPEC [--target python|typescript] [--mode MODE] [--max N] [--reuse]`. Generates both SDKs, calls every operation once with example values, between
// them and an echo server a proxy that knows the document, and answers with what the response's schema has. Prints what does not fit the document, what is lost and what fails.
// Exit code 1 when there is any that is not the document's own contradiction; those are found by rule and listed apart.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";
import type { Json } from "../../../generator/ir/json.js";
import { ways } from "../languages.js";
import { generate, main, root } from "../places.js";
import { readMap } from "../sdkMap.js";
import { documentedValues, reasonOf } from "./contradictions.js";
import { type Finding, tryCalls } from "./tryCalls.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: "string" },
    mode: { type: "string" },
    max: { type: "string", default: "20" },
    reuse: { type: "boolean", default: false },
  },
});
const [spec] = positionals;
if (spec === undefined || !existsSync(spec) || !existsSync(main)) {
  console.error("npm run build, then: npm run wire -- SPEC");
  process.exit(2);
}
const document = resolve(spec);
const stem = basename(document).replace(/\.\w+$/, "");
const folder = join(root, "build", "wire", stem === "openapi" ? basename(dirname(document)) : stem);
const chosen = ways.filter(({ language, mode }) => (options.target ?? language.name) === language.name && (options.mode ?? mode) === mode);
const targets = [...new Set(chosen.map(({ language }) => language.name)), "json"].flatMap((target) => ["--target", target]);
// --reuse: the SDKs of the last run.
if (!options.reuse) generate("--spec", document, "--out", join(folder, "sdk"), ...targets);
const documented = documentedValues(load(readFileSync(document, "utf8"), { schema: CORE_SCHEMA, json: true }) as Json);

let bad = 0;
const ready = new Map<string, string>();
for (const way of chosen) {
  const { name } = way.language;
  const prepared = ready.get(name) ?? preparedFolder(way.language);
  ready.set(name, prepared);
  const { called, findings } = await tryCalls(document, readMap(join(folder, "sdk/json"), name), way, prepared);
  const own = findings.flatMap((finding) => {
    const reason = reasonOf(finding, documented);
    return reason === null ? [] : [{ ...finding, reason }];
  });
  const ours = findings.filter((finding) => reasonOf(finding, documented) === null);
  bad += ours.length;
  const count = (...kinds: readonly Finding["kind"][]): number => ours.filter(({ kind }) => kinds.includes(kind)).length;
  console.log(
    `${name}, ${way.mode}: ${called} operations called; ${count("request")} requests differ from the document, ${count("lost")} values lost, ${count("fails", "crashes")} fail, ` +
      `${count("response")} answers could not be made; ${own.length} contradictions of the document`,
  );
  for (const { operation, kind, problem } of ours.slice(0, Number(options.max)))
    console.log(`  ${kind}  ${operation}: ${problem.slice(0, 260)}`);
  for (const { operation, kind, problem, reason } of own.slice(0, Number(options.max)))
    console.log(`  document  ${operation}: ${reason}: ${kind} ${problem.slice(0, 200)}`);
}
process.exit(bad === 0 ? 0 : 1);

function preparedFolder(language: (typeof chosen)[number]["language"]): string {
  if (options.reuse) return language.name === "python" ? join(folder, "sdk/python") : join(folder, "ready", language.name);
  const { folder: at, complaints } = language.prepare(join(folder, "sdk", language.name), join(folder, "ready", language.name));
  for (const complaint of complaints) console.log(`  compiler: ${complaint}`);
  bad += complaints.length;
  return at;
}
