import { load, YAMLException } from "js-yaml";
import type { Place, Report } from "../diagnostics/diagnostic.js";
import { aliasBomb, aliasCycle, duplicateKey, fileEmpty, jsonSyntax, nestedTooDeep, yamlSyntax } from "../diagnostics/source.js";
import { JsonSyntaxError, jsonPositions } from "./jsonPositions.js";
import { MAX_ALIASED, MAX_DEPTH } from "./limits.js";
import { TextMap } from "./textMap.js";
import { countKeys, isTooDeep, unshare } from "./tree.js";
import type { Draft } from "./values.js";
import { yamlOptions } from "./yamlOptions.js";
import { yamlPositions } from "./yamlPositions.js";

/** A text that was understood: its value, and the way back to the places of its parts. */
export interface ParsedText {
  readonly value: Draft;
  readonly map: TextMap;
}

/**
 * JSON or YAML text → its value, a tree in which no value stands twice (aliases are written out). What the text looks like decides, not the
 * name of the file: `{` or `[` first means JSON, unless only YAML can read it. Reports what is wrong with the text and returns null then;
 * a key that stands twice is a warning and the last one wins.
 */
export function parseText(file: string, text: string, report: Report): ParsedText | null {
  if (!/^\s*[{[]/.test(text)) return parseYaml(file, text, report);
  const map = new TextMap(file, text, jsonPositions);
  let value: Draft;
  try {
    value = JSON.parse(text);
  } catch {
    return parseBrokenJson(file, text, map, report);
  }
  if (isTooDeep(value)) {
    report(nestedTooDeep(map.placeOf(jsonErrorOf(text)?.offset ?? 0), { limit: MAX_DEPTH }));
    return null;
  }
  // A quote that ends a key is followed by a colon; inside a string both would need a backslash before the quote.
  const keysInText = text.match(/(?<!\\)"\s*:/g)?.length ?? 0;
  if (keysInText !== countKeys(value)) reportRepeated(map, report);
  return { value, map };
}

/** `{` may also begin YAML in flow style (`{openapi: 3.1.0, …}`); when that does not parse either, it was meant as JSON. */
function parseBrokenJson(file: string, text: string, map: TextMap, report: Report): ParsedText | null {
  const error = jsonErrorOf(text);
  if (error === null || parseYaml(file, text, () => {}) !== null) return parseYaml(file, text, report);
  report(jsonSyntax(map.placeOf(error.offset), { problem: error.problem }));
  return null;
}

function jsonErrorOf(text: string): JsonSyntaxError | null {
  try {
    jsonPositions(text);
    return null;
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error;
    throw error;
  }
}

function parseYaml(file: string, text: string, report: Report): ParsedText | null {
  const map = new TextMap(file, text, yamlPositions);
  let parsed: unknown;
  try {
    parsed = loadYaml(text, () => reportRepeated(map, report));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // Two documents in one file is the one error without a place.
    const { mark } = error;
    const place: Place = mark ? { kind: "text", file, line: mark.line + 1, column: mark.column + 1 } : { kind: "file", file };
    report(yamlSyntax(place, { problem: error.reason }));
    return null;
  }
  if (parsed === undefined || (parsed === null && !/\S/.test(text.replace(/#.*/g, "")))) {
    report(fileEmpty({ kind: "file", file }, { file }));
    return null;
  }
  const tree = unshare(parsed as Draft);
  if (tree.kind === "tree") return { value: tree.value, map };
  const place: Place = { kind: "located", ...map.locate(tree.keys) };
  switch (tree.kind) {
    case "cycle":
      report(aliasCycle(place, {}));
      return null;
    case "tooMany":
      report(aliasBomb(place, { limit: MAX_ALIASED }));
      return null;
    case "tooDeep":
      report(nestedTooDeep(place, { limit: MAX_DEPTH }));
      return null;
  }
}

/** Strict first, which costs nothing; a key that stands twice throws, and is then read as JSON would: the last one wins. */
function loadYaml(text: string, onRepeated: () => void): unknown {
  try {
    return load(text, yamlOptions);
  } catch (error) {
    if (!(error instanceof YAMLException) || error.reason !== "duplicated mapping key") throw error;
  }
  const value = load(text, { ...yamlOptions, json: true });
  onRepeated();
  return value;
}

/** Located at once: these messages are about the text as it was written, whatever an overlay makes of it. */
function reportRepeated(map: TextMap, report: Report): void {
  for (const { keys, first } of map.positions.repeated) {
    report(duplicateKey({ kind: "located", ...map.locate(keys) }, { key: keys.at(-1) ?? "", firstLine: map.lineOf(first).line }));
  }
}
