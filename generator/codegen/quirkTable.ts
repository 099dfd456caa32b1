import type { Profile } from "../config/profile.js";

/**
 * Where pages of an older generator differ from what they should be: one row for each difference, and the values that it had since which version.
 * Views read a quirk by its name; nothing else looks at a profile or at the version of a format.
 *
 *     title: quirk<"class" | "path">("class", ["0", "class"], ["2.772", "path"])
 */
export interface Quirk<Value> {
  /** The value of the profile `standard`. */
  readonly standard: Value;
  /** Values of the older formats, oldest first: the last row that is not newer than the wanted version holds. */
  readonly since: readonly (readonly [version: string, value: Value])[];
}

export type QuirkTable = { readonly [name: string]: Quirk<unknown> };

export type QuirksOf<Table extends QuirkTable> = { readonly [Name in keyof Table]: Table[Name]["standard"] };

export function quirk<Value>(standard: Value, ...since: Quirk<Value>["since"]): Quirk<Value> {
  return { standard, since };
}

/** What the configuration says about pages. */
export interface PageChoice {
  readonly profile: Profile;
  /** Version of the older generator; null: the one that the table is called after. */
  readonly pageFormat: string | null;
}

/** The values that a page format has; `usualFormat` is the version whose pages are written when a configuration names none. */
export function chooseQuirks<Table extends QuirkTable>(
  table: Table,
  usualFormat: string,
  { profile, pageFormat }: PageChoice,
): QuirksOf<Table> {
  const format = pageFormat ?? usualFormat;
  const value = ({ standard, since }: Quirk<unknown>): unknown =>
    profile === "standard" ? standard : (since.findLast(([version]) => !isNewer(version, format))?.[1] ?? standard);
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, value(row)])) as QuirksOf<Table>;
}

/** "2.832.9" is newer than "2.832"; parts count as numbers. */
function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
