/**
 * Files that the generator and people write together. A section is text between two markers on lines of their own:
 *
 *     <!-- Start Retries [retries] -->
 *     …replaced on each run…
 *     <!-- End Retries [retries] -->
 *
 * and `<!-- No Retries [retries] -->` says that somebody does not want it. A code region is the opposite: what people write between its markers stays.
 *
 *     # region custom-imports
 *     …kept on each run…
 *     # endregion custom-imports
 */

export interface Section {
  readonly id: string;
  /** The whole section with its markers, without the line break behind it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const startMarker = /^<!-- Start (.+) \[([\w-]+)\] -->$/gm;
const declinedMarker = /^<!-- No .+ \[([\w-]+)\] -->$/gm;

/** The sections of a text in order. A start without its end is no section: its text is somebody's own. */
export function sectionsOf(text: string): readonly Section[] {
  const found: Section[] = [];
  let from = 0;
  for (const match of text.matchAll(startMarker)) {
    const id = match[2] ?? "";
    if (match.index < from) continue;
    const endMarker = `<!-- End ${match[1]} [${id}] -->`;
    const at = text.indexOf(endMarker, match.index);
    if (at < 0) continue;
    from = at + endMarker.length;
    found.push({ id, text: text.slice(match.index, from), start: match.index, end: from });
  }
  return found;
}

/** Ids of the sections that a text declines. */
export function declinedSections(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(declinedMarker)].map((match) => match[1] ?? ""));
}

interface Region {
  readonly name: string;
  /** What stands between the two marker lines. */
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

const regionStart = /^[ \t]*(?:#|\/\/)[ \t]*#?region[ \t]+([\w.-]+)[ \t]*\r?\n/gm;

/** The code regions of a text in order: `# region x`, `// #region x`, up to the line of the matching `endregion`. */
export function regionsOf(text: string): readonly Region[] {
  const found: Region[] = [];
  for (const match of text.matchAll(regionStart)) {
    const name = match[1] ?? "";
    const start = match.index + match[0].length;
    const end = new RegExp(`^[ \\t]*(?:#|//)[ \\t]*#?endregion(?:[ \\t]+${escapePattern(name)})?[ \\t]*$`, "m").exec(text.slice(start));
    if (end !== null) found.push({ name, content: text.slice(start, start + end.index), start, end: start + end.index });
  }
  return found;
}

function escapePattern(name: string): string {
  return name.replace(/[.\\-]/g, "\\$&");
}
