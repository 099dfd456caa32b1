import { join } from "node:path";
import { type DescriptorKeys, documentedKeys, pythonKeys, typescriptKeys } from "./descriptorKeys.js";
import { pythonOf, work } from "./places.js";
import { readSessionCases, sessionFolders } from "./sessionCase.js";
import { readCases } from "./wireCase.js";
import { sdkName } from "./wireRun.js";
import { generateWireSdks } from "./wireSdks.js";

const python = pythonOf();
const folder = join(work, "contract");
const documents = [".", ...sessionFolders()];

beforeAll(() => {
  for (const name of documents) generateWireSdks(name, join(folder, name === "." ? "calls" : name));
});

/** Operations that some case calls, with the SDK that it calls them through. */
function called(language: "python" | "typescript"): readonly (readonly [sdk: string, operation: string])[] {
  const calls = readCases()
    .flatMap(([, cases]) => cases)
    .filter(({ only }) => only === undefined || only === language)
    .map((one) => [join(folder, "calls/sdk", sdkName(language, one.sdk)), one.call.operation] as const);
  const sessions = sessionFolders().flatMap((name) =>
    readSessionCases(name).flatMap(({ steps }) =>
      steps.flatMap((step) => ("call" in step ? [[join(folder, name, "sdk", language), step.call] as const] : [])),
    ),
  );
  return [...calls, ...sessions];
}

describe.each(["typescript", ...(python === null ? [] : (["python"] as const))] as const)(
  "the contract of the libraries: %s",
  (language) => {
    const read = new Map<string, DescriptorKeys>();
    const keysOf = (sdk: string): DescriptorKeys => {
      const keys = read.get(sdk) ?? (language === "typescript" ? typescriptKeys(sdk) : pythonKeys(sdk, python ?? ""));
      read.set(sdk, keys);
      return keys;
    };
    const known = (): ReadonlySet<string> => keysOf(join(folder, "calls/sdk", language)).known;

    test("CONTRACT.md names every key of a descriptor, and no other", () => {
      expect([...known()].sort()).toEqual([...documentedKeys(language)].sort());
    });

    test("every key occurs in the descriptor of an operation that some case calls", () => {
      const covered = new Set(called(language).flatMap(([sdk, operation]) => [...(keysOf(sdk).held.get(operation) ?? [])]));
      expect([...known()].filter((key) => !covered.has(key))).toEqual([]);
    });
  },
);
