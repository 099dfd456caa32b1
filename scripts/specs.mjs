#!/usr/bin/env node
// Breadth: tries many documents without any configuration, in all languages, and prints what came out: `npm run specs -- [--only NAME]... [--jobs N] [--seconds N] [--dist FOLDER] [--quick]
// [--sample N] [--seed TEXT] [--strict] [--json]`.
// The documents stand outside of the project, below ../shared; without them there is nothing to do. SDKs go to build/specs/<name> and stay there to be looked at.
// --quick generates and stops there; what is looked at in an SDK stands in lib/checks/<target>.mjs. --sample takes N documents, three of eight from the conformance suite, none with more than
// 300 operations; --seed chooses which. Exit code 1: a stack trace, a crash or a hang; a document that comes out imperfect is a row of the table, and with --strict a failure.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import yaml from "js-yaml";
import { each, fresh, run, table } from "./lib/child.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = join(root, "..", "shared");
const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    dist: { type: "string", default: join(root, "dist") },
    jobs: { type: "string", default: String(Math.max(1, availableParallelism())) },
    seconds: { type: "string", default: "300" },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string", default: "" },
    strict: { type: "boolean", default: false },
  },
});
const seconds = Number(options.seconds);
const main = join(options.dist, "generator", "main.js");

if (!existsSync(join(shared, "specs", "index.json"))) {
  console.log("skipped: no documents at ../shared/specs");
  process.exit(0);
}
if (!existsSync(main)) {
  console.error("dist/ is missing: run `npm run build` first");
  process.exit(2);
}
const languages = await languagesWithChecks();
const wanted = sampled([...publicDocuments(), ...conformanceDocuments()]).filter(
  ({ name }) => options.only.length === 0 || options.only.some((only) => name === only || name.startsWith(`${only}/`)),
);
if (wanted.length === 0) {
  console.error(`no document is called ${options.only.join(" or ")}`);
  process.exit(2);
}
const rows = await each(wanted, Number(options.jobs), async (document) => {
  const row = await tryDocument(document);
  if (!options.json) process.stderr.write(`${document.name}: ${row.generated}\n`);
  return row;
});
if (options.json) console.log(JSON.stringify(rows, null, 2));
else print();
const isWhole = (row) => row.generated === "yes" && languages.every(({ name }) => row.checks[name].startsWith("yes"));
process.exit(rows.some((row) => row.broken || (options.strict && !isWhole(row))) ? 1 : 0);

/** A seed chooses the same documents on every machine. */
function sampled(documents) {
  if (options.sample === undefined) return documents;
  const rank = ({ name }) => createHash("sha256").update(`${options.seed} ${name}`).digest("hex");
  const small = documents.filter(({ operations }) => operations <= 300).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const ofSuite = Math.floor((Number(options.sample) * 3) / 8);
  const take = (set, count) => small.filter((document) => document.set === set).slice(0, count);
  return [...take("specs", Number(options.sample) - ofSuite), ...take("spector", ofSuite)];
}

/** The documents of the main index, by name. */
function publicDocuments() {
  const folder = join(shared, "specs");
  return JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).map(({ name, file, operations, webhooks }) => ({
    set: "specs",
    name,
    path: join(folder, file),
    operations,
    webhooks,
  }));
}

/** One for each folder of the conformance suite and version in it. */
function conformanceDocuments() {
  const folder = join(shared, "conformance", "spector", "openapi-3.1");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({
      set: "spector",
      name: `spector/${file.replaceAll("\\", "/").replace(/\.yaml$/, "")}`,
      path: join(folder, file),
      ...count(join(folder, file)),
    }));
}

function read(path) {
  return yaml.load(readFileSync(path, "utf8"), { schema: yaml.CORE_SCHEMA, json: true });
}

function count(path) {
  const document = read(path);
  const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);
  const below = (items) => Object.values(items ?? {}).flatMap((item) => Object.keys(item ?? {}).filter((key) => methods.has(key))).length;
  return { operations: below(document.paths), webhooks: below(document.webhooks) };
}

