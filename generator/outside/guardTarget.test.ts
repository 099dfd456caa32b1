import type { GeneratedFile } from "../codegen/generatedFile.js";
import { usualRules } from "../codegen/plan/planning.js";
import { declare, Stopped } from "../diagnostics/diagnostic.js";
import { usualReading } from "../ir/reading.js";
import type { Spelling } from "../naming/spelling.js";
import { usualSpelling } from "../naming/usualSpelling.js";
import { defineTarget, type SdkSettings } from "../targets/target.js";
import { guardTarget } from "./guardTarget.js";

const said = declare({ code: "said", message: ({ text }: { text: string }) => text, help: "" });
const failed = (step: string, why: string) => new Stopped(said(null, { text: `${step}: ${why}` }));
const settings: SdkSettings = { sdk: "acme", options: {}, profile: "standard", pageFormat: null, validation: "lax", words: [] };
const request = {
  sdk: "acme",
  apis: [],
  names: { sdk: "acme", names: [] },
  plan: null,
  templates: { render: () => "", runtime: () => [] },
  others: [],
  generator: "0",
};
const reading = usualReading;
const no = (): never => {
  throw new Error("no\nsecond line");
};
const parts = {
  name: "acme",
  start: () => null,
  readOptions: () => ({ reading, calls: null }),
  render: async (): Promise<readonly GeneratedFile[]> => [{ path: "a.txt", text: "a", owner: "generator" }],
};

/** What comes of a target that has other parts than these, as one from JavaScript may. */
async function outcome(other: Partial<Record<keyof typeof parts, unknown>>): Promise<unknown> {
  const target = guardTarget(defineTarget(Object.assign({}, parts, other)), failed);
  try {
    return await target
      .start()
      .configure(settings)
      .render(request, () => undefined);
  } catch (error) {
    return error instanceof Stopped ? error.message : error;
  }
}

test("a good target is as before", async () => {
  expect(await outcome({})).toEqual([{ path: "a.txt", text: "a", owner: "generator" }]);
});

test.each<[string, Partial<Record<keyof typeof parts, unknown>>]>([
  ["while starting: no", { start: no }],
  ["while reading its options: no", { readOptions: no }],
  [
    "while reading its options: `readOptions` gives `reading.tuples` undefined instead of tuple or list.",
    { readOptions: () => ({ reading: { ...reading, tuples: undefined }, calls: null }) },
  ],
  ["while reading its options: `readOptions` gives `reading.freeObject` undefined instead of class or map.", { readOptions: () => ({}) }],
  ["while reading its options: `readOptions` gives no `calls`: null where nothing is called.", { readOptions: () => ({ reading }) }],
  [
    "while reading its options: `readOptions` gives `calls` without `style`.",
    { readOptions: () => ({ reading, calls: { client: "", spelling: {} } }) },
  ],
  [
    "while reading its options: `readOptions` gives `calls` without the function `spelling.type`.",
    { readOptions: () => ({ reading, calls: { client: "", style: {}, rules: usualRules, spelling: usualSpelling({} as Spelling) } }) },
  ],
  ["while printing: no", { render: async () => no() }],
  ['while printing: "a" is no file with `path`, `text` and `owner`', { render: async () => [{ path: "a", text: "" }] }],
  [
    'while printing: generated path "../a" has an empty, `.` or `..` segment',
    { render: async () => [{ path: "../a", text: "", owner: "generator" }] },
  ],
])("%s", async (message, other) => {
  expect(await outcome(other)).toBe(message);
});
