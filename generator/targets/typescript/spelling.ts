import { capitalised, numberWords, snakeCase, withoutLeadingDigits, wordsOf } from "../../codegen/casing.js";
import type { Spelling } from "../../naming/spelling.js";

export interface SpellingOptions {
  /** How properties are written: like TypeScript, with underscores, or as the document has them. */
  readonly properties: "camel" | "snake" | "preserve";
  /** Error classes that every SDK has. */
  readonly fixedErrors: readonly string[];
}

/** Words that cannot name a function, a variable or a type. */
export const keywords: ReadonlySet<string> = new Set(
  "abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in instanceof interface let module namespace never new null number object of package private protected public require return set static string super switch symbol this throw true try type typeof undefined unknown using var void while with yield".split(
    " ",
  ),
);

/** Types of the language that generated files use: a model of that name becomes `ErrorT`. */
const globalTypes = new Set("Array Blob Date Error File Function Object Omit ReadableStream Symbol Uint8Array".split(" "));

/** How TypeScript writes names: PascalCase types that keep the capitals of the document ("TaxId", "HTTPError"), camelCase for the rest. */
export function typescriptSpelling({ properties, fixedErrors }: SpellingOptions): Spelling {
  const className = (fallback: string) => (parts: readonly string[]) => typeName(parts.map(pascal).join(""), fallback);
  return {
    type: className("Type"),
    resource: className("Resource"),
    attribute: (key) => camelCase(lowerFirstWord(key), "resource"),
    method: (key) => camelCase(lowerFirstWord(key), "call"),
    field: (key) => propertyName(key, properties),
    member: memberName,
    // All folders share their names: an inline type may stand beside requests or errors, and its role does not say where.
    namespaceOf: () => "models",
    resourcesShareTypes: false,
    reserved: { type: new Set(fixedErrors), method: classMembers, attribute: classMembers, field: objectMembers },
  };
}

/** Members that every resource class has already. */
const classMembers: ReadonlySet<string> = new Set(["constructor", "_options", "_baseURL", "_settings", "_hooks", "_httpClient", "_logger"]);

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

/** "-created_at" → MinusCreatedAt, 21 → TwentyOne, "" → Unknown. */
function memberName(value: string | number | boolean, override: string | null): string {
  if (override !== null) return pascal(override) || "Value";
  if (typeof value === "number") return value < 0 ? `Minus${numberName(-value)}` : numberName(value);
  const raw = String(value);
  if (raw === "") return "Unknown";
  if (raw === "*") return "Wildcard";
  const signed = raw.startsWith("-") ? `minus ${raw.slice(1)}` : raw.startsWith("+") ? `plus ${raw.slice(1)}` : raw;
  const name = pascal(withoutLeadingDigits(signed));
  return name === "" ? "Value" : name;
}

function numberName(value: number): string {
  return Number.isInteger(value) && value < 1e9 ? pascal(numberWords(value)) : `Number${String(value).replace(/[^0-9a-z]/gi, "_")}`;
}
