import { assertNever } from "sdksmith/target";
import { isPlain, oneLine } from "./text.js";
import { encode, exploded, isList, scalar } from "./wire.js";

/** @import { CallExample, Codec, Json, Operation } from "sdksmith/target" */

const boundary = "part-of-the-form";
const file = "./example.bin";

/**
 * The body of a request from its example, with the header that says what it is. One that the format cannot hold is left out, and the request says so.
 *
 * @param {Operation} operation @param {CallExample["body"]} example
 */
export function bodyOf(operation, example) {
  const content = operation.body?.contents.find(({ mediaType }) => mediaType === example?.mediaType);
  if (example === null || content === undefined) return { headers: [], comments: [], text: "" };
  const text = textOf(content.codec, example.value);
  if (text === null) return { headers: [], comments: ["# The example of the body cannot be written in this format."], text: "" };
  const parameters = content.codec.kind === "multipart" ? `; boundary=${boundary}` : "";
  return { headers: [`Content-Type: ${oneLine(content.mediaType)}${parameters}`], comments: [], text };
}

/** @param {Codec} codec @param {Json} value @returns {string | null} */
function textOf(codec, value) {
  switch (codec.kind) {
    case "json":
      return jsonOf(value, 2);
    case "lines":
      return (isList(value) ? value : [value]).map((item) => jsonOf(item, 0)).join("\n");
    case "binary":
      return `< ${file}`;
    case "text":
    case "xml":
    case "events":
      return typeof value === "string" && isPlain(value) ? value : null;
    case "form":
      return Object.entries(value ?? {})
        .flatMap(([key, of]) => exploded(encode(key), isList(of) ? of : scalar(of), encode))
        .map(([name, text]) => `${name}=${text}`)
        .join("&");
    case "multipart":
      return multipartOf(Object.entries(value ?? {}), new Map(codec.parts.map(({ wire, mediaType }) => [wire, mediaType])));
  }
  return assertNever(codec);
}

/**
 *     --part-of-the-form
 *     Content-Disposition: form-data; name="note"
 *
 *     Some text
 *     --part-of-the-form--
 *
 * @param {readonly (readonly [string, Json])[]} fields @param {ReadonlyMap<string, string | null>} mediaTypes
 */
function multipartOf(fields, mediaTypes) {
  const parts = fields.flatMap(([name, value]) => (isList(value) ? value : [value]).map((item) => ({ name, item })));
  const lines = parts.flatMap(({ name, item }) => {
    const isFile = item === "example.file";
    const type = mediaTypes.get(name) ?? (isFile ? "application/octet-stream" : typeof item === "object" ? "application/json" : null);
    const disposition = `Content-Disposition: form-data; name="${encode(name)}"${isFile ? '; filename="example.bin"' : ""}`;
    return [
      `--${boundary}`,
      disposition,
      ...(type === null ? [] : [`Content-Type: ${oneLine(type)}`]),
      "",
      isFile ? `< ${file}` : scalar(item),
    ];
  });
  const written = parts.filter(({ item }) => item !== "example.file").map(({ item }) => scalar(item));
  return written.every(isPlain) ? [...lines, `--${boundary}--`].join("\n") : null;
}

/** Braces side by side stand inside of strings only, where one of them can be escaped. @param {Json} value @param {number} indent */
function jsonOf(value, indent) {
  return JSON.stringify(value, null, indent).replaceAll("{{", "{\\u007b");
}
