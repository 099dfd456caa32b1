import type { Json } from "../../generator/ir/json.js";
import { isObject } from "../../generator/ir/json.js";
import type { Codec, Content, Operation, Response } from "../../generator/ir/operation.js";
import type { Type } from "../../generator/ir/types.js";
import { statusOf } from "./echo.js";
import type { Reply } from "./recorder.js";

export interface GivenAnswer {
  readonly reply: Reply;
  /** What must come out of it; null where nothing is said of it. */
  readonly value: Json;
  readonly content: Content | null;
}

export function successOf({ responses }: Pick<Operation, "responses">): Response | undefined {
  return responses.find(({ outcome }) => outcome === "success");
}

/** Headers that say how this answer is sent, or send the caller elsewhere. */
const unsaid = new Set(["content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "location"]);

/** The first success of the document, with values that `makeValue` makes of types. */
export function answerTo(operation: Operation, makeValue: (type: Type) => Json): GivenAnswer {
  const success = successOf(operation);
  const content = success?.contents.find(({ codec }) => codec.kind === "json") ?? success?.contents[0] ?? null;
  const status = statusOf(success);
  const headers = Object.fromEntries(
    (success?.headers ?? []).flatMap((header) => {
      const value = header.example?.value ?? makeValue(header.type);
      return typeof value === "object" || unsaid.has(header.wire.toLowerCase()) ? [] : [[header.wire.toLowerCase(), String(value)]];
    }),
  );
  if (content === null || operation.method === "head") return { reply: { status, headers, parts: [] }, value: null, content: null };
  const mediaType = content.mediaType === "*/*" ? "application/json" : content.mediaType.replace("/*", "/x-any");
  const value = makeValue(content.type);
  return { reply: { status, headers: { ...headers, "content-type": mediaType }, parts: [written(content.codec, value)] }, value, content };
}

function written(codec: Codec, value: Json): string {
  switch (codec.kind) {
    case "json":
      return JSON.stringify(value);
    case "lines":
      return `${JSON.stringify(value)}\n`;
    case "events": {
      const envelope = isObject(value) && "data" in value ? value : { data: value };
      const lines = Object.entries(envelope).map(([key, item]) => `${key}: ${typeof item === "string" ? item : JSON.stringify(item)}`);
      return `${lines.join("\n")}\n\n`;
    }
    default:
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}
