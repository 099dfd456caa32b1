#!/usr/bin/env node
// Time and peak memory of a whole run (Python, TypeScript and their pages of the largest published API at hand) against a fixed floor: the same document read and parsed, and as
// many new files of the same size written as the two published SDKs have. `npm run measure -- [--pairs N] [--config FILE] [--dist FOLDER] [--against DIST] [--max RATIO] [--json]`.
// Pairs are interleaved, each in a fresh folder; folders are removed outside of the clock. --against: another build instead of the floor. --max: exit code 1 above this ratio.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fresh, run, table } from "./lib/child.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpus = join(root, "..", "shared", "corpus");
/** Number and average size of the files of the two published SDKs. */
const floorFiles = 4480;
const floorBytes = 3840;
const { values: options } = parseArgs({
  options: {
    pairs: { type: "string", default: "7" },
    config: { type: "string" },
    document: { type: "string" },
    dist: { type: "string", default: join(root, "dist") },
    against: { type: "string" },
    max: { type: "string", default: "Infinity" },
    json: { type: "boolean", default: false },
  },
});
const mainOf = (dist) => join(dist, "generator", "main.js");
const main = mainOf(options.dist);
const other = options.against === undefined ? "floor" : "other";
const folder = join(root, "build", "measure");
if (!existsSync(main)) fail("dist/ is missing: run `npm run build` first");

const { config, document } = await prepare();
const pairs = [];
for (let i = 0; i < Number(options.pairs); i += 1) {
  // Every second pair the other way round, so that neither always runs on a warmer machine.
  const first = i % 2 === 0 ? await measureRun(main) : null;
  const floor = options.against === undefined ? await measureFloor() : await measureRun(mainOf(options.against));
  const whole = first ?? (await measureRun(main));
  pairs.push({ floor, whole, time: whole.seconds / floor.seconds, memory: whole.megabytes / floor.megabytes });
  if (!options.json) process.stderr.write(`pair ${i + 1}: ${whole.seconds.toFixed(2)} s against ${floor.seconds.toFixed(2)} s\n`);
}
rmSync(join(folder, "out"), { recursive: true, force: true });
report();

/** The configuration that a migration of both published SDKs gives, run once so that its lock is settled. */
async function prepare() {
  if (options.config !== undefined) {
    if (options.document === undefined) fail("--config needs --document, for the floor");
    return { config: options.config, document: options.document };
  }
  const published = ["python", "typescript"].map((language) => join(corpus, language, "polar"));
  if (!published.every((path) => existsSync(path))) {
    console.log("skipped: no published SDKs at ../shared/corpus");
    process.exit(0);
  }
  const migrated = fresh(join(folder, "config"));
  await must([...["migrate"], ...published.flatMap((path) => ["--from", relative(root, path)]), "--out", relative(root, migrated)]);
  const file = join(migrated, "sdksmith.yaml");
  await must(["generate", "--config", relative(root, file), "--out", relative(root, fresh(join(folder, "out"))), "--quiet"]);
  return { config: file, document: join(published[0], ".speakeasy", "out.openapi.yaml") };
}

async function must(args, command = main) {
  const result = await run(command, args, { cwd: root, node: true });
  if (result.status !== 0) fail(`sdksmith ${args[0]}: exit ${result.status}\n${result.out}${result.err}`);
  return result;
}

async function measureRun(command) {
  const out = emptied();
  const flags = ["--target", "python", "--target", "typescript", "--out", relative(root, out), "--quiet"];
  const { seconds, megabytes } = await must(["generate", "--config", relative(root, config), ...flags], command);
  return { seconds, megabytes };
}

async function measureFloor() {
  const out = emptied();
  const result = await run(join(root, "scripts", "lib", "floor.mjs"), [document, out, String(floorFiles), String(floorBytes)], {
    node: true,
  });
  if (result.status !== 0) fail(`the floor: ${result.err}`);
  return { seconds: result.seconds, megabytes: result.megabytes };
}

/** A folder that was not there: its making is part of a run, the removal of the last one is not. */
function emptied() {
  const out = join(folder, "out");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return out;
}

function report() {
  const [time, memory] = [spread(pairs.map((pair) => pair.time)), spread(pairs.map((pair) => pair.memory))];
  if (options.json) console.log(JSON.stringify({ pairs, time, memory, files: floorFiles, bytes: floorBytes }, null, 2));
  else {
    const row = (what, values, unit) => {
      const { median, least, most } = spread(values);
      return [what, `${median.toFixed(2)}${unit}`, `${least.toFixed(2)}${unit}`, `${most.toFixed(2)}${unit}`];
    };
    const rows = [
      row(
        "run, seconds",
        pairs.map(({ whole }) => whole.seconds),
        "",
      ),
      row(
        `${other}, seconds`,
        pairs.map(({ floor }) => floor.seconds),
        "",
      ),
      row(
        "run, MB",
        pairs.map(({ whole }) => whole.megabytes),
        "",
      ),
      row(
        `${other}, MB`,
        pairs.map(({ floor }) => floor.megabytes),
        "",
      ),
      row(
        "time of one pair",
        pairs.map((pair) => pair.time),
        " ×",
      ),
      row(
        "memory of one pair",
        pairs.map((pair) => pair.memory),
        " ×",
      ),
    ];
    console.log(table([`${pairs.length} pairs`, "median", "least", "most"], rows));
    const what = options.against ?? `reading the document and writing ${floorFiles} files of ${floorBytes} bytes`;
    console.log(`\n${time.median.toFixed(2)} × the time and ${memory.median.toFixed(2)} × the memory of ${what}`);
  }
  process.exit(time.median > Number(options.max) ? 1 : 0);
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1) };
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
