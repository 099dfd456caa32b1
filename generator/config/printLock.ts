import type { JsonObject } from "../ir/json.js";
import type { Lock, LockedExample, LockedExamples, LockedSdk, Pin, Stems } from "./lock.js";

/**
 * Prints a lock: JSON, sorted by key, one entry a line, so that a change of one name is a change of one line.
 *
 *     {
 *       "lockVersion": 1,
 *       "sdks": {
 *         "acme": {
 *           "names": {
 *             "schema:Price": {"name":"Price","shape":"5f3a9c"}
 *           }
 *         }
 *       },
 *       "examples": {
 *         "prices:list": {
 *           "default": {"parameters":{"query":{"page":1}}}
 *         }
 *       }
 *     }
 */
export function printLock(lock: Lock): string {
  const sdks = sorted(lock.sdks).map(([name, sdk]) => printSdk(name, sdk));
  return `{\n  "lockVersion": ${lock.lockVersion},\n${block(2, "sdks", sdks)},\n${printExamples(2, lock.examples)}\n}\n`;
}

function printSdk(name: string, sdk: LockedSdk): string {
  const names = sorted(sdk.names).map(([address, pin]) => `        ${entry(address, pinJson(pin))}`);
  const parts = [block(6, "names", names)];
  if (sdk.stems !== null) parts.push(printStems(sdk.stems));
  if (sdk.examples.size > 0) parts.push(printExamples(6, sdk.examples));
  return block(4, name, parts);
}

function pinJson(pin: Pin): JsonObject {
  return { name: pin.name, shape: pin.shape, ...(pin.gone ? { gone: true } : {}) };
}

function printExamples(indent: number, examples: LockedExamples): string {
  const operations = sorted(examples).map(([operation, named]) => {
    const lines = sorted(named).map(([name, example]) => `${" ".repeat(indent + 4)}${entry(name, exampleJson(example))}`);
    return block(indent + 2, operation, lines);
  });
  return block(indent, "examples", operations);
}

function printStems(stems: Stems): string {
  const list = (key: string, values: readonly string[]) => {
    const lines = [...values].sort().map((value) => `          ${JSON.stringify(value)}`);
    return `        ${JSON.stringify(key)}: [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n        `}]`;
  };
  return block(6, "stems", [list("types", stems.types), list("sdks", stems.sdks), list("errors", stems.errors)]);
}

/** The form of the file: parts that hold nothing are left out. */
function exampleJson(example: LockedExample): JsonObject {
  const parameters = withoutEmpty({ path: example.path, query: example.query, header: example.header, cookie: example.cookie });
  return withoutEmpty({ parameters, requestBody: example.bodies });
}

function withoutEmpty(parts: { readonly [key: string]: JsonObject }): JsonObject {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0));
}

function block(indent: number, key: string, lines: readonly string[]): string {
  const space = " ".repeat(indent);
  return `${space}${JSON.stringify(key)}: {${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n${space}`}}`;
}

function entry(key: string, value: JsonObject): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
