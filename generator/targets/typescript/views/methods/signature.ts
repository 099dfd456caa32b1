import type { Method, Pages, ReadContent, Request } from "../../../../codegen/plan/plan.js";
import type { Imports } from "../../imports.js";
import { isOptional, placeOf, resultField, type TypeScriptPlan } from "../../plan.js";
import { propertyKey, typeKey } from "../../text.js";
import { readText, type TypeScope, typeText } from "../../typeText.js";

/** What a method and its function have in common. */
export interface Signature {
  /** `request: ListRequest`, without the client and the options around them. */
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional: boolean }[];
  /** Arguments that a method hands on to the function. */
  readonly handedOn: readonly string[];
  /** The request as the library takes it, and its type, which only a function names. */
  readonly request: string;
  readonly requestType: () => string;
  readonly security: string | null;
  readonly returns: string;
  /** What it gives for each value of a field that asks for a stream; empty where none does. */
  readonly forms: readonly { readonly parameters: Signature["parameters"]; readonly returns: string }[];
  /** Null for operations without declared errors. */
  readonly errors: string | null;
  readonly pages: { readonly state: string; readonly item: string } | null;
}

export function signatureOf(plan: TypeScriptPlan, method: Method, imports: Imports, errorNames: readonly string[]): Signature {
  const { security, pages } = method;
  const credentials = security.kind === "own" ? [{ name: "security", type: securityText(plan, security, imports), optional: false }] : [];
  const taken = requestPart(method.request, { plan, imports, side: "write" });
  const parameters = [...credentials, ...taken.parameters];
  const read: TypeScope = { plan, imports, side: "read" };
  const item = pages?.item ?? { kind: "any", why: null };
  return {
    parameters,
    handedOn: parameters.map(({ name }) => name),
    request: taken.request,
    requestType: taken.type,
    security: security.kind === "own" ? "security" : null,
    returns: resultText(method, read, method.result),
    forms: streamForms(method, parameters, read),
    errors: errorNames.length === 0 ? null : errorNames.join(" | "),
    pages: pages === null ? null : { state: pageState(pages), item: typeText(item, read) },
  };
}

function securityText(plan: TypeScriptPlan, security: Extract<Method["security"], { kind: "own" }>, imports: Imports): string {
  return `${imports.type(placeOf(plan, security.model).file, security.model.name)}${security.optional ? " | undefined" : ""}`;
}

/** `Token`, `string | undefined`, `{ statusCode: number; …; token?: Token | undefined }` */
function resultText(method: Method, scope: TypeScope, result: Method["result"]): string {
  const { plan, imports } = scope;
  const envelope = envelopes[plan.options.envelope];
  switch (result.kind) {
    case "nothing":
      return envelope === null ? "void" : `{ ${envelope} }`;
    case "wrapper": {
      const text = imports.type(placeOf(plan, result.model).file, result.model.name);
      return envelope === null ? text : `${text} & { ${envelope} }`;
    }
    case "value": {
      const text = readText(result.type, result.stream, scope);
      if (envelope === null) return result.mayBeEmpty ? `${text} | undefined` : text;
      return `{ ${envelope}; ${typeKey(resultField(plan, method) ?? "result")}?: ${text} | undefined }`;
    }
  }
}

/**
 * `request: Ask & { stream: true }` gives an `EventStream<Chunk>`, `request: Ask & { stream?: false | null | undefined }` the whole answer; a value that only running tells gives either.
 */
function streamForms(method: Method, parameters: Signature["parameters"], scope: TypeScope): Signature["forms"] {
  const { streaming, result, request } = method;
  if (streaming === null || result.kind !== "value") return [];
  const { field, argument, holder, streamed, whole, initially } = streaming;
  const inBody = request.kind === "object" && holder !== null ? `${typeKey(holder.field ?? holder.name)}: ` : null;
  const name = request.kind === "arguments" ? (holder?.name ?? argument?.name) : "request";
  const form = (value: boolean, of: ReadContent) => {
    const given = String(value);
    const usual = value === initially && !field.required;
    const nothing = value ? "undefined" : `${field.type.kind === "nullable" ? "null | " : ""}undefined`;
    const narrowed = usual ? `{ ${typeKey(field.name)}?: ${given} | ${nothing} }` : `{ ${typeKey(field.name)}: ${given} }`;
    const mark = inBody === null ? narrowed : `{ ${inBody}${narrowed} }`;
    return {
      parameters: parameters.map((one) =>
        one.name === name ? { ...one, type: `${one.type} & ${mark}`, optional: one.optional && usual } : one,
      ),
      returns: resultText(method, scope, { ...result, type: of.type, stream: of.stream }),
    };
  };
  // An argument of its own cannot be required behind others that are not.
  if (request.kind === "arguments" && holder === null) return [];
  return [form(true, streamed), form(false, whole), { parameters, returns: resultText(method, scope, result) }];
}

const envelopes = {
  none: null,
  http: "httpMeta: { request: Request; response: Response }",
  full: "contentType: string; statusCode: number; rawResponse: Response",
} as const;

/** Names that stand for arguments, so that no import may have them. */
export function parameterNames({ request }: Method): readonly string[] {
  return ["request", "security", "options", ...(request.kind === "arguments" ? request.arguments.map(({ name }) => name) : [])];
}

interface RequestPart {
  readonly parameters: Signature["parameters"];
  readonly request: string;
  readonly type: () => string;
}

function requestPart(request: Request, scope: TypeScope): RequestPart {
  const { plan, imports } = scope;
  const optional = isOptional(plan, request);
  const whole = (type: string): RequestPart => ({
    parameters: [{ name: "request", type, optional }],
    request: "request",
    type: () => (optional ? `${type} | undefined` : type),
  });
  const modelText = (model: Extract<Request, { kind: "object" }>["model"]): string => imports.type(placeOf(plan, model).file, model.name);
  switch (request.kind) {
    case "none":
      return { parameters: [], request: "undefined", type: () => "undefined" };
    case "body":
      return whole(typeText(request.body.type, scope));
    case "object":
      return whole(modelText(request.model));
    case "arguments": {
      const { model } = request;
      if (model === null) throw new Error("arguments without a request type");
      const parameters = request.arguments.map(({ name, type, required }) => ({ name, type: typeText(type, scope), optional: !required }));
      const entries = request.arguments.map(({ name, field }) => (name === field ? name : `${propertyKey(field ?? name)}: ${name}`));
      return { parameters, request: entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`, type: () => modelText(model) };
    }
  }
}

function pageState({ kind }: Pages): string {
  switch (kind) {
    case "page":
    case "offset":
      return `{ ${kind}: number }`;
    case "cursor":
      return "{ cursor: string }";
    case "url":
    case "link":
      return "{ url: string }";
  }
}
