import { type Json, member } from "../../../generator/ir/json.js";
import type { Body, Operation } from "../../../generator/ir/operation.js";
import type { Call } from "../call.js";
import { below, type Place } from "../contract/place.js";
import { fitValue } from "../fitValue.js";
import { fieldArguments, planCall, resourcesOf } from "../planCalls.js";
import type { SdkMap } from "../sdkMap.js";
import { credentialsOf } from "./credentials.js";
import { bodyValue } from "./decode/bodies.js";
import { argumentsOf, operationOf } from "./decode/parameters.js";
import type { SuiteDocument } from "./documents.js";
import { answerEncoding } from "./encoding.js";
import { server } from "./server.js";
import type { Exchange, OperationPlace, Scenario, SuiteBody } from "./suite.js";

/** One call of an SDK: it makes one request, or as many as there are pages. */
export interface PlannedCall {
  readonly call: Call;
  /** What the SDK must give, and what the document says of it: several are pages. */
  readonly answers: readonly Answer[];
  readonly status: number;
}

export interface Answer {
  readonly body: SuiteBody;
  readonly value: Json;
}

/** The document and path that an exchange is called by: of two versions the one that the request names, else the newest. */
export function placeOf({ operations, query, uri }: Exchange): OperationPlace | null {
  const sent = `${uri} ${JSON.stringify(query)}`;
  const version = (document: string) => /\.(.+)\.yaml$/.exec(document)?.[1];
  const named = operations.find(({ document }) => sent.includes(version(document) ?? " "));
  return named ?? operations.at(-1) ?? null;
}

/** The calls of a scenario, and one more with these headers where a caller comes back; what cannot be called is a reason. */
export function planScenario(
  scenario: Scenario,
  document: SuiteDocument,
  map: SdkMap,
  again: Call["headers"] | null,
): readonly (PlannedCall | string)[] {
  const [first] = scenario.exchanges;
  const paged = first !== undefined && scenario.exchanges.length > 1 && (find(first, map)?.pagination ?? null) !== null;
  const groups = paged ? [[first, ...scenario.exchanges.slice(1)] as const] : scenario.exchanges.map((exchange) => [exchange] as const);
  const planned = groups.map((group, i) => planExchanges(`${scenario.name}#${i}`, group, document, map));
  const [one] = planned;
  if (again === null || one === undefined || typeof one === "string") return planned;
  return [...planned, { ...one, answers: [], call: { ...one.call, id: `${one.call.id} again`, headers: again } }];
}

function find(exchange: Exchange, map: SdkMap): Operation | undefined {
  const place = placeOf(exchange);
  return map.apis[0]?.operations.find(
    ({ id, method }) => id === place?.operationId && method.toLowerCase() === exchange.method.toLowerCase(),
  );
}

/** The call that makes the first of some requests, and all that follow it by themselves. */
function planExchanges(
  id: string,
  exchanges: readonly [Exchange, ...Exchange[]],
  { root }: SuiteDocument,
  map: SdkMap,
): PlannedCall | string {
  const [exchange] = exchanges;
  const place = placeOf(exchange);
  const operation = find(exchange, map);
  const [api] = map.apis;
  if (place === null) return "the document has no operation with this address";
  if (api === undefined || operation === undefined) return `the SDK has no operation ${place.operationId}`;
  // An overlay may have moved it.
  const { path } = operation;
  const described = operationOf(root, path, exchange.method);
  const sent = argumentsOf(root, path, exchange.method, { ...exchange, url: `${server}${exchange.uri}` });
  if (sent === null || described === null) return `${path} cannot become ${exchange.uri}`;
  const given = sent.parameters.flatMap((one) => {
    const parameter = operation.parameters.find((slot) => slot.in === one.in && slot.wire.toLowerCase() === one.name.toLowerCase());
    return parameter === undefined ? [] : [{ slot: parameter.address, value: one.value }];
  });
  const resource = resourcesOf(api, map).get(operation.id) ?? [];
  const { call } = planCall(api, operation, { name: id, arguments: given, body: null }, resource, map);
  const { answer } = exchange;
  const contents = contentsOf(described, answer.status);
  const variables = Object.entries(sent.variables).map(
    ([name, value]) => [map.nameOf(`client/option:variable:${name}`) ?? name, value] as const,
  );
  return {
    status: answer.status,
    answers: exchanges.flatMap((one) =>
      one.answer.body === null ? [] : [{ body: one.answer.body, value: bodyValue(contents, one.answer.body) }],
    ),
    call: {
      ...call,
      id,
      body: operation.body === null ? null : planBody(operation, operation.body, exchange.body, described, map),
      ...credentialsOf(root, operation.address, exchange, map),
      take: exchanges.length > 1 ? "pages" : isStream(answer.body) ? "stream" : "value",
      encoding: answer.body === null ? null : answerEncoding(operation, answer.status, answer.body.contentType, map),
      headers: exchange.headers.accept === undefined ? {} : { accept: exchange.headers.accept },
      client: Object.fromEntries(variables),
      server: variables.length > 0 ? "document" : "client",
    },
  };
}

/** A body that a call must have although the request shows none is empty: nothing in it goes that way. */
function planBody(operation: Operation, body: Body, sent: SuiteBody | null, described: Place, map: SdkMap): Call["body"] {
  const { codec, type } = body.content;
  const argument = { name: map.nameOf(body.address), arguments: fieldArguments(operation, map) };
  if (sent === null) return body.presence === "required" ? { ...argument, value: {} } : null;
  const value = bodyValue(below(described, "requestBody", "content"), sent);
  const fitted = (one: Json): Json => fitValue(type, one, map).sdk;
  const each = codec.kind === "lines" && Array.isArray(value);
  const raw = member(value, "$bytes");
  const base64 = raw ?? Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64");
  const file = { $file: { name: "file", type: sent.contentType, base64 } };
  const written =
    codec.kind === "binary"
      ? file
      : raw !== undefined
        ? { $raw: raw }
        : codec.kind === "text"
          ? value
          : each
            ? value.map(fitted)
            : fitted(value);
  return { ...argument, value: written };
}

function contentsOf(described: Place, status: number): Place | null {
  const responses = below(described, "responses");
  const found = [String(status), `${Math.floor(status / 100)}XX`, "default"].map((key) =>
    responses === null ? null : below(responses, key),
  );
  const response = found.find((one) => one !== null) ?? null;
  return response === null ? null : below(response, "content");
}

function isStream(body: SuiteBody | null): boolean {
  return body !== null && /event-stream|jsonl|ndjson/.test(body.contentType);
}
