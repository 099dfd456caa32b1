import { lockUnreadable } from "../diagnostics/config.js";
import type { Place, Report } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../ir/json.js";
import { emptyLock, type Lock, type LockedExample, type LockedExamples, type LockedSdk, type Pin, type Stems } from "./lock.js";

/** Reads the text of a lock; no text is an empty lock, null comes after an error with its line (or the place in it, where the text is JSON but no lock). */
export function readLock(text: string | null, file: string, report: Report): Lock | null {
  if (text === null) return emptyLock;
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report(lockUnreadable(placeOf(text, why, file), { why: "it is not JSON." }));
    return null;
  }
  try {
    return lockOf(value);
  } catch (error) {
    if (!(error instanceof NotALock)) throw error;
    report(lockUnreadable({ kind: "file", file }, { why: error.message }));
    return null;
  }
}

class NotALock extends Error {}

function lockOf(value: Json): Lock {
  const { lockVersion, sdks, examples } = record(value, "the lock");
  if (lockVersion !== 1)
    throw new NotALock(`lockVersion is ${JSON.stringify(lockVersion) ?? "missing"}; this version of sdksmith reads 1.`);
  return { lockVersion, sdks: mapOf(sdks ?? {}, "sdks", sdkOf), examples: examplesOf(examples ?? {}, "examples") };
}

function sdkOf(value: Json, path: string): LockedSdk {
  const { names, stems, examples } = record(value, path);
  return {
    names: mapOf(names ?? {}, `${path}.names`, pinOf),
    stems: stems === undefined ? null : stemsOf(stems, `${path}.stems`),
    examples: examplesOf(examples ?? {}, `${path}.examples`),
  };
}

function pinOf(value: Json, path: string): Pin {
  const { name, shape, gone } = record(value, path);
  if (typeof name !== "string" || name === "") throw new NotALock(`"${path}" has no name.`);
  return { name, shape: typeof shape === "string" ? shape : "", gone: gone === true };
}

function stemsOf(value: Json, path: string): Stems {
  const { types, sdks, errors } = record(value, path);
  return { types: strings(types, `${path}.types`), sdks: strings(sdks, `${path}.sdks`), errors: strings(errors, `${path}.errors`) };
}

function examplesOf(value: Json, path: string): LockedExamples {
  return mapOf(value, path, (named, where) => mapOf(named, where, exampleOf));
}

function exampleOf(value: Json, path: string): LockedExample {
  const { parameters, requestBody } = record(value, path);
  const { path: inPath, query, header, cookie } = record(parameters ?? {}, `${path}.parameters`);
  const values = (part: Json | undefined, where: string) => record(part ?? {}, `${path}.${where}`);
  return {
    path: values(inPath, "parameters.path"),
    query: values(query, "parameters.query"),
    header: values(header, "parameters.header"),
    cookie: values(cookie, "parameters.cookie"),
    bodies: values(requestBody, "requestBody"),
  };
}

function mapOf<T>(value: Json, path: string, read: (value: Json, path: string) => T): ReadonlyMap<string, T> {
  return new Map(Object.entries(record(value, path)).map(([key, entry]) => [key, read(entry, `${path}.${key}`)]));
}

function record(value: Json, path: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new NotALock(`"${path}" is not an object.`);
  return Object.fromEntries(Object.entries(value));
}

function strings(value: Json | undefined, path: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new NotALock(`"${path}" is not a list.`);
  return value.map(String);
}

/** The engine says "… at position 17 …" in most messages, whose other words change from version to version; without it the file is all that can be named. */
function placeOf(text: string, why: string, file: string): Place {
  const position = /position (\d+)/.exec(why)?.[1];
  if (position === undefined && !/end of JSON/.test(why)) return { kind: "file", file };
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { kind: "text", file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
