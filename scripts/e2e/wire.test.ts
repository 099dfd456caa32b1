import { wireSdks } from "../lib/wireSdks.mjs";
import { ways } from "./languages.js";
import { readCases } from "./wireCase.js";
import { problemsOf } from "./wireCheck.js";
import { runCases, type Seen, sdkName } from "./wireRun.js";
import { prepareWireSdk } from "./wireSdks.js";

const cases = readCases().flatMap(([file, all]) => all.map((one) => ({ id: `${file}: ${one.name}`, one })));
/** Where each SDK is ready to be called. */
const ready = new Map<string, string>();

beforeAll(() => {
  const folder = wireSdks(".");
  for (const language of new Set(ways.map((way) => way.language)))
    for (const sdk of [undefined, "variant"] as const) {
      const name = sdkName(language.name, sdk);
      ready.set(name, prepareWireSdk(folder, language, name));
    }
});

describe.each(ways)("on the wire: $mode", (way) => {
  const chosen = cases.filter(({ one }) => one.only === undefined || one.only === way.language.name);
  let seen: readonly Seen[] = [];
  beforeAll(async () => {
    seen = await runCases(
      way,
      ready,
      chosen.map(({ one }) => one),
    );
  });

  test.each(chosen.map(({ id, one }, index) => ({ id, one, index })))("$id", ({ one, index }) => {
    expect(problemsOf(one, seen[index] ?? { requests: [], outcome: undefined })).toEqual([]);
  });
});
