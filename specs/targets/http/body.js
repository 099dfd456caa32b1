import { assertNever, percentEncode } from "sdksmith/target";
import { isPlain, oneLine } from "./text.js";

/** @import { Json, WireBody, WirePart } from "sdksmith/target" */

const boundary = "part-of-the-form";
const file = "./example.bin";

/** The body of a request, with the header that says what it is. One that the format cannot hold is left out, and the request says so. @param {WireBody | null} body */
export function bodyOf(body) {
  if (body === null) return { headers: [], comments: [], text: "" };
  const text = textOf(body);
  if (text === null) return { headers: [], comments: ["# The example of the body cannot be written in this format."], text: "" };
  return {
    headers: [`Content-Type: ${oneLine(body.mediaType)}${body.kind === "multipart" ? `; boundary=${boundary}` : ""}`],
    comments: [],
    text,
  };
}

/** @param {WireBody} body @returns {string | null} */
function textOf(body) {
  switch (body.kind) {
    case "json":
      return jsonOf(body.value, 2);
    case "lines":
      return body.values.map((value) => jsonOf(value, 0)).join("\n");
    case "file":
      return `< ${file}`;
    case "text":
      return isPlain(body.text) ? body.text : null;
    case "form":
      return body.pairs.map(([name, text]) => `${name}=${text}`).join("&");
    case "multipart":
      return body.parts.every(({ text }) => isPlain(text ?? "")) ? [...body.parts.map(partOf), `--${boundary}--`].join("\n") : null;
  }
  return assertNever(body);
}

/**
 *     --part-of-the-form
 *     Content-Disposition: form-data; name="note"
 *
 *     Some text
 *
 * @param {WirePart} part
 */
function partOf({ name, mediaType, text }) {
  return [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${percentEncode(name)}"${text === null ? '; filename="example.bin"' : ""}`,
    ...(mediaType === null ? [] : [`Content-Type: ${oneLine(mediaType)}`]),
    "",
    text ?? `< ${file}`,
  ].join("\n");
}

/** Braces side by side stand inside of strings only, where one of them can be escaped. @param {Json} value @param {number} indent */
function jsonOf(value, indent) {
  return JSON.stringify(value, null, indent).replaceAll("{{", "{\\u007b");
}
