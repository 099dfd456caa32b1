import { bodyAlternative, pathParameterUndefined, responseBodiless, statusUnreadable } from "../diagnostics/lower.js";
import { rootAddress } from "../ir/address.js";
import type { Status } from "../ir/behaviour.js";
import type { OperationId } from "../ir/ids.js";
import { type JsonObject, member, text } from "../ir/json.js";
import { namedAs } from "../ir/node.js";
import type { Body, Codec, Content, Operation, Parameter, Response } from "../ir/operation.js";
import { plainText, slotAt } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerContents, lowerHeader } from "./lowerContent.js";
import { lowerDocs } from "./lowerDocs.js";
import { lowerPagination } from "./lowerPagination.js";
import { isIgnored, isReservedHeader, lowerParameter } from "./lowerParameter.js";
import { lowerRetry, lowerTimeout, statusPattern } from "./lowerRetry.js";
import { lowerSecurity } from "./lowerSecurity.js";
import { lowerServers } from "./lowerServers.js";
import { below, child, childObject, children, deref, refKey, type Scope, type Spot, typeAt } from "./scope.js";

export interface OperationPlace {
  readonly kind: "op" | "webhook" | "callback";
  readonly method: string;
  readonly path: string;
  readonly id: OperationId;
}

/** Reads one Operation Object with what its Path Item says for all of them. OpenAPI 3.1, 4.8.9 and 4.8.10. */
export function lowerOperation(scope: Scope, item: Located<JsonObject>, source: Located<JsonObject>, place: OperationPlace): Operation {
  const { value } = source;
  const { trail } = namedAs(place.kind === "op" ? "operation" : place.kind, place.id);
  const spot: Spot = { address: rootAddress(place.kind, place.id), trail };
  const parameters = lowerParameters(scope, item, source, place, spot);
  const path = place.kind === "op" ? templateOf(place.path, new Set(parameters.map(parameterKey))) : place.path;
  const body = lowerBody(scope, source, spot);
  const responses = lowerResponses(scope, source, spot, place.method);
  return {
    address: spot.address,
    origin: source.origin,
    id: place.id,
    naming: { trail: spot.trail, override: text(member(value, "x-speakeasy-name-override")) },
    docs: lowerDocs(value),
    method: place.method,
    path,
    parameters,
    body,
    responses,
    security: lowerSecurity(value),
    servers: lowerServers(member(value, "servers") === undefined ? item : source, spot.address),
    pagination: lowerPagination(scope, source),
    retry: lowerRetry(value, scope.document.root),
    timeoutMs: lowerTimeout(value),
    examples: [],
    callbacks: lowerCallbacks(scope, source, place),
  };
}

/** Path-level parameters first; the operation's own takes the place of one with the same name and location. */
function lowerParameters(scope: Scope, item: Located, source: Located, place: OperationPlace, spot: Spot): readonly Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const holder of [item, source]) {
    for (const [, entry] of children(child(holder, "parameters"))) {
      const parameter = lowerParameter(scope, entry, spot);
      const ignored = isIgnored(entry) || isIgnored(deref(scope, entry)?.target ?? entry);
      if (parameter === null || ignored || isReservedHeader(parameter)) continue;
      merged.set(parameterKey(parameter), parameter);
    }
  }
  // A callback's path is an expression about its call, a webhook's is a name.
  if (place.kind !== "op") return [...merged.values()];
  const template = templateNames(templateOf(place.path, merged));
  for (const name of new Set(template)) {
    if (merged.has(`path ${name}`)) continue;
    scope.report(pathParameterUndefined(source.origin, { name, path: place.path }));
    merged.set(`path ${name}`, undefinedParameter(name, source, spot));
  }
  // A path parameter that the template does not mention has no place to go.
  return [...merged.values()].filter((parameter) => parameter.in !== "path" || template.includes(parameter.wire));
}

/** "/v1/{id}/parts/{part}" → ["id", "part"] */
function templateNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
}

