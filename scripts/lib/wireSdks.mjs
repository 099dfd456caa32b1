// The SDKs of the documents under specs/wire, below build/e2e/wire: made once before a run of all tests (jest's globalSetup), then used by each file of tests that calls or
// checks them. A run of chosen files makes what it needs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const specs = join(root, "specs/wire");
/** Each process looks once. */
const fresh = new Map();

export default function setup({ testPathPatterns }) {
  if (!testPathPatterns.isSet()) for (const name of wireFolders()) wireSdks(name);
}

/** Folders of specs/wire with a document; "." is that of the calls. */
export function wireFolders() {
  const folders = readdirSync(specs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [".", ...folders.map(({ name }) => name).filter((name) => existsSync(join(specs, name, "openapi.yaml")))];
}

/**
 * A folder with the SDKs of such a document in `sdk`. They are generated when the command or the document is not the one that they were made with. A folder without settings has
 * those of the calls.
 */
export function wireSdks(name) {
  const to = fresh.get(name) ?? refreshed(name);
  fresh.set(name, to);
  return to;
}

function refreshed(name) {
  const to = join(root, "build/e2e/wire", name === "." ? "calls" : name);
  const document = join(specs, name, "openapi.yaml");
  const own = join(specs, name, "sdks.yaml");
  const settings = existsSync(own) ? own : join(specs, "sdks.yaml");
  const made = hashOf([...filesBelow(join(root, "dist")), document, settings]);
  const stamp = join(to, "made-of");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === made) return to;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(document, join(to, "openapi.yaml"));
  cpSync(settings, join(to, "sdks.yaml"));
  const command = [
    join(root, "dist/generator/main.js"),
    "generate",
    "--quiet",
    "--config",
    join(to, "sdks.yaml"),
    "--out",
    join(to, "sdk"),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the SDKs of specs/wire/${name} could not be generated\n${stdout}${stderr}`);
  writeFileSync(stamp, made);
  return to;
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}
