import type { Json } from "../../../generator/ir/json.js";
import { partsOf } from "../wireCase.js";
import { below, childrenOf, type Place } from "./place.js";
import { decodeQuery, isListed, type Pair, pairsOf, propertiesOf, type Readings, takePairs, writingOf } from "./readings.js";
import type { Fits } from "./schemas.js";

/** A body as it was sent. */
export interface Sent {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Compares a body with the media types that a document lists for it. JSON, forms and multipart are compared with the schema; of streams, XML and bytes only the media type
 * is: a schema says nothing of their text.
 */
export function contentProblems(
  contents: Place | null,
  { contentType, body }: Sent,
  fits: { readonly value: Fits; readonly text: Fits },
): readonly string[] {
  const essence = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const documented = childrenOf(contents);
  const media = [essence, `${essence.split("/")[0]}/*`, "*/*"].map(
    (wanted) => [...documented].find(([key]) => key.split(";")[0]?.trim().toLowerCase() === wanted)?.[1],
  );
  const content = media.find((found) => found !== undefined);
  if (content === undefined)
    return [
      `${contentType === "" ? "a body without content type" : contentType} is not among ${[...documented.keys()].join(", ") || "no bodies"}`,
    ];
  const schema = below(content, "schema");
  if (schema === null) return [];
  if (/^application\/(?:[\w.-]+\+)?json$/.test(essence)) return jsonProblems(schema, body, fits.value);
  if (essence === "application/x-www-form-urlencoded") return formProblems(schema, below(content, "encoding"), pairsOf(body), fits.text);
  if (essence === "multipart/form-data") return multipartProblems(schema, { contentType, body }, fits.text);
  return essence === "text/plain" ? fits.text(schema, body) : [];
}

function jsonProblems(schema: Place, body: string, fits: Fits): readonly string[] {
  try {
    return fits(schema, JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return [`no JSON: ${error.message}`];
    throw error;
  }
}

function formProblems(schema: Place, encoding: Place | null, pairs: readonly Pair[], fits: Fits): readonly string[] {
  const members: Record<string, Json> = {};
  const problems: string[] = [];
  const taken = new Set<Pair>();
  for (const name of propertiesOf(schema)) {
    const field = below(schema, "properties", name);
    const described = encoding === null ? null : below(encoding, name);
    const found = takePairs(name, null, writingOf(described, "form"), pairs);
    if (found === null) continue;
    for (const pair of found.taken) taken.add(pair);
    const readings = described === null ? [...found.readings.flatMap(objectIn), ...found.readings] : found.readings;
    const [reading = "", wrong] = field === null ? [found.readings[0]] : choose(field, readings, fits);
    members[name] = reading;
    if (wrong !== undefined) problems.push(...wrong.map((why) => `${name} ${why}`));
  }
  for (const pair of pairs) if (!taken.has(pair)) members[pair[0]] = decodeQuery(pair[1]);
  return problems.length > 0 ? problems : fits(schema, members);
}

/** An object in a form is JSON where the document gives it no style. OpenAPI 3.1.1, 4.8.15.1.1. */
function objectIn(reading: Json): Readings {
  if (typeof reading !== "string" || !/^\{.*\}$/s.test(reading)) return [];
  try {
    return [JSON.parse(reading)];
  } catch {
    return [];
  }
}

function multipartProblems(schema: Place, { contentType, body }: Sent, fits: Fits): readonly string[] {
  const lists = new Map<string, Json[]>();
  for (const { name, type, content } of partsOf(body, contentType)) {
    const value: Json = type !== undefined && /[/+]json\b/.test(type) ? JSON.parse(content) : content;
    lists.set(name, [...(lists.get(name) ?? []), value]);
  }
  const members = [...lists].map(([name, values]): readonly [string, Json] => [
    name,
    // A list may be one part of JSON.
    values.length > 1 || (isListed(schema, name) && !Array.isArray(values[0])) ? values : (values[0] ?? ""),
  ]);
  return fits(schema, Object.fromEntries(members));
}

/** The reading that fits, or the first one with what is wrong with it. */
export function choose(schema: Place, readings: Readings, fits: Fits): readonly [reading: Json | undefined, problems: readonly string[]] {
  const all = readings.flatMap((reading) => [reading, literals(reading)]);
  const tried = all.map((reading) => [reading, fits(schema, reading)] as const);
  // What fails deepest tells most: a list whose second item is wrong is no wrong scalar.
  const depth = (problems: readonly string[]) => (problems[0] ?? "").split(" ")[0]?.split("/").length ?? 0;
  const best = tried.find(([, problems]) => problems.length === 0) ?? tried.toSorted((a, b) => depth(b[1]) - depth(a[1]))[0];
  return best ?? [undefined, ["is written in another style"]];
}

/** Texts that are numbers, booleans or null, as such: an enum of numbers need not say that it has a type. */
function literals(reading: Json): Json {
  if (typeof reading === "string") return /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(reading) ? JSON.parse(reading) : reading;
  if (Array.isArray(reading)) return reading.map((item: Json) => literals(item));
  if (typeof reading !== "object" || reading === null) return reading;
  return Object.fromEntries(Object.entries(reading).map(([key, item]) => [key, literals(item)]));
}
