/** Writers that make any text safe where it stands: nothing from a document may begin a request, a header or a variable. */

/** Everything that some editor takes for the end of a line. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** @param {string} text */
export function oneLine(text) {
  return text.split(lineEnd).join(" ").replaceAll("{{", "{ {").trim();
}

/**
 * Lines of a comment; a line that begins with `@` would be a setting of the request.
 *
 *     "Creates a token.\n@note it expires"      →  ["# Creates a token.", "# \\@note it expires"]
 *
 * @param {string | null} text
 */
export function commentOf(text) {
  if (text === null || text.trim() === "") return [];
  return text
    .trim()
    .split(lineEnd)
    .map((line) => `# ${line.trim().replace(/^@/, "\\@")}`.trimEnd());
}

/** Whether a text may stand in a body: no line of it is read as a comment, the next request, a file to send or a script, and nothing as a variable. @param {string} text */
export function isPlain(text) {
  return !/\{\{|^(?:#|\/\/|<@?\s|<>|>)/m.test(text);
}
