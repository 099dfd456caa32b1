import { type EncodedBody, json } from "./bodies.js";
import type { Client, RequestOptions } from "./client.js";
import { type Codec, type Issue, isRecord, prefixIssues } from "./codec.js";
import { encode } from "./encode.js";
import {
  escapeInPath,
  escapeNothing,
  escapeUnreserved,
  escapeValue,
  form,
  isEmpty,
  jsonText,
  type ParameterEncoder,
  simple,
} from "./encodings.js";
import { isBrowserLike } from "./env.js";
import { InvalidRequestError, IssueList, SDKValidationError } from "./errors.js";
import type { Operation, Path, Place, RequestField } from "./operation.js";
import { callServer, clientAddress, documentServer, joinURL } from "./servers.js";

/** What a following page is asked with: an address, or another value for one input of the same request. */
export type Step = { readonly url: URL } | { readonly input: Place; readonly value: unknown };

/** What a request was made of, as it goes over the wire: parameters by name, and the JSON of the body. */
export interface Sent {
  /** Without credentials. */
  readonly url: string;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly body: unknown;
}

/** A request in parts, before security and hooks. */
export interface RequestDraft {
  readonly server: URL;
  readonly url: URL;
  /** The address is on the server of the call: credentials and the caller's headers go nowhere else. */
  readonly isTrusted: boolean;
  readonly sent: Sent;
  /** Of the credentials; that of the parameters stands in `url`. */
  readonly query: string[];
  readonly headers: Headers;
  readonly cookies: string[];
  readonly body: EncodedBody["body"] | null;
}

/** Checks the request against its types and writes each part in its place. Throws an SDKValidationError before anything is sent. */
export async function draftRequest<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  request: unknown,
  options: RequestOptions,
  step: Step | null,
): Promise<RequestDraft> {
  const parts = encodeParts(operation, { ...globalsOf(client, operation), ...(isRecord(request) ? request : {}) }, request, step);
  const [template = "", fixedQuery] = operation.path.split("#", 1)[0]?.split("?", 2) ?? [];
  const headers = new Headers({ Accept: options.acceptHeaderOverride ?? acceptedTypes(operation, parts.body) });
  if (!isBrowserLike()) {
    headers.set("User-Agent", client._options.userAgent ?? client._settings.userAgent);
  }
  for (const [name, value] of parts.headers) {
    headers.set(name, value);
  }
  let body: RequestDraft["body"] = null;
  if (parts.body !== undefined) {
    const { write: writeBody = json, mediaType, parts: described } = operation.body ?? {};
    const encoded = await writeBody(parts.body, mediaType, described, { type: bodyType(operation), xml: operation.body?.xml });
    body = encoded.body;
    if (encoded.contentType !== null) {
      headers.set("Content-Type", encoded.contentType);
    }
  }
  const server = serverOf(client, operation, options);
  const url = step !== null && "url" in step ? step.url : joinURL(server, expandPath(template, parts.path));
  if (step === null || "input" in step) {
    url.search = [...(fixedQuery === undefined ? [] : [fill(fixedQuery, parts.path)]), ...parts.query].join("&");
  }
  return {
    server,
    url,
    isTrusted: url.origin === server.origin,
    sent: { url: url.href, parameters: parts.parameters, body: parts.body },
    query: [],
    headers,
    cookies: parts.cookies,
    body,
  };
}

function bodyType<Q, S, E>({ body, request }: Operation<Q, S, E>): Codec {
  return body?.type ?? Object.values(request?.fields ?? {}).find((field) => field.in === "body")?.type ?? "any";
}

function serverOf<Q, S, E>(client: Client, operation: Operation<Q, S, E>, options: RequestOptions): URL {
  const { servers } = client._settings;
  return callServer({
    call: options.serverURL,
    operation: operation.servers?.[0],
    client: client._baseURL?.href ?? clientAddress(servers, client._options),
    document: documentServer(servers, client._options),
  });
}

