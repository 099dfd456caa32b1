import { isObject, type Json, type JsonObject, list, member, objectOf, text } from "../../generator/ir/json.js";
import type { Recorded } from "./recorder.js";

/** A Parameter Object as the document has it, with references followed. */
export interface Described {
  readonly name: string;
  readonly in: string;
  readonly style: string;
  readonly explode: boolean;
  /** The media type of `content`; null for a style. */
  readonly content: string | null;
  readonly schema: JsonObject;
}

/** Reads a parameter straight from the document. OpenAPI 3.1, 4.8.12. */
export function described(parameter: JsonObject, follow: (value: Json | undefined) => JsonObject): Described {
  const place = text(member(parameter, "in")) ?? "";
  const style = text(member(parameter, "style")) ?? (place === "path" || place === "header" ? "simple" : "form");
  const explode = member(parameter, "explode");
  const [content] = Object.entries(objectOf(member(parameter, "content")));
  return {
    name: text(member(parameter, "name")) ?? "",
    in: place,
    style,
    explode: typeof explode === "boolean" ? explode : style === "form" || style === "deepObject",
    content: content?.[0] ?? null,
    schema: follow(member(content?.[1] ?? parameter, "schema")),
  };
}

/** What a server reads from a request that was sent to `template`: split by the style first, decoded after that, and made what the schema says. */
export function readValue(
  { in: place, ...how }: Described,
  template: string,
  request: Recorded,
  follow: (value: Json | undefined) => JsonObject,
): Json {
  const [path = "", query = ""] = request.url.split(/\?(.*)/s);
  switch (place) {
    case "path": {
      const names = [...template.matchAll(/\{[.;]?([^{}*]+)\*?\}/g)].map((match) => match[1]);
      const pattern = template
        .split(/\{[^{}]+\}/)
        .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("([^/]*)");
      const raw = new RegExp(`^${pattern}$`).exec(path)?.[names.indexOf(how.name) + 1] ?? "";
      return how.content === null ? fromPath(raw, how, follow) : fromContent(decodeURIComponent(raw), how.content);
    }
    case "header": {
      const raw = Buffer.from(request.headers[how.name.toLowerCase()] ?? "", "latin1").toString();
      return how.content === null ? fromParts(raw.split(","), how, (part) => part, follow) : fromContent(raw, how.content);
    }
    case "cookie":
      return fromPairs((request.headers.cookie ?? "").split("; "), how, follow);
    default:
      return fromPairs(query.split("&"), how, follow);
  }
}

type How = Omit<Described, "in">;
type Follow = (value: Json | undefined) => JsonObject;

function fromContent(raw: string, mediaType: string): Json {
  return mediaType.includes("json") ? JSON.parse(raw) : raw;
}

function fromPath(raw: string, how: How, follow: Follow): Json {
  const { style, explode, name } = how;
  if (style === "simple") return fromParts(raw.split(","), how, decodeURIComponent, follow);
  if (style === "label") return fromParts(raw.slice(1).split(explode ? "." : ","), how, decodeURIComponent, follow);
  const parts = explode ? raw.slice(1).split(";") : raw.slice(name.length + 2).split(",");
  const isObjectLike = member(how.schema, "type") === "object" || member(how.schema, "properties") !== undefined;
  return fromParts(explode && !isObjectLike ? parts.map((part) => part.slice(name.length + 1)) : parts, how, decodeURIComponent, follow);
}

function fromPairs(raw: readonly string[], how: How, follow: Follow): Json {
  const { name, style, explode, schema } = how;
  const pairs = raw.map((pair) => pair.split(/=(.*)/s)).map(([key = "", value = ""]) => [decodeURIComponent(key), value] as const);
  const own = pairs.filter(([key]) => key === name).map(([, value]) => value);
  if (how.content !== null) return fromContent(decodeURIComponent(own[0] ?? ""), how.content);
  if (style === "deepObject") {
    const deep = pairs.filter(([key]) => key.startsWith(`${name}[`));
    return nested(
      deep.map(([key, value]) => [key.slice(name.length + 1, -1).split("]["), decodeURIComponent(value)] as const),
      schema,
      follow,
    );
  }
  const kind = kindOf(schema);
  if (kind === "object" && explode) {
    const names = Object.keys(objectOf(member(schema, "properties")));
    const parts = pairs.filter(([key]) => names.includes(key)).map(([key, value]) => `${encodeURIComponent(key)}=${value}`);
    return fromParts(parts, how, decodeURIComponent, follow);
  }
  if (explode) return kind === "array" ? fromParts(own, how, decodeURIComponent, follow) : scalar(decodeURIComponent(own[0] ?? ""), schema);
  const separator = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C", tabDelimited: "%09" }[style] ?? ",";
  return fromParts((own[0] ?? "").split(separator), how, decodeURIComponent, follow);
}

/** `["a", "1"]`, `["a=1"]`, `["1", "2"]`, `["1"]` */
function fromParts(parts: readonly string[], { schema, explode }: How, decode: (part: string) => string, follow: Follow): Json {
  switch (kindOf(schema)) {
    case "array":
      return parts.map((part) => scalar(decode(part), follow(member(schema, "items"))));
    case "object": {
      const flat = explode ? parts.flatMap((part) => part.split(/=(.*)/s).slice(0, 2)) : parts;
      const entries = flat.flatMap((key, i): readonly (readonly [string, Json])[] =>
        i % 2 === 0 ? [[decode(key), scalar(decode(flat[i + 1] ?? ""), follow(member(member(schema, "properties"), decode(key))))]] : [],
      );
      return Object.fromEntries(entries);
    }
    default:
      return scalar(decode(parts.join(",")), schema);
  }
}

function nested(entries: readonly (readonly [readonly string[], string])[], schema: JsonObject, follow: Follow): Json {
  if (kindOf(schema) !== "object") return scalar(entries[0]?.[1] ?? "", schema);
  const names = [...new Set(entries.map(([[name = ""]]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const below = entries.filter(([[first]]) => first === name).map(([[, ...rest], value]) => [rest, value] as const);
      return [name, nested(below, follow(member(member(schema, "properties"), name)), follow)];
    }),
  );
}

export function kindOf(schema: JsonObject): string {
  const type = member(schema, "type");
  return (isObject(member(schema, "properties")) ? "object" : (text(type) ?? text(list(type).find((one) => one !== "null")))) ?? "string";
}

function scalar(raw: string, schema: JsonObject): Json {
  const kind = kindOf(schema);
  return kind === "integer" || kind === "number" ? Number(raw) : kind === "boolean" ? raw === "true" : raw;
}
