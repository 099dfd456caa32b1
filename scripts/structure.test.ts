import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./e2e/places.js";
import { castsToAddress, surgeryOnAddresses } from "./structure/addresses.js";
import { circlesOfFiles } from "./structure/circles.js";
import { fullFolders } from "./structure/folders.js";
import { operationReads } from "./structure/operations.js";
import { privateNames } from "./structure/privateNames.js";
import { programOf, readSources } from "./structure/program.js";
import { unreadFields } from "./structure/unreadFields.js";

/**
 * What the house has too much of, counted. A number may not grow; when it shrinks, the recorded one is lowered in the same change. `npm run structure` prints the table,
 * with `--show` all places.
 */

interface Count {
  readonly what: string;
  /** The recorded number. */
  readonly today: number;
  readonly places: readonly string[];
}

const sources = readSources(join(root, "generator"));
const program = programOf(sources);
const crowded = fullFolders([...sources.keys()]);
const isUpper = (folder: string) => /^(?:targets|codegen)\b/.test(folder);
const counts: readonly Count[] = [
  { what: "texts that are called an address outside of ir/address.ts", today: 0, places: castsToAddress(program) },
  { what: "addresses that are built or taken apart outside of ir/address.ts", today: 0, places: surgeryOnAddresses(program) },
  { what: "names that a target makes unique by itself", today: 0, places: privateNames(program) },
  { what: "reads of a method's operation in targets", today: 0, places: operationReads(program) },
  { what: "circles of files outside of lower", today: 0, places: circlesOfFiles(program) },
  { what: "fields of the model without a reader", today: 0, places: unreadFields(program) },
  { what: "folders of targets and codegen with more than twelve files of one kind", today: 0, places: crowded.filter(isUpper) },
  { what: "folders of the other stages with as many", today: 7, places: crowded.filter((folder) => !isUpper(folder)) },
];

test.each(counts)("$what: $today", ({ today, places }) => {
  if (places.length === today) return;
  const what = places.length < today ? "lower the recorded number" : "mend them, or say why here";
  throw new Error(`${places.length} found, ${today} recorded: ${what}\n${places.join("\n")}`);
});

afterAll(() => {
  const report = process.env.SDKSMITH_STRUCTURE;
  if (report === undefined) return;
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, JSON.stringify(counts));
});

test("the counts see what they count, and nothing else", () => {
  const sample = programOf(readSources(join(root, "scripts/structure/sample")));
  const lines = (places: readonly string[]) => places.map((place) => place.split(" ")[0]);
  const places = "targets/one/places.ts";
  expect(lines(castsToAddress(sample))).toEqual([`${places}:5`]);
  expect(lines(surgeryOnAddresses(sample))).toEqual([`${places}:5`, `${places}:6`, `${places}:7`]);
  expect(lines(privateNames(sample))).toEqual(["targets/one/names.ts:11", "targets/one/names.ts:19"]);
  expect(operationReads(sample)).toEqual(["targets/one/reads.ts:3 { operation }", "targets/one/reads.ts:8 method.operation"]);
  expect(circlesOfFiles(sample)).toEqual(["targets/one/names.ts targets/one/stem.ts"]);
  expect(unreadFields(sample)).toEqual(["ir/operation.ts:7 unread"]);
  const many = Array.from({ length: 13 }, (_, i) => `a/${i}.ts`);
  expect(fullFolders([...many, "a/b/1.ts", "a/1.py"])).toEqual(["a: 13 .ts"]);
});
