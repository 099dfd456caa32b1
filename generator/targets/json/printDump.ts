import type { GeneratedFile } from "../../codegen/generatedFile.js";
import type { Dump, DumpedSdk } from "./dump.js";

/**
 * One file for each Api and one for each SDK's names, one entry a line, so that a change of one type or name is a change of one line.
 *
 *     apis/1.json        the intermediate model: { "sources": […], …, "operations": [ …one a line… ], … }
 *     names/acme.json    { "sdk": "acme", "target": "acme", "apis": ["apis/1.json"], "names": [
 *                        {"address":"schema:Price","kind":"type","spelled":"Price","shape":"5f3a9c"},
 *     sdk.json           the list of both
 */
export function printDump(dump: Dump): readonly GeneratedFile[] {
  const apis = dump.apis.map((api, index) => file(`apis/${index + 1}.json`, lines(api)));
  const names = dump.sdks.map((sdk) => file(`names/${sdk.name}.json`, lines({ ...sdk, apis: sdk.apis.map(apiPath) })));
  const sdks = dump.sdks.map((sdk: DumpedSdk) => ({
    name: sdk.name,
    target: sdk.target,
    apis: sdk.apis.map(apiPath),
    names: `names/${sdk.name}.json`,
  }));
  return [file("sdk.json", lines({ apis: apis.map((one) => one.path), sdks })), ...apis, ...names];
}

function apiPath(index: number): string {
  return `apis/${index + 1}.json`;
}

function file(path: string, text: string): GeneratedFile {
  return { path, text, owner: "generator" };
}

/** An object with each key on a line, and of a list each item. */
function lines(value: object): string {
  const entries = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${Array.isArray(entry) ? list(entry) : JSON.stringify(entry)}`,
  );
  return `{\n${entries.join(",\n")}\n}\n`;
}

function list(items: readonly unknown[]): string {
  return items.length === 0 ? "[]" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}
