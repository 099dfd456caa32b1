import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { fileBinary, fileEmpty, fileIsFolder, fileMissing, fileRemote, fileUnreadable } from "../diagnostics/source.js";
import { MAX_BYTES } from "./limits.js";

/** A text, or why there is none. */
type ReadText = { readonly kind: "text"; readonly text: string } | { readonly kind: "failed"; readonly diagnostic: Diagnostic };

/** The commonest reasons in words; the others are given as the system names them. */
const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ELOOP", "its symbolic links lead in a circle"],
  ["ERR_FS_FILE_TOO_LARGE", "it is larger than 2 GB"],
]);

/**
 * Reads a file of text: UTF-8, or UTF-16 when a byte order mark says so; the mark is no part of the text. Never fetches. A file that a document
 * names must be a plain one: reading a device or a pipe might never end. The user may give a pipe.
 */
export function readText(file: string, { namedBy }: { readonly namedBy: "user" | "document" }): ReadText {
  const failed = (diagnostic: Diagnostic): ReadText => ({ kind: "failed", diagnostic });
  const place = { kind: "file", file } as const;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return failed(fileRemote(place, { file }));
  let bytes: Buffer;
  try {
    if (namedBy === "document" && !statSync(file).isFile() && !statSync(file).isDirectory()) {
      return failed(fileUnreadable(place, { file, reason: "it is a device or a pipe" }));
    }
    bytes = readFileSync(file);
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown reason";
    // A NUL in the name is an argument error of Node's, and ENOTDIR a file in place of a folder: both name no file.
    if (["ENOENT", "ENOTDIR", "ERR_INVALID_ARG_VALUE"].includes(code)) return failed(fileMissing(place, { file }));
    if (code === "EISDIR") return failed(fileIsFolder(place, { file }));
    return failed(fileUnreadable(place, { file, reason: reasons.get(code) ?? code }));
  }
  if (bytes.length > MAX_BYTES) return failed(fileUnreadable(place, { file, reason: "it is larger than 500 MB" }));
  const text = decode(bytes);
  if (text === null) return failed(fileBinary(place, { file }));
  if (text.trim() === "") return failed(fileEmpty(place, { file }));
  return { kind: "text", text };
}

function decode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wholeText(bytes.toString("utf16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes.length % 2 === 0 ? wholeText(Buffer.from(bytes).swap16().toString("utf16le")) : null;
  return isUtf8(bytes) ? wholeText(bytes.toString("utf8")) : null;
}

/** The text without its byte order mark; null when it holds NUL, which only binary files do. */
function wholeText(text: string): string | null {
  if (text.includes("\0")) return null;
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