/** Some write the operators of URI templates into a path; the parameter's own style says the same. "/a/{.id*}" → "/a/{id}". RFC 6570, 2.4. */
function templateOf(path: string, known: { has(key: string): boolean }): string {
  return path.replace(/\{([+#./;?&]?)([^{}*]+)(\*?)\}/g, (whole, before: string, name: string, after: string) =>
    known.has(`path ${name}`) && !known.has(`path ${before}${name}${after}`) ? `{${name}}` : whole,
  );
}

/** Names of headers are the same in capital letters and in small ones (RFC 9110, 5.1). */
function parameterKey({ in: place, wire }: Parameter): string {
  return `${place} ${place === "header" ? wire.toLowerCase() : wire}`;
}

function undefinedParameter(wire: string, source: Located, owner: Spot): Parameter {
  const spot = below(owner, "path", wire);
  return {
    ...slotAt({
      address: spot.address,
      origin: source.origin,
      wire,
      naming: { trail: spot.trail, override: null },
      type: plainText,
      presence: "required",
    }),
    in: "path",
    encoding: { kind: "styled", style: "simple", explode: false, allowReserved: false, allowEmpty: false },
    global: "no",
  };
}

function lowerBody(scope: Scope, source: Located, spot: Spot): Body | null {
  const written = child(source, "requestBody");
  const found = written === null ? null : deref(scope, written);
  if (found === null) return null;
  const place: Spot = found.ref === null ? below(spot, "body", "") : shared("body", found.ref, "");
  const contents = lowerContents(scope, found.target, typeAt(place), true);
  const content = mainContent(contents);
  if (content === null) return null;
  const others = contents.filter((one) => one !== content);
  // A file is sent as whichever of the types it has.
  const isSent = ({ codec }: Content) => codec.kind === "binary" && content.codec.kind === "binary";
  for (const { mediaType, origin } of others.filter((one) => !isSent(one)))
    scope.report(bodyAlternative(origin, { mediaType, chosen: content.mediaType }));
  const { value } = found.target;
  return {
    address: below(spot, "body", "").address,
    origin: found.target.origin,
    naming: { trail: place.trail, override: text(member(value, "x-speakeasy-name-override")) },
    docs: lowerDocs(value),
    presence: member(value, "required") === true ? "required" : "optional",
    content,
    others,
  };
}

/** Which content is sent: the lowest. */
const ranks: { readonly [K in Codec["kind"]]: number } = {
  json: 0,
  multipart: 1,
  form: 2,
  xml: 3,
  lines: 4,
  text: 5,
  binary: 6,
  events: 7,
};

function mainContent(contents: readonly Content[]): Content | null {
  const [first = null] = [...contents].sort((a, b) => ranks[a.codec.kind] - ranks[b.codec.kind]);
  return first;
}

function lowerResponses(scope: Scope, source: Located, spot: Spot, method: string): readonly Response[] {
  const all = children(childObject(source, "responses"));
  const isRestError = scope.options.defaultBeside === "error" && all.some(([code]) => /^[123]/.test(code));
  return all.flatMap(([code, written]) => {
    if (code.startsWith("x-")) return [];
    const found = deref(scope, written);
    const status: Status | null = code === "default" ? { kind: "default" } : statusPattern(code);
    if (found === null || status === null) {
      scope.report(statusUnreadable(written.origin, { code }));
      return [];
    }
    const place: Spot = found.ref === null ? below(spot, "response", code) : shared("response", found.ref, code);
    const isLeftOut = isBodiless(scope, found.target, code, method);
    return [
      {
        address: below(spot, "response", code).address,
        origin: found.target.origin,
        docs: lowerDocs(found.target.value),
        status,
        outcome: isError(status, isRestError) ? ("error" as const) : ("success" as const),
        shared: found.ref === null ? null : refKey(found.ref),
        headers: children(childObject(found.target, "headers")).flatMap(([name, header]) => lowerHeader(scope, name, header, place) ?? []),
        contents: isLeftOut ? [] : lowerContents(scope, found.target, place, false),
      },
    ];
  });
}

/** Whether content stands where none is ever sent. RFC 9110, 9.3.2 and 15. */
function isBodiless(scope: Scope, response: Located<JsonObject>, code: string, method: string): boolean {
  const content = childObject(response, "content");
  if (content === null || scope.options.bodiless === "written" || !(method === "head" || /^(1|204|205|304)/.test(code))) return false;
  scope.report(responseBodiless(content.origin, { what: method === "head" ? "An answer to HEAD" : `An answer of status ${code}` }));
  return true;
}

/** What several operations share goes by its own key; `use` is the status that the first of them gives it. */
function shared(role: "body" | "response", ref: string, use: string): Spot {
  const key = refKey(ref);
  return {
    address: rootAddress(role, key),
    trail: [
      { role: "component", key, title: null },
      { role, key: use, title: null },
    ],
  };
}

/** `default` covers what no other response does (OpenAPI 3.1.1, 4.8.16): errors, where a success is described beside it. */
function isError(status: Status, isRestError: boolean): boolean {
  switch (status.kind) {
    case "code":
      return status.code >= 400;
    case "range":
      return status.hundreds >= 4;
    case "default":
      return isRestError;
  }
}

function lowerCallbacks(scope: Scope, source: Located, place: OperationPlace): readonly Operation[] {
  return children(childObject(source, "callbacks")).flatMap(([name, written]) => {
    const found = deref(scope, written);
    return children(found === null ? null : found.target).flatMap(([expression, item]) => {
      const target = deref(scope, item)?.target;
      if (target === undefined) return [];
      return methodsOf(scope, target).map(([method, operation]) =>
        lowerOperation(scope, target, operation, {
          kind: "callback",
          method,
          path: expression,
          id: (text(member(operation.value, "operationId")) ?? `${place.id}_${name}_${method}`) as OperationId,
        }),
      );
    });
  });
}

const fixedMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** The operations of a path item, in the order they are written; 3.2 adds `query` and `additionalOperations`. OpenAPI 3.2, 4.9. */
export function methodsOf(scope: Scope, item: Located<JsonObject>): readonly (readonly [string, Located<JsonObject>])[] {
  return Object.keys(item.value).flatMap((key): (readonly [string, Located<JsonObject>])[] => {
    if (key === "additionalOperations") {
      return children(childObject(item, key)).flatMap(([method, operation]) => {
        const found = childObject({ value: { [method]: operation.value }, origin: operation.origin }, method);
        return found === null ? [] : [[method, { value: found.value, origin: operation.origin }] as const];
      });
    }
    const written = fixedMethods.includes(key.toLowerCase()) ? childObject(item, key) : null;
    // No version allows a `$ref` here; documents of many files use one all the same.
    const operation = written === null ? null : (deref(scope, written)?.target ?? null);
    return operation === null ? [] : [[key.toLowerCase(), operation]];
  });
}
