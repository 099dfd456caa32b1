import { nameWord } from "../ir/names.js";

/** Words of names, and the cases that several languages share. Pure text; what a language adds stands in its spelling. */

/**
 * Splits a raw name at punctuation and at camel boundaries; digits stay with the letters before them.
 *
 *     "organization_access_tokens:list" → organization access tokens list      "HTTPValidationError" → HTTP Validation Error      "IDs" → IDs
 */
export function wordsOf(raw: string): readonly string[] {
  return raw.match(nameWord) ?? [];
}

export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}

/** Words that are written in capitals wherever they stand: the list of Go's linter, which SDKs of many languages follow. */
export const initialisms = wordSet(
  "ACL API ASCII CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC SLA SMTP SQL SSH TCP TLS TTL UDP UI UID UUID URI URL UTF8 VM XML XMPP XSRF XSS",
);

/** "HTTPValidationError" stays, "organization id" → "OrganizationID" with initialisms, "OrganizationId" without. */
export function pascalCase(raw: string, upper: ReadonlySet<string>): string {
  return wordsOf(raw)
    .map((word) => (upper.has(word.toUpperCase()) ? word.toUpperCase() : capitalised(word)))
    .join("");
}

export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** "memberIDs" → "member_i_ds", "$ref" → "dollar_ref", "a-b" → "a_b"; a trailing underscore stays. */
export function snakeCase(raw: string): string {
  return raw
    .replace(/\$/g, "dollar_")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1_$2")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/__+/g, "_")
    .replace(/^_+/, "");
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales = [
  [1_000_000_000, "billion"],
  [1_000_000, "million"],
  [1_000, "thousand"],
] as const;

/** 21 → "twenty one", 257 → "two hundred and fifty seven": a name cannot begin with a digit. */
export function numberWords(value: number): string {
  for (const [scale, word] of scales)
    if (value >= scale) return spaced(`${numberWords(Math.floor(value / scale))} ${word}`, value % scale, " ");
  if (value >= 100) return spaced(`${small[Math.floor(value / 100)]} hundred`, value % 100, " and ");
  if (value >= 20) return spaced(tens[Math.floor(value / 10)] ?? "", value % 10, " ");
  return small[value] ?? String(value);
}

function spaced(head: string, rest: number, between: string): string {
  return rest === 0 ? head : `${head}${between}${numberWords(rest)}`;
}

/** Spells digits at the front: "3DSecure" → "three DSecure", "0.10.0" → "zero .10.0". */
export function withoutLeadingDigits(raw: string): string {
  const digits = /^\d{1,9}/.exec(raw)?.[0];
  return digits === undefined ? raw : `${numberWords(Number(digits))} ${raw.slice(digits.length)}`.trimEnd();
}

/** The name of a whole number in its words, as `write` puts them together; of any other its digits behind `prefix`. */
export function numberName(value: number, write: (words: string) => string, prefix: string): string {
  return Number.isInteger(value) && value < 1e9 ? write(numberWords(value)) : `${prefix}${String(value).replace(/[^0-9a-z]/gi, "_")}`;
}

/** How the members of an enumeration are called: by a name that somebody gave them, by their number, or by their text. */
export function memberNames(names: {
  readonly given: (name: string) => string;
  readonly number: (value: number) => string;
  readonly text: (value: string) => string;
}): (value: string | number | boolean, override: string | null) => string {
  return (value, override) =>
    override !== null ? names.given(override) : typeof value === "number" ? names.number(value) : names.text(String(value));
}
