import { join } from "node:path";
import { wireSdks } from "../lib/wireSdks.mjs";
import { type DescriptorKeys, documentedKeys, pythonKeys, typescriptKeys } from "./descriptorKeys.js";
import { pythonOf } from "./places.js";
import { readSessionCases, sessionFolders } from "./sessionCase.js";
import { readCases } from "./wireCase.js";
import { sdkName } from "./wireRun.js";

const python = pythonOf();

/** Operations that some case calls, with the SDK that it calls them through. */
function called(language: "python" | "typescript"): readonly (readonly [sdk: string, operation: string])[] {
  const calls = readCases()
    .flatMap(([, cases]) => cases)
    .filter(({ only }) => only === undefined || only === language)
    .map((one) => [join(wireSdks("."), "sdk", sdkName(language, one.sdk)), one.call.operation] as const);
  const sessions = sessionFolders().flatMap((name) =>
    readSessionCases(name).flatMap(({ steps }) =>
      steps.flatMap((step) => ("call" in step ? [[join(wireSdks(name), "sdk", language), step.call] as const] : [])),
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
    const known = (): ReadonlySet<string> => keysOf(join(wireSdks("."), "sdk", language)).known;

    test("CONTRACT.md names every key of a descriptor, and no other", () => {
      expect([...known()].sort()).toEqual([...documentedKeys(language)].sort());
    });

    test("every key occurs in the descriptor of an operation that some case calls", () => {
      const covered = new Set(called(language).flatMap(([sdk, operation]) => [...(keysOf(sdk).held.get(operation) ?? [])]));
      expect([...known()].filter((key) => !covered.has(key))).toEqual([]);
    });
  },
);
