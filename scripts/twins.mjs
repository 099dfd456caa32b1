#!/usr/bin/env node
// How much of the targets is written twice: `npm run twins -- [--show] [--max PERCENT] [--json]`. Prints the lines of each target without its tests, and for each two targets how many lines of
// their paired files have a near twin in the other. --show prints the twins. Exit code 1: more than --max percent of a side,
// where both sides have 100 lines.
// A pair: files of the same path, or else of the same name, in two targets; "py" and "ts" in front of a name are one. A near twin: 70 percent of the words are the same, where the languages'
// names and prefixes count as one word, in the order of the files. Lines without a word (brackets) do not count. Unrelated files of the targets come to about 3 percent.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { diffArrays } from "diff";
import { table } from "./lib/child.mjs";

const generator = fileURLToPath(new URL("../generator", import.meta.url));
const alike = 0.7;
const { values: options } = parseArgs({
  options: {
    show: { type: "boolean", default: false },
    max: { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  },
});

const whole = filesOf(generator);
const targets = readdirSync(join(generator, "targets"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, files: filesOf(join(generator, "targets", name)) }));
const twins = targets.flatMap((one, i) => targets.slice(i + 1).map((other) => compare(one, other))).filter(({ pairs }) => pairs.length > 0);
if (options.json)
  console.log(
    JSON.stringify(
      { targets: targets.map(({ name, files }) => ({ name, lines: linesIn(files) })), generator: linesIn(whole), twins },
      null,
      2,
    ),
  );
else print();
// Of a handful of lines a percentage says nothing.
const weighty = twins.filter(({ lines }) => Math.min(...lines) >= 100);
process.exit(weighty.some(({ percents }) => percents.some((percent) => percent > Number(options.max))) ? 1 : 0);

/** Path → lines. Tests and what they share stand apart. */
function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
  const sources = paths.filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts")).sort();
  return new Map(sources.map((path) => [path, readFileSync(join(folder, path), "utf8").trimEnd().split("\n")]));
}

function linesIn(files) {
  return [...files.values()].reduce((sum, lines) => sum + lines.length, 0);
}

function compare(one, other) {
  const pairs = pair([...one.files.keys()], [...other.files.keys()]).map(([left, right]) => {
    const [mine, theirs] = [worded(one.files.get(left)), worded(other.files.get(right))];
    return { left, right, lines: [mine.length, theirs.length], same: twinsOf(mine, theirs) };
  });
  const same = pairs.reduce((sum, found) => sum + found.same.length, 0);
  const lines = [0, 1].map((side) => pairs.reduce((sum, found) => sum + found.lines[side], 0));
  return { between: [one.name, other.name], pairs, same, lines, percents: lines.map((count) => (count === 0 ? 0 : (100 * same) / count)) };
}

/** Same path first, then same name; each file once. */
function pair(left, right) {
  const open = new Set(right.filter((path) => !isShared(path)));
  const found = new Map();
  for (const key of [plainPath, (path) => basename(plainPath(path))]) {
    for (const path of left.filter((one) => !found.has(one) && !isShared(one))) {
      const match = [...open].find((other) => key(other) === key(path));
      if (match === undefined) continue;
      found.set(path, match);
      open.delete(match);
    }
  }
  return [...found];
}

function isShared(path) {
  return path.startsWith("testing/");
}

/** "pyType.ts" → "Type.ts". */
function plainPath(path) {
  return path.replace(/(^|\/)(?:py|ts)(?=[A-Z])/, "$1");
}

function worded(lines) {
  return lines.filter((line) => /\w/.test(line));
}

function twinsOf(mine, theirs) {
  let [i, j] = [0, 0];
  return diffArrays(mine, theirs, { comparator: areTwins }).flatMap(({ added, removed, count }) => {
    const same = added || removed ? [] : Array.from({ length: count }, (_, n) => [mine[i + n], theirs[j + n]]);
    if (!added) i += count;
    if (!removed) j += count;
    return same;
  });
}

function areTwins(a, b) {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  const left = [...theirs];
  for (const word of mine) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
  }
  return (2 * (theirs.length - left.length)) / (mine.length + theirs.length) >= alike;
}

function wordsOf(line) {
  const plain = line.replace(/python|typescript/gi, "X").replace(/\b(?:py|ts)(?=[A-Z])/gi, "X");
  return plain.match(/\w+/g) ?? [];
}

function print() {
  console.log(
    table(
      ["target", "files", "lines"],
      [...targets.map(({ name, files }) => [name, files.size, linesIn(files)]), ["generator/ as a whole", whole.size, linesIn(whole)]],
    ),
  );
  for (const { between, pairs, same, lines, percents } of twins) {
    const row = ({ left, right, lines, same }) => [
      left === right ? left : `${left}, ${right}`,
      ...lines,
      same.length,
      `${Math.round((100 * same.length) / Math.max(1, lines[0]))} %`,
    ];
    console.log(`\n${table([`${between.join(" and ")}`, ...between, "twins", "of the first"], pairs.map(row))}`);
    if (options.show)
      for (const one of pairs)
        console.log(
          `\n${one.left}\n${one.same.map(([a, b]) => `  ${a.trim()}${a.trim() === b.trim() ? "" : `\n    ${b.trim()}`}`).join("\n")}`,
        );
    const sides = between.map((name, side) => `${percents[side].toFixed(1)} % of ${lines[side]} lines in ${name}`);
    console.log(`\n${pairs.length} pairs, ${same} lines with a near twin: ${sides.join(", ")}`);
  }
}
