/** Reads base64 and base64url, with or without padding; throws when the text is neither. */
export function bytesFromBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function base64FromBytes(bytes: Uint8Array, alphabet: "standard" | "url" = "standard"): string {
  let binary = "";
  // In pieces: an argument list of any length would overflow the stack.
  for (let start = 0; start < bytes.length; start += 0x2000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x2000));
  }
  const text = btoa(binary);
  return alphabet === "url" ? text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") : text;
}
