import type { OptionSchema } from "../optionSchema.js";

/*
 * Versions of further dependencies, in whatever manner they are written: as requirement specifiers of Python (PEP 440), or as ranges of poetry and npm.
 *
 *     ^1.2.3   ~1.2   ~=1.4   >=1, <2   >=1 <2   1.x   1.2 - 1.4   1.2.3   *   https://…   git+https://…@tag       and a marker behind a semicolon
 */

const release = String.raw`v?\d+(?:\.\d+)*`;
const suffix = String.raw`(?:[-_.]?(?:alpha|beta|preview|pre|rc|a|b|c)[-_.]?\d*)?(?:[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?(?:\+[\w.-]+)?`;
const version = `${release}(?:(?:\\.[xX*])+|${suffix})`;
const comparator = String.raw`(?:\^|~=|~>|~|===?|!=|>=|<=|>|<|=)?\s*${version}`;
const range = String.raw`\*|${version}\s+-\s+${version}|${comparator}(?:(?:\s*,\s*|\s+)${comparator})*`;
const url = String.raw`(?:git\+)?(?:https?|ssh|file):[^\s;]+`;

/** What `requirementOf` understands. */
export const requirementSchema: OptionSchema = {
  type: "string",
  title: "a range of versions, or a URL",
  description: "Write it like ^1.2, ~1.2, >=1.2,<2, 1.x or *; alternatives (`||`) have no counterpart in Python.",
  pattern: `^\\s*(?:${range}|${url})?\\s*(?:;.*)?$`,
};

export interface Requirement {
  /** For `dependencies`, PEP 508: `acme[fast] >=1.2,<2 ; python_version < '3.12'`. */
  readonly pep: string;
  /** For a group of poetry: the value in TOML. */
  readonly poetry: PoetryRequirement;
  /** Whether it names a file or a repository instead of a version. */
  readonly direct: boolean;
}

/** Entries of an inline table; `version` alone is written as a string. */
export type PoetryRequirement = { readonly [key: string]: string | readonly string[] };

/**
 * One dependency as both layouts of pyproject.toml want it.
 *
 *     requirementOf("acme[fast]", "~1.2")   →   { pep: "acme[fast] >=1.2,<1.3", poetry: { version: "~1.2", extras: ["fast"] }, direct: false }
 */
export function requirementOf(name: string, written: string): Requirement {
  const [whole = "", marker = ""] = written.split(/;(.*)/s).map((part) => part.trim());
  const extras =
    /\[(.*)\]/
      .exec(name)?.[1]
      ?.split(",")
      .map((extra) => extra.trim()) ?? [];
  const rest = { ...(extras.length > 0 ? { extras } : {}), ...(marker === "" ? {} : { markers: marker }) };
  const behind = marker === "" ? "" : ` ; ${marker}`;
  if (new RegExp(`^${url}$`).test(whole)) return { pep: `${name} @ ${whole}${behind}`, poetry: { ...place(whole), ...rest }, direct: true };
  const specifiers = specifiersOf(whole);
  // What poetry writes itself stays as it is.
  const plain = /^(?:[\^~]?\d[\w.]*|\*)$/.test(whole) && !/[xX]/.test(whole);
  return {
    pep: `${name}${specifiers === "" ? "" : ` ${specifiers}`}${behind}`,
    poetry: { version: plain ? whole : specifiers || "*", ...rest },
    direct: false,
  };
}

/** "git+https://host/acme@v1" → { git: "https://host/acme", rev: "v1" } */
function place(whole: string): PoetryRequirement {
  const [, repository, revision] = /^git\+(.*?)(?:@([^@/]+))?$/.exec(whole) ?? [];
  if (repository === undefined) return { url: whole };
  return { git: repository, ...(revision === undefined ? {} : { rev: revision }) };
}

/** The specifiers of PEP 440, joined by commas; empty for any version. */
function specifiersOf(written: string): string {
  const [, low, high] = new RegExp(`^(${version})\\s+-\\s+(${version})$`).exec(written) ?? [];
  if (low !== undefined && high !== undefined) {
    const { numbers } = partsOf(high);
    return `${specifier(">=", low)},${numbers.length < 3 ? `<${raised(numbers)}` : specifier("<=", high)}`;
  }
  const found = [...written.matchAll(new RegExp(comparator, "g"))].map(([one]) => one);
  return found.map((one) => specifier(/^\D*?(?=v?\d)/.exec(one)?.[0].trim() ?? "", one.replace(/^\D*?(?=v?\d)/, ""))).join(",");
}

/** One comparator; a version with `x` stands for all that begin like it. */
function specifier(operator: string, written: string): string {
  const { numbers, wild, text: whole } = partsOf(written);
  // Only equality may look at the part behind a plus.
  const text = operator === "!=" || /^=*$/.test(operator) ? whole : whole.replace(/\+.*/, "");
  switch (operator) {
    case "":
    case "=":
    case "==":
      return wild ? `==${numbers.join(".")}.*` : `==${text}`;
    case "!=":
      return wild ? `!=${numbers.join(".")}.*` : `!=${text}`;
    case "^": {
      const first = numbers.findIndex((number) => number > 0);
      return `>=${text},<${raised(numbers.slice(0, (first < 0 ? numbers.length - 1 : first) + 1))}`;
    }
    case "~":
    case "~>":
      return `>=${text},<${raised(numbers.slice(0, 2))}`;
    case "~=":
      // It raises the last number but one, so it needs two.
      return numbers.length > 1 && !wild ? `~=${text}` : `>=${text},<${raised(numbers)}`;
    case ">":
      return wild ? `>=${raised(numbers)}` : `>${text}`;
    case "<=":
      return wild ? `<${raised(numbers)}` : `<=${text}`;
    default:
      return `${operator}${text}`;
  }
}

interface Parts {
  readonly numbers: readonly number[];
  readonly wild: boolean;
  /** Without `v` and without `.x`. */
  readonly text: string;
}

/** "v1.2.x" → { numbers: [1, 2], wild: true, text: "1.2" } */
function partsOf(written: string): Parts {
  const text = written
    .trim()
    .replace(/^v/, "")
    .replace(/(?:\.[xX*])+$/, "");
  const numbers = (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? "0").split(".").map(Number);
  return { numbers, wild: /[xX*]$/.test(written), text };
}

/** The next version of as many numbers: [1, 2] → "1.3". */
function raised(numbers: readonly number[]): string {
  return numbers.map((number, i) => (i === numbers.length - 1 ? number + 1 : number)).join(".");
}
