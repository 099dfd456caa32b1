import { createHash } from "node:crypto";

/** 128 bits of SHA-256 in hexadecimal: finds a changed file; it protects against nothing. */
export function contentHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 32);
}
