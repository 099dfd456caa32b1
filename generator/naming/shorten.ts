import { createHash } from "node:crypto";

/** Names become file names, which no file system lets be longer than 255 bytes, with words and an extension around them. */
const longest = { type: 180, resource: 100, attribute: 100, method: 120 } as const;

/**
 * A name that is too long for a file keeps its beginning and gets a hash of the whole behind it, so that two with one beginning stay two.
 *
 *     shorten("answerTheLongestQuestion…", "method")   →   "answerTheLongestQuest…1f0c93ab"
 */
export function shorten(name: string, kind: string): string {
  const most = kind === "type" || kind === "resource" || kind === "attribute" || kind === "method" ? longest[kind] : null;
  if (most === null || Buffer.byteLength(name) <= most) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  let kept = "";
  for (const letter of name) {
    if (Buffer.byteLength(kept + letter) > most - hash.length) break;
    kept += letter;
  }
  return `${kept}${hash}`;
}
