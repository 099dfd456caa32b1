/** Percent-encodes everything but letters, digits, `-`, `.`, `_` and `~`. RFC 3986, 2.1 and 2.3. */
export function percentEncode(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, escaped);
}

/** For `allowReserved`: what a query can hold stands as it is, except for what ends a value there. */
export function encodeReserved(text: string): string {
  return encodeURI(wellFormed(text)).replace(/[&+#']/g, escaped);
}

/** The same in a path: slashes stay, what styles put between values does not. */
export function encodeReservedInPath(text: string): string {
  return encodeURI(wellFormed(text)).replace(/[?#,;=]/g, escaped);
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Keeps what has a meaning in a URL, and what is encoded already. */
export function encodeUnsafe(text: string): string {
  return encodeURI(wellFormed(text)).replace(/%25(?=[0-9a-f]{2})/gi, "%");
}

/** Half of a character has no encoding. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
