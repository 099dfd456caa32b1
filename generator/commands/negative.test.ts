import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as configuration from "../diagnostics/config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import * as migration from "../diagnostics/migrate.js";
import * as outside from "../diagnostics/targets.js";
import * as writing from "../diagnostics/write.js";
import { migrate } from "../importers/speakeasy/migrate.js";
import { defaultRequest, generate } from "../index.js";
import { usualReading } from "../ir/reading.js";
import { jsonTarget } from "../targets/json/target.js";
import { builtInTargets, type TargetEntry } from "../targets/registry.js";
import { defineTarget } from "../targets/target.js";
import { diskTree } from "../write/diskTree.js";
import type { FileTree } from "../write/fileTree.js";
import { initCommand } from "./init.js";
import { printFound } from "./printFound.js";

/*
 * One folder below `specs/negative/run` for each diagnostic that is not about a document: what a user had on the disk, `case.json` for what they asked for, and
 * `listing.txt`, which must be printed. `UPDATE_LISTINGS=1` writes the listings; read them in the diff.
 */

const folder = "specs/negative/run";
const declared = [configuration, outside, writing, migration].flatMap((area) => Object.values(area));

const acme = defineTarget({
  name: "acme",
  readOptions: () => ({
    reading: { ...usualReading, freeObject: "class" as const },
    calls: null,
  }),
  start: () => null,
  render: async () => [],
});
const targets: readonly TargetEntry[] = [
  {
    name: "acme",
    scope: "document",
    byDefault: true,
    options: { packageName: { type: "string" }, sdkClassName: { type: "string" } },
    load: async () => acme,
  },
  { name: "json", scope: "run", byDefault: false, options: {}, load: async () => jsonTarget },
  ...builtInTargets.filter(({ name }) => name === "typescript"),
];

interface Case {
  readonly command?: "generate" | "init" | "migrate";
  readonly config?: string;
  readonly spec?: string;
  /** Of a warning: the run would write, and is only asked what. */
  readonly check?: boolean;
  readonly targets?: readonly string[];
}

test("every declared diagnostic has a case, every case a declared diagnostic", () => {
  expect(readdirSync(folder).sort()).toEqual(declared.map(({ code }) => code).sort());
});

test.each(declared.map(({ code, severity }) => [code, severity] as const))("%s (%s)", async (code, severity) => {
  const printed = await listing(join(folder, code));
  const file = join(folder, code, "listing.txt");
  if (process.env.UPDATE_LISTINGS !== undefined) writeFileSync(file, printed);
  expect(printed).toContain(`${severity}  ${code}`);
  expect(printed).toBe(readFileSync(file, "utf8"));
});

async function listing(place: string): Promise<string> {
  const file = join(place, "case.json");
  const {
    command = "generate",
    config = "sdksmith.yaml",
    spec,
    check = false,
    targets: selected = [],
  }: Case = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  if (command === "init") {
    const printed: string[] = [];
    const terminal = { out: () => undefined, err: (text: string) => void printed.push(text), isWatched: false, seconds: () => 0 };
    await initCommand(spec ?? "", untouchable(place), terminal);
    return printed.join("");
  }
  if (command === "migrate") {
    migrate(
      { from: [`${place}/sdk`], out: `${place}/out`, targets: [targets[0]].flatMap((target) => target ?? []), companions: ["json"] },
      untouchable(""),
      report,
    );
  } else {
    await generate(
      { ...defaultRequest, config: `${place}/${config}`, targets: selected, mode: check ? "check" : "write" },
      { tree: untouchable(""), targets, report, progress: () => undefined },
    );
  }
  return printFound(found);
}

/** The disk below a folder; whoever writes there fails the test, for each of these cases must leave it as it was. */
function untouchable(below: string): FileTree {
  const disk = diskTree();
  const never = (path: string): never => {
    throw new Error(`${path} was changed`);
  };
  return {
    list: (path) => disk.list(join(below, path)),
    read: (path) => disk.read(join(below, path)),
    write: never,
    remove: never,
    removeFolder: never,
  };
}
