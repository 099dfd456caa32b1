import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Api } from "../../generator/ir/api.js";
import { type Reading, usualReading } from "../../generator/ir/reading.js";
import type { NamedType } from "../../generator/ir/types.js";
import { lower } from "../../generator/lower/lower.js";
import { parseOpenApi } from "../../generator/openapi/parseOpenApi.js";
import { load } from "../../generator/source/load.js";

export interface Lowered {
  readonly api: Api;
  /** Codes of what was reported, in order. */
  readonly codes: readonly string[];
  /** The type at an address; fails where there is none. */
  type(address: string): NamedType;
}

export const reading: Reading = { ...usualReading, freeObject: "class" };

/** Lowers the text of a document, JSON or YAML; `version` and `info` are filled in where the text has none. */
export function lowerText(text: string, options: Partial<Reading> = {}): Lowered {
  const folder = mkdtempSync(join(tmpdir(), "lower-"));
  try {
    const location = join(folder, "openapi.yaml");
    const whole = /^\s*(\{|openapi:|swagger:)/.test(text) ? text : `openapi: 3.1.0\ninfo: {title: Shelf, version: "1"}\n${text}`;
    writeFileSync(location, whole);
    const codes: string[] = [];
    const report = ({ code }: { code: string }): void => void codes.push(code);
    const source = load({ location, overlays: [] }, report);
    const document = source === null ? null : parseOpenApi(source, report);
    const api = document === null ? null : lower(document, { ...reading, ...options }, report);
    if (api === null) throw new Error(`the document could not be lowered: ${codes.join(", ")}`);
    return { api, codes, type: (address) => typeAt(api, address) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lowers schemas alone: a library of types. */
export function lowerSchemas(schemas: string, options: Partial<Reading> = {}, version = "3.1.0"): Lowered {
  return lowerText(
    `openapi: ${version}\ninfo: {title: Shelf, version: "1"}\ncomponents:\n  schemas:\n${schemas.replace(/^/gm, "    ")}\n`,
    options,
  );
}

function typeAt(api: Api, address: string): NamedType {
  const found = api.types.find((type) => type.id === address);
  if (found === undefined) throw new Error(`no type at ${address}; there are ${api.types.map(({ id }) => id).join(", ")}`);
  return found;
}
