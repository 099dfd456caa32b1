import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { root } from "../places.js";
import type { ExpectedRequest, WireCase, WireReply } from "../wireCase.js";

/** What is expected of one document below ../shared/cases: specs/cases/<name>.yaml. Calls go by the names of the document and run in every language, in every way to call. */
export interface CaseFile {
  /** The document is refused: codes of the errors that say why. */
  readonly refused?: readonly string[];
  /** Words in the codes of warnings that it gets. */
  readonly warnings?: readonly string[];
  readonly calls?: readonly WireCase[];
  readonly programs?: readonly Program[];
  /** Patterns that one of the generated files has, line breaks and stars of comments read as blanks. */
  readonly texts?: { readonly [language: string]: readonly string[] };
}

/** What a user would write: it must pass the strictest checker of its language, and run without a word. `server` is the address; names are those of the SDK. */
export interface Program {
  readonly name: string;
  readonly python?: string;
  readonly typescript?: string;
  /** One for each request, 204 without; null cuts the connection. */
  readonly replies?: readonly (WireReply | null)[];
  readonly requests?: readonly ExpectedRequest[];
}

export interface Case extends CaseFile {
  readonly name: string;
  readonly document: string;
}

export const documents = join(root, "..", "shared", "cases");

/** Every document, with what is expected of it; null where nobody has said it yet. */
export function readCaseFiles(): readonly { readonly name: string; readonly expected: Case | null }[] {
  return readdirSync(documents)
    .filter((file) => /\.(?:yaml|json)$/.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.\w+$/, "");
      const folder = join(documents, name, "openapi.yaml");
      const data = join(root, "specs/cases", `${name}.yaml`);
      if (!existsSync(data)) return { name, expected: null };
      const expected = load(readFileSync(data, "utf8"), { schema: CORE_SCHEMA }) as CaseFile;
      return { name, expected: { ...expected, name, document: existsSync(folder) ? folder : join(documents, file) } };
    });
}
