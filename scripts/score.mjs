#!/usr/bin/env node
// How near the pages come to those of published SDKs: migrates each, generates it and compares docs/ byte for byte. `npm run score -- [--only NAME]... [--show N] [--dist FOLDER]
// [--no-pins] [--min N] [--json]`. The published SDKs stand below ../shared/corpus; without them there is nothing to do. --no-pins forgets which pages exist, so that the naming rules decide alone.
// --min: exit code 1 when fewer pages than this come out byte for byte.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { each, fresh, run, table } from "./lib/child.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpus = join(root, "..", "shared", "corpus");
const scorer = join(root, "..", "shared", "tools", "score-docs.mjs");
const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    show: { type: "string", default: "0" },
    dist: { type: "string", default: join(root, "dist") },
    "no-pins": { type: "boolean", default: false },
    min: { type: "string", default: "0" },
    json: { type: "boolean", default: false },
  },
});
const main = join(options.dist, "generator", "main.js");
if (!existsSync(corpus) || !existsSync(scorer)) {
  console.log("skipped: no published SDKs at ../shared/corpus");
  process.exit(0);
}
if (!existsSync(main)) {
  console.error("dist/ is missing: run `npm run build` first");
  process.exit(2);
}
const sdks = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: language }) =>
    readdirSync(join(corpus, language)).map((api) => ({ language, api, name: `${language}/${api}`, path: join(corpus, language, api) })),
  )
  .filter(({ language, api, name }) => options.only.length === 0 || [language, api, name].some((word) => options.only.includes(word)));
const rows = await each(sdks, 1, score);
if (options.json) console.log(JSON.stringify(rows, null, 2));
else print();
const exact = rows.reduce((sum, { score }) => sum + (score?.exact ?? 0), 0);
if (exact < Number(options.min)) console.error(`${exact} pages come out byte for byte, ${options.min} must`);
process.exit(rows.every((row) => row.problem === null) && exact >= Number(options.min) ? 0 : 1);

async function score({ language, name, path }) {
  const folder = fresh(join(root, "build", "score", name.replace("/", "-")));
  const config = join(folder, "sdksmith.yaml");
  const migrated = await run(main, ["migrate", "--from", relative(root, path), "--out", relative(root, folder)], { cwd: root, node: true });
  if (migrated.status !== 0)
    return {
      name,
      problem: `migrate: exit ${migrated.status}: ${first(migrated.err || migrated.out)}`,
      score: null,
      seconds: migrated.seconds,
    };
  if (options["no-pins"]) forget(join(folder, "sdksmith.lock"));
  const generated = await run(
    main,
    ["generate", "--config", relative(root, config), "--target", language, "--out", relative(root, join(folder, "sdk")), "--quiet"],
    { cwd: root, node: true },
  );
  if (generated.status !== 0)
    return {
      name,
      problem: `generate: exit ${generated.status}: ${first(generated.err || generated.out)}`,
      score: null,
      seconds: generated.seconds,
    };
  const comparison = join(folder, "score.json");
  const scored = await run(process.execPath, [scorer, path, join(folder, "sdk", language), "--json"], { to: comparison });
  if (scored.status !== 0) return { name, problem: `score: ${first(scored.err)}`, score: null, seconds: generated.seconds };
  const { total, exactPercent, linePercent, differing } = JSON.parse(readFileSync(comparison, "utf8"));
  return { name, problem: null, score: { ...total, exactPercent, linePercent, differing }, seconds: generated.seconds };
}

/** Names and stems are pins; examples stay. */
function forget(file) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  for (const sdk of Object.values(lock.sdks)) {
    sdk.names = {};
    delete sdk.stems;
  }
  writeFileSync(file, JSON.stringify(lock));
}

function print() {
  const head = ["SDK", "pages", "exact", "exact %", "different", "missing", "extra", "lines %", "s"];
  const line = ({ name, score, seconds, problem }) =>
    score === null
      ? [name, null, null, null, null, null, null, null, problem]
      : [
          name,
          score.pages,
          score.exact,
          score.exactPercent,
          score.different + score.newline,
          score.missing,
          score.extra,
          score.linePercent,
          seconds.toFixed(1),
        ];
  console.log(table(head, rows.map(line)));
  for (const { name, score } of rows) {
    for (const page of (score?.differing ?? []).slice(0, Number(options.show))) {
      const why = page.missing
        ? "not generated"
        : page.extra
          ? "not expected"
          : page.newline
            ? "only the end differs"
            : `line ${page.line}\n  expected ${page.expected.slice(0, 200)}\n  actual   ${page.actual.slice(0, 200)}`;
      console.log(`\n${name} ${page.page}: ${why}`);
    }
  }
}

function first(text) {
  return text.trim().split("\n").slice(0, 2).join(" ").slice(0, 160);
}