function globalsOf<Q, S, E>(client: Client, operation: Operation<Q, S, E>): { [option: string]: unknown } {
  const entries = (operation.globals ?? []).map((option) => [option, Reflect.get(client._options, option)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The types of the successes with the first one preferred; without any, that of an error. Where a field of the body asks for a stream or for none, those of what it asks for. */
function acceptedTypes<Q, S, E>({ responses, body: how }: Operation<Q, S, E>, body: unknown): string {
  const field = how?.streamField;
  const streamed = field === undefined ? null : isRecord(body) && body[field] === true;
  const typed = responses.filter(
    (rule) => rule.type !== undefined && (streamed === null || streamed === (typeof rule.read === "function")),
  );
  const success = typed.filter((rule) => rule.error === undefined);
  const types = [...new Set((success.length > 0 ? success : typed.slice(0, 1)).map((rule) => rule.mediaType ?? "application/json"))];
  if (types.length < 2) {
    return types[0] ?? "*/*";
  }
  return types.map((type, index) => `${type};q=${Math.max(0.1, Math.round(10 - index * 3) / 10)}`).join(", ");
}

interface EncodedParts {
  readonly path: Map<string, string>;
  readonly query: string[];
  readonly headers: [string, string][];
  readonly cookies: string[];
  readonly parameters: Map<string, unknown>;
  body: unknown;
}

function encodeParts<Q, S, E>(
  operation: Operation<Q, S, E>,
  properties: { readonly [property: string]: unknown },
  request: unknown,
  step: Step | null,
): EncodedParts {
  const issues: Issue[] = [];
  const parts: EncodedParts = { path: new Map(), query: [], headers: [], cookies: [], parameters: new Map(), body: undefined };
  const { input, value: following } = step !== null && "input" in step ? step : {};
  for (const [property, field] of Object.entries(operation.request?.fields ?? {})) {
    const name = field.wire ?? property;
    const value = name === input && field.in !== "body" ? following : encodeProperty(property, field, properties[property], issues);
    if (value !== undefined) {
      place(field, name, value, parts);
    }
  }
  const { type, required } = operation.body ?? {};
  if (type !== undefined && request !== undefined) {
    parts.body = encode(type, request, issues);
  } else if (type !== undefined && required !== false) {
    issues.push({ path: [], message: "a body is required" });
  }
  if (typeof input === "object") {
    parts.body = withValue(parts.body, input, following);
  }
  if (issues.length > 0) {
    throw new SDKValidationError("Input validation failed", new IssueList(issues), request);
  }
  return parts;
}

function encodeProperty(property: string, field: RequestField, value: unknown, issues: Issue[]): unknown {
  if (value === undefined) {
    if (field.default === undefined && field.optional !== true) {
      issues.push({ path: [property], message: "is required" });
    }
    return field.default;
  }
  const before = issues.length;
  const encoded = encode(field.type, value, issues);
  prefixIssues(issues, before, property);
  return encoded;
}

/** A copy of a JSON value with another value at `path`. */
function withValue(json: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) {
    return replacement;
  }
  const base = isRecord(json) ? json : {};
  return { ...base, [key]: withValue(base[key], rest, replacement) };
}

/** A parameter without a value of its own (null) is left out: no style can write it. */
function place(field: RequestField, name: string, value: unknown, parts: EncodedParts): void {
  if (field.in === "body") {
    parts.body = value;
    return;
  }
  parts.parameters.set(name, value);
  if (value === null) {
    return;
  }
  switch (field.in) {
    case "path":
      parts.path.set(name, pathText(field, name, value));
      return;
    case "query": {
      const escaped = escapeValue(name);
      const text = write(
        field.encode ?? form,
        escaped,
        value,
        field.explode ?? true,
        field.allowReserved === true ? escapeUnreserved : escapeValue,
      );
      if (text !== "") {
        parts.query.push(text);
      } else if (field.allowEmpty === true) {
        parts.query.push(`${escaped}=`);
      }
      return;
    }
    case "querystring":
      parts.query.push(write(field.encode ?? form, escapeValue(name), value, true, escapeValue));
      return;
    case "header":
      if (field.encode === jsonText || !isEmpty(value)) {
        parts.headers.push([name, octets(write(field.encode ?? simple, name, value, field.explode ?? false, escapeNothing))]);
      }
      return;
    case "cookie":
      parts.cookies.push(
        ...write(field.encode ?? form, escapeValue(name), value, field.explode ?? true, escapeValue)
          .split("&")
          .filter((pair) => pair !== ""),
      );
      return;
  }
}

function pathText(field: RequestField, name: string, value: unknown): string {
  const quote = field.allowReserved === true ? escapeInPath : escapeValue;
  const text = write(field.encode ?? simple, escapeValue(name), value, field.explode ?? false, quote);
  if (text === "" || value === "" || (field.encode !== jsonText && isEmpty(value))) {
    throw new InvalidRequestError(`The path parameter "${name}" cannot be empty: it would address another resource`);
  }
  return text;
}

/** `fetch` writes a header one octet for a character: what is not ASCII goes as UTF-8. */
function octets(text: string): string {
  return /[^\0-\x7f]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;
}

function write(encoder: ParameterEncoder, name: string, value: unknown, explode: boolean, quote: (text: string) => string): string {
  return encoder(name, value, { explode, quote });
}

/** A value of "." or ".." would take the request to another place, and no encoding keeps it from that. */
function expandPath(template: string, values: ReadonlyMap<string, string>): string {
  return template
    .split("/")
    .map((segment) => {
      const expanded = fill(segment, values);
      if (expanded !== segment && expanded.split("/").some((part) => /^(\.|%2e){1,2}$/i.test(part))) {
        throw new InvalidRequestError(`"${expanded}" cannot be part of the path ${template}`);
      }
      return expanded;
    })
    .join("/");
}

function fill(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}
