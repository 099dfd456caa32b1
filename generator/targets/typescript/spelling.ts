import { capitalised, memberNames, numberName, snakeCase, withoutLeadingDigits, wordSet, wordsOf } from "../../codegen/casing.js";
import type { Spelling } from "../../naming/spelling.js";
import { usualSpelling } from "../../naming/usualSpelling.js";

export interface SpellingOptions {
  /** How properties are written: like TypeScript, with underscores, or as the document has them. */
  readonly properties: "camel" | "snake" | "preserve";
  /** Error classes that every SDK has. */
  readonly fixedErrors: readonly string[];
  readonly fileNames: "lower" | "kebab";
}

/** Words that cannot name a function, a variable or a type. */
export const keywords = wordSet(
  "abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in instanceof interface let module namespace never new null number object of package private protected public require return set static string super switch symbol this throw true try type typeof undefined unknown using var void while with yield",
);

/** Types of the language that generated files use: a model of that name becomes `ErrorT`. */
const globalTypes = wordSet("Array Blob Date Error File Function Object Omit ReadableStream Symbol Uint8Array");

/** How TypeScript writes names: PascalCase types that keep the capitals of the document ("TaxId", "HTTPError"), camelCase for the rest. */
export function typescriptSpelling({ properties, fixedErrors, fileNames }: SpellingOptions): Spelling {
  const className = (fallback: string) => (parts: readonly string[]) => typeName(parts.map(pascal).join(""), fallback);
  return usualSpelling({
    type: className("Type"),
    resource: className("Resource"),
    attribute: (key) => camelCase(lowerFirstWord(key), "resource"),
    method: (key) => camelCase(lowerFirstWord(key), "call"),
    field: (key) => propertyName(key, properties),
    member: memberNames({ given: (name) => pascal(name) || "Value", number: memberNumber, text: memberText }),
    // All folders share their names: an inline type may stand beside requests or errors, and its role does not say where.
    resourcesShareTypes: false,
    derived: {
      rest: "additionalProperties",
      argument(field) {
        const name = camelCase(field, "value");
        return [name, `${name}Param`];
      },
      function(path) {
        const joined = path.map((part, i) => (i === 0 ? part : capitalised(part))).join("");
        return [keywords.has(joined) ? `${joined}T` : camelCase(joined, "call")];
      },
      module(className) {
        const stem = fileStem(className, fileNames);
        return [stem, `${stem}-group`];
      },
      constant: (words, of) =>
        of === "server" ? [`Server${capitalised(words.replace(/[^\p{L}\p{N}]+(.?)/gu, (_, next: string) => next.toUpperCase()))}`] : null,
      option(key, of) {
        const name = of === "global" ? propertyName(key, properties) : camelCase(key, of);
        return [name, `${name}${capitalised(of)}`];
      },
      numbered: (name, kind, n) =>
        kind === "field" || kind === "member" || kind === "method" || kind === "attribute" ? `${name}_${n}` : `${name}${n + 1}`,
    },
    reserved: {
      type: new Set(fixedErrors),
      method: classMembers,
      attribute: classMembers,
      field: objectMembers,
      argument: parameterWords,
      option: wordSet(
        "httpClient userAgent retryConfig timeoutMs debugLogger serverURL validation onMismatch server serverIdx security hooks",
      ),
      module: new Set(["sdk", "index"]),
    },
  });
}

/** Names that a function's own signature and code need. */
const parameterWords: ReadonlySet<string> = new Set([...keywords, "client", "security", "options", "operation", "call", "callPages"]);

/** The file name of something, without its ending: `accesstoken` or `access-token`. */
export function fileStem(name: string, fileNames: "lower" | "kebab"): string {
  return fileNames === "kebab" ? kebabCase(name) : name.toLowerCase();
}

/** "OrganizationAccessToken" → "organization-access-token". */
export function kebabCase(name: string): string {
  return snakeCase(name.replaceAll("$", "_")).replaceAll("_", "-").replace(/-+$/, "");
}

/** Members that every resource class has already, as every object has, and `then`: what has it is taken for a promise. */
const classMembers: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "then",
  ...["_options", "_baseURL", "_settings", "_hooks", "_httpClient", "_logger"],
]);

/** Every object has these: an optional property of such a name would forbid all object literals that leave it out. */
const objectMembers: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** "organization_access_tokens:list" → "OrganizationAccessTokensList", "HTTPValidationError" stays, "tax_id" → "TaxId". */
function pascal(raw: string): string {
  return wordsOf(raw).map(capitalised).join("");
}

function typeName(name: string, fallback: string): string {
  const spelled = /^\d/.test(name) ? pascal(withoutLeadingDigits(name)) : name;
  if (spelled === "") return fallback;
  return globalTypes.has(spelled) ? `${spelled}T` : spelled;
}

/** "organization_id" → "organizationId", "GMRequest" → "gMRequest", "URL" → "url". */
export function camelCase(raw: string, fallback: string): string {
  const joined = pascal(raw.replace(/\$/g, "dollar_"));
  const spelled = /^\d/.test(joined) ? pascal(withoutLeadingDigits(joined)) : joined;
  if (spelled === "") return fallback;
  return /^\p{Lu}+$/u.test(spelled) && wordsOf(raw).length === 1
    ? spelled.toLowerCase()
    : spelled.slice(0, 1).toLowerCase() + spelled.slice(1);
}

/** "JWK Set Endpoint" → "jwk Set Endpoint": an abbreviation alone at the front, not one that begins a longer word. */
function lowerFirstWord(raw: string): string {
  return raw.replace(/^[^\p{L}\p{N}]*\p{Lu}+(?![\p{L}\p{N}])/u, (word) => word.toLowerCase());
}

function propertyName(raw: string, properties: SpellingOptions["properties"]): string {
  switch (properties) {
    case "camel":
      return camelCase(raw, "property");
    case "snake":
      return snakeCase(raw) || "property";
    case "preserve":
      return raw === "" ? "property" : raw;
  }
}

/** 21 → TwentyOne */
function memberNumber(value: number): string {
  return value < 0 ? `Minus${memberNumber(-value)}` : numberName(value, pascal, "Number");
}

/** "-created_at" → MinusCreatedAt, "" → Unknown. */
function memberText(raw: string): string {
  if (raw === "") return "Unknown";
  if (raw === "*") return "Wildcard";
  const signed = raw.startsWith("-") ? `minus ${raw.slice(1)}` : raw.startsWith("+") ? `plus ${raw.slice(1)}` : raw;
  return pascal(withoutLeadingDigits(signed)) || "Value";
}
