import type { Json } from "../../../../generator/ir/json.js";
import { below, childrenOf, type Place } from "../../contract/place.js";
import { isListed, pairsOf, propertiesOf, takePairs, writingOf } from "../../contract/readings.js";
import type { SuiteBody } from "../suite.js";
import { chosen, kindsOf, memberOf } from "./values.js";
import { parseXml, xmlValue } from "./xml.js";

/** The value of a body by the names of the document. Bytes are `{ $bytes: base64 }`, files `{ $file: { name, type, base64 } }`. */
export function bodyValue(contents: Place | null, body: SuiteBody): Json {
  const media = below(contentFor(contents, body.contentType) ?? (contents as Place), "schema");
  if (body.multipart !== undefined) return multipartValue(media, body.multipart);
  if (body.json !== undefined) return body.json;
  const essence = essenceOf(body.contentType);
  const text = body.text ?? Buffer.from(body.base64 ?? "", "base64").toString("utf8");
  if (/[/+]xml$/.test(essence)) return xmlValue(media, parseXml(text));
  if (/[/+](?:jsonl|x-ndjson|ndjson)$/.test(essence)) return linesOf(text);
  if (essence === "text/event-stream") return eventsOf(text, contentFor(contents, essence));
  if (essence === "application/x-www-form-urlencoded") return formValue(contentFor(contents, essence), text);
  return body.text === undefined ? { $bytes: body.base64 ?? "" } : text;
}

/** The content of a media type, with or without its parameters. */
export function contentFor(contents: Place | null, contentType: string): Place | null {
  const all = [...childrenOf(contents)];
  const wanted = essenceOf(contentType);
  return (all.find(([key]) => essenceOf(key) === wanted) ?? all[0])?.[1] ?? null;
}

function essenceOf(contentType: string): string {
  return contentType.split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Files that share a name are a list where the schema says so, or where there are several. */
function multipartValue(schema: Place | null, { parts = {}, files = [] }: NonNullable<SuiteBody["multipart"]>): Json {
  const byName = new Map<string, Json[]>();
  for (const { fieldname, originalname, mimetype, base64 } of files) {
    byName.set(fieldname, [...(byName.get(fieldname) ?? []), { $file: { name: originalname, type: mimetype, base64 } }]);
  }
  const lists = [...byName].map(([name, all]): readonly [string, Json] => [
    name,
    all.length > 1 || kindsOf(memberOf(schema, name)).has("array") ? all : (all[0] ?? null),
  ]);
  const values = Object.entries(parts).map(([name, value]) => [name, partValue(memberOf(schema, name), value)] as const);
  return Object.fromEntries([...values, ...lists]);
}

/** The text of a part has no type of its own: what the suite writes as a number is text where the schema says so. */
function partValue(schema: Place | null, value: Json): Json {
  const isText = kindsOf(schema).has("string") && !kindsOf(schema).has(typeof value) && typeof value !== "object";
  return isText ? String(value) : value;
}

/** tags=a&tags=b → { tags: ["a", "b"] } */
function formValue(content: Place | null, text: string): Json {
  const schema = content === null ? null : below(content, "schema");
  const pairs = pairsOf(text);
  const found = [...propertiesOf(schema)].flatMap((name) => {
    const encoding = content === null ? null : below(content, "encoding", name);
    const taken = takePairs(
      name,
      memberOf(schema, name),
      writingOf(encoding, "form"),
      pairs.filter(([key]) => key.split("[")[0] === name),
    );
    return taken === null
      ? []
      : [[name, chosen(memberOf(schema, name), isListed(schema, name) ? taken.readings : taken.readings.slice(0, 1))] as const];
  });
  return Object.fromEntries(found);
}

function linesOf(text: string): Json {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Json => JSON.parse(line));
}

/** Objects in events are JSON. */
function jsonOf(text: string): Json {
  return text.startsWith("{") ? JSON.parse(text) : text;
}

/** The events of a stream with what each says: "event: a\ndata: {}\n\n" → [{ event: "a", data: "{}" }]. WHATWG HTML, 9.2.6. */
function eventsOf(text: string, content: Place | null): Json {
  // What the document does not describe of an event need not be in the SDK's.
  const known = propertiesOf(content === null ? null : below(content, "itemSchema"));
  return text.split(/\r?\n\r?\n/).flatMap((block) => {
    const fields = new Map<string, string[]>();
    for (const line of block.split(/\r?\n/)) {
      const [, name = "", value = ""] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (name !== "") fields.set(name, [...(fields.get(name) ?? []), value]);
    }
    const last = (name: string) => fields.get(name)?.at(-1);
    const data = fields.get("data");
    if (data === undefined) return [];
    const [event, id, retry] = [last("event"), last("id"), last("retry")];
    return [
      {
        ...(event === undefined ? {} : { event }),
        data: jsonOf(data.join("\n")),
        ...(id === undefined || id.includes("\0") || !known.has("id") ? {} : { id }),
        ...(retry === undefined || !/^\d+$/.test(retry) || !known.has("retry") ? {} : { retry: Number(retry) }),
      },
    ];
  });
}
