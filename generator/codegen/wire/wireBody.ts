import { isObject, type Json } from "../../ir/json.js";
import { isJsonType, type Part } from "../../ir/operation.js";
import type { Body, Plan } from "../plan/plan.js";
import { type Pair, parameterPairs, scalarText } from "./parameterText.js";
import { xmlText } from "./xmlText.js";

/** A body by what it is made of. */
export type WireBody = { readonly mediaType: string } & (
  | { readonly kind: "json"; readonly value: Json }
  /** One JSON value a line. */
  | { readonly kind: "lines"; readonly values: readonly Json[] }
  | { readonly kind: "text"; readonly text: string }
  /** The content of a file. */
  | { readonly kind: "file" }
  | { readonly kind: "form"; readonly pairs: readonly Pair[] }
  | { readonly kind: "multipart"; readonly parts: readonly WirePart[] }
);

export interface WirePart {
  readonly name: string;
  /** Null: plain text. */
  readonly mediaType: string | null;
  /** Null: the content of a file. */
  readonly text: string | null;
}

const plainForm = { kind: "styled", style: "form", explode: true, allowReserved: false, allowEmpty: false } as const;

export function wireBody({ modelOf }: Pick<Plan, "modelOf">, { content, type }: Body, value: Json): WireBody {
  const { codec, mediaType } = content;
  switch (codec.kind) {
    case "json":
      return { kind: "json", mediaType, value };
    case "lines":
      return { kind: "lines", mediaType, values: Array.isArray(value) ? value : [value] };
    case "xml":
      return { kind: "text", mediaType, text: xmlText({ modelOf }, codec.root, type, value) };
    case "text":
    case "events":
      return { kind: "text", mediaType, text: scalarText(value) };
    case "binary":
      return { kind: "file", mediaType };
    case "form":
      return { kind: "form", mediaType, pairs: fieldsOf(value).flatMap(([name, of]) => formPairs(name, of, codec.parts)) };
    case "multipart":
      return { kind: "multipart", mediaType, parts: fieldsOf(value).flatMap(([name, of]) => multipartParts(name, of, codec.parts)) };
  }
}

function fieldsOf(value: Json): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Lists repeat the name, objects are JSON, unless the document says otherwise. OpenAPI 3.1, 4.8.15. */
function formPairs(name: string, value: Json, parts: readonly Part[]): readonly Pair[] {
  const part = parts.find(({ wire }) => wire === name);
  const mediaType = part?.mediaType ?? (part?.encoding == null && isObject(value) ? "application/json" : null);
  const encoding = mediaType !== null && isJsonType(mediaType) ? ({ kind: "content", mediaType } as const) : (part?.encoding ?? plainForm);
  return parameterPairs(name, encoding, value);
}

/** Each item of a list is a part of its own. Which of several types a file has nobody knows here: the first. */
function multipartParts(name: string, value: Json, parts: readonly Part[]): readonly WirePart[] {
  const { file = false, mediaType: written = null, encoding = null } = parts.find(({ wire }) => wire === name) ?? {};
  const mediaType = written?.split(",")[0] ?? null;
  if (value === null) return [];
  if (encoding !== null)
    return parameterPairs(name, encoding, value).map((pair) => {
      const [key = "", text = ""] = pair.map(decodeURIComponent);
      return { name: key, mediaType: null, text };
    });
  if (!file && mediaType !== null && isJsonType(mediaType)) return [{ name, mediaType, text: JSON.stringify(value) }];
  const items: readonly Json[] = Array.isArray(value) ? value : [value];
  return items
    .filter((item) => item !== null)
    .map((item) =>
      file
        ? { name, mediaType: mediaType ?? "application/octet-stream", text: null }
        : { name, mediaType: mediaType ?? (typeof item === "object" && item !== null ? "application/json" : null), text: scalarText(item) },
    );
}
