import type { Json } from "../../ir/json.js";
import type { Parameter } from "../../ir/operation.js";
import type { Method, Plan } from "../plan/plan.js";
import type { SnippetCall } from "../snippets/snippets.js";
import { type Pair, parameterPairs, parameterText, recordPairs } from "./parameterText.js";
import { encodeUnsafe } from "./percent.js";
import { type WireBody, wireBody } from "./wireBody.js";

/** One call as any client would send it, without server and credentials: `credentialPlace` knows where those go. */
export interface WireRequest {
  /** Below the server, with its parameters. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly cookies: readonly Pair[];
  readonly body: WireBody | null;
}

interface Given {
  readonly parameter: Parameter;
  readonly value: Json;
}

/**
 *     tokens.create({ notify: true, token: { comment: "CI" } })
 *       →  { path: "/v1/tokens/", query: [["notify", "true"]], headers: [], cookies: [], body: { kind: "json", value: { comment: "CI" }, … } }
 */
export function wireRequest(plan: Plan, { request, url }: Method, call: SnippetCall): WireRequest {
  const { path, query, querystring, header, cookie } = byPlace(call);
  const [template = "", fixed = ""] = url.split("?");
  const pairs = (all: readonly Given[]) => all.flatMap(({ parameter, value }) => parameterPairs(parameter.wire, parameter.encoding, value));
  return {
    path: filled(template, path),
    query: [
      ...fixed.split("&").flatMap((pair): readonly Pair[] => {
        const [name = "", text = ""] = pair.split(/=(.*)/s);
        return name === "" ? [] : [[filled(name, path), filled(text, path)]];
      }),
      ...pairs(query),
      ...querystring.flatMap(({ parameter, value }) => recordPairs(parameter.encoding, value)),
    ],
    headers: header.flatMap(({ parameter, value }) => (value === null ? [] : [[parameter.wire, parameterText(parameter, value)] as const])),
    cookies: pairs(cookie),
    body: request.kind === "none" || request.body === null || call.body === undefined ? null : wireBody(plan, request.body, call.body),
  };
}

/** What the call gives, and what the client holds for all calls. */
function byPlace({ arguments: own, globals }: SnippetCall): { readonly [Place in Parameter["in"]]: readonly Given[] } {
  const given = own.flatMap(({ argument: { source }, value }): readonly Given[] =>
    source.kind === "parameter" && value !== undefined ? [{ parameter: source.parameter, value }] : [],
  );
  const held = globals.flatMap(({ global: { place }, value }): readonly Given[] =>
    place.kind !== "parameter" || given.some(({ parameter }) => parameter.wire === place.parameter.wire)
      ? []
      : [{ parameter: place.parameter, value }],
  );
  const at = (place: Parameter["in"]) => [...given, ...held].filter(({ parameter }) => parameter.in === place);
  return { path: at("path"), query: at("query"), querystring: at("querystring"), header: at("header"), cookie: at("cookie") };
}

/** "/v1/tokens/{id}" → "/v1/tokens/a%2Fb" */
function filled(template: string, path: readonly Given[]): string {
  const parts = template.split(/(\{[^{}]*\})/).map((part) => {
    const given = path.find(({ parameter }) => part === `{${parameter.wire}}`);
    return given === undefined ? encodeUnsafe(part) : parameterText(given.parameter, given.value);
  });
  return parts.join("");
}
