import type { Json } from "../../../../generator/ir/json.js";
import { below, childrenOf, type Place, textAt } from "../../contract/place.js";
import { type Pair, readingsOf, takePairs, writingOf } from "../../contract/readings.js";
import { chosen } from "./values.js";

/** A request as the suite describes it. */
export interface Sent {
  /** Scheme, host and path. */
  readonly url: string;
  readonly query: { readonly [name: string]: Json };
  readonly headers: { readonly [name: string]: string };
}

/** The values of one request by the names of the document. */
export interface Arguments {
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly value: Json }[];
  /** Variables of the server's address. */
  readonly variables: { readonly [name: string]: string };
}

/**
 * The values that make an operation send a request; null where its address cannot become that of the request.
 *
 *     { paths: { "/pets/{id}": { get } }, servers: [{ url: "{endpoint}/v1" }] }, "http://localhost/v1/pets/a%20b"   →   id: "a b", endpoint: "http://localhost"
 */
export function argumentsOf(document: Place, path: string, method: string, sent: Sent): Arguments | null {
  const item = below(document, "paths", path);
  const operation = operationOf(document, path, method);
  if (item === null || operation === null) return null;
  const server = textAt(below(operation, "servers", "0") ?? below(document, "servers", "0"), "url") ?? "";
  const own = parametersOf(operation);
  const all = [...[...parametersOf(item)].filter(([key]) => !own.has(key)), ...own].map(([, place]) => place);
  const found = partsOfUrl(server, path, sent.url);
  if (found === null) return null;
  const pairs = Object.entries(sent.query).flatMap(([name, value]): Pair[] =>
    (Array.isArray(value) ? value : [value]).map((one: Json): Pair => [name, rawOf(one)]),
  );
  // What spreads its members has only the names that nobody else has.
  const named = new Set(all.filter((one) => textAt(one, "in") === "query").map((one) => textAt(one, "name")));
  return {
    variables: found.variables,
    parameters: all.flatMap((place) => {
      const value = parameterValue(place, {
        raw: found.path,
        headers: sent.headers,
        pairs,
        free: pairs.filter(([name]) => !named.has(name)),
      });
      return value === undefined ? [] : [{ in: textAt(place, "in") ?? "", name: textAt(place, "name") ?? "", value }];
    }),
  };
}

/** OpenAPI 3.2 has methods of any name in a map of their own. */
export function operationOf(document: Place, path: string, method: string): Place | null {
  return below(document, "paths", path, method) ?? below(document, "paths", path, "additionalOperations", method.toUpperCase());
}

interface Raw {
  readonly raw: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
  readonly pairs: readonly Pair[];
  readonly free: readonly Pair[];
}

function parameterValue(place: Place, { raw, headers, pairs, free }: Raw): Json | undefined {
  const name = textAt(place, "name") ?? "";
  const content = [...childrenOf(below(place, "content")).values()][0];
  const schema = below(content ?? place, "schema");
  const one = (text: string | undefined, usual: string, decode: (part: string) => string): Json | undefined => {
    if (text === undefined) return undefined;
    if (content !== undefined) return JSON.parse(decode(text));
    return chosen(schema, readingsOf(name, text, writingOf(place, usual), decode));
  };
  switch (textAt(place, "in")) {
    case "path":
      return one(raw[name], "simple", decodeURIComponent);
    case "header":
      return one(headers[name.toLowerCase()], "simple", (text) => text);
    case "cookie":
      return one(new Map(cookiesOf(headers.cookie ?? "")).get(name), "form", decodeURIComponent);
    case "query": {
      if (content !== undefined) return one(pairs.find(([key]) => key === name)?.[1], "form", decodeURIComponent);
      const own = pairs.some(([key]) => key === name || key.startsWith(`${name}[`));
      const found = takePairs(name, schema, writingOf(place, "form"), own ? pairs : free);
      return found === null ? undefined : chosen(schema, found.readings);
    }
    default:
      return undefined;
  }
}

/** By place and name; a header's name has no case. */
function parametersOf(owner: Place): ReadonlyMap<string, Place> {
  const places = [...childrenOf(below(owner, "parameters")).values()];
  return new Map(places.map((place) => [`${textAt(place, "in")} ${textAt(place, "name")}`, place]));
}

/** "{endpoint}/v1", "/pets/{id}" and an address that was made of them → what stands for the names. The final slash of a path is nothing. */
function partsOfUrl(
  server: string,
  path: string,
  url: string,
): { readonly variables: { readonly [name: string]: string }; readonly path: { readonly [name: string]: string } } | null {
  const names: { name: string; of: "variables" | "path" }[] = [];
  const pattern = (template: string, of: "variables" | "path"): string =>
    template
      .split(/(\{[^{}]*\})/)
      .map((part, i) => {
        if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        names.push({ name: part.slice(1, -1), of });
        return of === "variables" ? "(.*?)" : "(.+?)";
      })
      .join("");
  const absolute = /^(?:https?:|\{)/.test(server) ? server : `${new URL(url).origin}${server.replace(/\/$/, "")}`;
  const match = new RegExp(`^${pattern(absolute, "variables")}${pattern(path.replace(/\/$/, ""), "path")}/?$`).exec(url);
  if (match === null) return null;
  const values = names.map(({ name, of }, i) => ({ name, of, value: match[i + 1] ?? "" }));
  const those = (wanted: "variables" | "path") =>
    Object.fromEntries(values.filter(({ of }) => of === wanted).map(({ name, value }) => [name, value]));
  return { variables: those("variables"), path: those("path") };
}

/** The suite gives values decoded: what separates them stays, all else is encoded again. */
function rawOf(value: Json): string {
  return encodeURIComponent(String(value)).replaceAll("%2C", ",");
}

function cookiesOf(header: string): readonly (readonly [string, string])[] {
  return header.split(/;\s*/).map((part) => {
    const [name = "", value = ""] = part.split(/=(.*)/s);
    return [name, value] as const;
  });
}