async function tryDocument(document) {
  const folder = fresh(join(root, "build", "specs", document.name));
  const flags = ["generate", "--spec", relative(root, document.path), "--out", relative(root, folder), "--json", "--force"];
  const result = await run(main, flags, { cwd: root, seconds, node: true });
  const outcome = parsed(result.out);
  const broken = result.timedOut || ![0, 1].includes(result.status) || /^\s+at .+:\d+:\d+\)?$/m.test(result.err);
  const row = {
    set: document.set,
    name: document.name,
    generated: result.timedOut
      ? `over ${seconds} s`
      : result.status === 0
        ? "yes"
        : result.status === 1
          ? "refused"
          : `exit ${result.status}`,
    broken,
    files: (outcome?.sdks ?? []).reduce((sum, sdk) => sum + sdk.created.length + sdk.updated.length + sdk.unchanged, 0),
    seconds: result.seconds,
    megabytes: result.megabytes,
    operations: document.operations,
    // The count of the outcome holds the webhooks as well, however they are written.
    methods: Math.max(0, (outcome?.operations ?? 0) - document.webhooks),
    notes: notesOf(outcome, result),
    checks: Object.fromEntries(languages.map(({ name }) => [name, "-"])),
    causes: [],
  };
  if (result.status === 0) row.notes.push(...missingOperations(document, row.methods));
  if (options.quick || result.status !== 0) return row;
  const tried = await Promise.all(
    languages.map(async ({ name, check }) => ({ name, ...(await check(join(folder, name), { root, seconds })) })),
  );
  return {
    ...row,
    checks: Object.fromEntries(tried.map(({ name, word }) => [name, word])),
    causes: tried.flatMap(({ name, causes }) => causes.map((cause) => `${name}: ${cause}`)),
  };
}

/** Operations in = methods out + those that the document itself tells generators to leave out; anything else was lost. */
function missingOperations(document, methods) {
  if (methods >= document.operations) return [];
  const { paths } = read(document.path);
  const operations = Object.values(paths ?? {}).flatMap((item) => Object.values(item ?? {}));
  const ignored = operations.filter((operation) => operation?.["x-speakeasy-ignore"] === true).length;
  const lost = document.operations - methods - ignored;
  return [...(ignored > 0 ? [`${ignored} marked to be ignored`] : []), ...(lost > 0 ? [`${lost} LOST`] : [])];
}

/** What was left out or loosened, by code: "enum-mixed 6". */
function notesOf(outcome, result) {
  if (outcome === null) return result.err.trim().split("\n").slice(0, 3);
  const codes = new Map();
  for (const { code } of outcome.diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
  return [...codes].map(([code, times]) => `${code} ${times}`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The targets of which every document gives an SDK, each with the check that stands for it. */
async function languagesWithChecks() {
  const { builtInTargets } = await import(pathToFileURL(join(options.dist, "generator", "index.js")).href);
  return Promise.all(
    builtInTargets
      .filter(({ scope, byDefault }) => scope === "document" && byDefault)
      .map(async ({ name }) => ({ name, ...(await import(`./lib/checks/${name}.mjs`)) })),
  );
}

function print() {
  const head = ["document", "generated", "s", "MB", "files", "in", "out", ...languages.map(({ name }) => name), "left out or loosened"];
  const line = (row) => [
    row.name,
    row.generated,
    row.seconds.toFixed(1),
    row.megabytes,
    row.files,
    row.operations,
    row.methods,
    ...languages.map(({ name }) => row.checks[name]),
    row.notes.join(", "),
  ];
  console.log(table(head, rows.map(line)));
  const causes = rows.filter((row) => row.causes.length > 0);
  for (const row of causes) console.log(`\n${row.name}\n${row.causes.map((cause) => `  ${cause}`).join("\n")}`);
  for (const set of ["specs", "spector"]) {
    const own = rows.filter((row) => row.set === set);
    if (own.length === 0) continue;
    const good = (row) => row.generated === "yes";
    const count = (test) => own.filter(test).length;
    const passes = (name) => (row) => row.checks[name].startsWith("yes");
    const byLanguage = languages.map(({ name }) => `, ${name} ${count(passes(name))}`).join("");
    const all = count((row) => languages.every(({ name }) => passes(name)(row)));
    console.log(
      `\n${set}: ${count(good)} of ${own.length} generated${byLanguage}, all ${all}; operations ${own.reduce((sum, row) => sum + row.operations, 0)} in, ${own.reduce((sum, row) => sum + row.methods, 0)} out; slowest ${Math.max(...own.map((row) => row.seconds)).toFixed(1)} s, largest ${Math.max(...own.map((row) => row.megabytes))} MB`,
    );
  }
  const broken = rows.filter((row) => row.broken).map((row) => row.name);
  console.log(broken.length === 0 ? "no crash, no hang" : `crashed or hung: ${broken.join(", ")}`);
}
