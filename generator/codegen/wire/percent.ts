/** Percent-encodes everything that has a meaning in a URL. RFC 3986, 2.1. */
export function percentEncode(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Keeps what has a meaning in a URL, and what is encoded already. */
export function encodeUnsafe(text: string): string {
  return encodeURI(wellFormed(text)).replace(/%25(?=[0-9a-f]{2})/gi, "%");
}

/** Half of a character has no encoding. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
