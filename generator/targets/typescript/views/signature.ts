import type { Imports } from "../imports.js";
import type { TsMethod, TsPages, TsRequest, TsResult, TypeScriptPlan } from "../plan.js";
import { propertyKey, typeKey } from "../text.js";
import { type TypeScope, typeText } from "./typeText.js";

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
  /** Null for operations without declared errors. */
  readonly errors: string | null;
  readonly pages: { readonly state: string; readonly item: string } | null;
}

export function signatureOf(plan: TypeScriptPlan, method: TsMethod, imports: Imports, errorNames: readonly string[]): Signature {
  const read: TypeScope = { plan, imports, side: "read" };
  const { result, security, pages } = method;
  const credentials =
    security === null
      ? []
      : [
          {
            name: "security",
            type: `${imports.type(security.model.file, security.model.name)}${security.optional ? " | undefined" : ""}`,
            optional: false,
          },
        ];
  const taken = requestPart(method.request, { plan, imports, side: "write" });
  const parameters = [...credentials, ...taken.parameters];
  return {
    parameters,
    handedOn: parameters.map(({ name }) => name),
    request: taken.request,
    requestType: taken.type,
    security: security === null ? null : "security",
    returns: resultText(result, read),
    errors: errorNames.length === 0 ? null : errorNames.join(" | "),
    pages: pages === null ? null : { state: pageState(pages), item: typeText(pages.item, read) },
  };
}

/** `Token`, `string | undefined`, `{ statusCode: number; …; token?: Token | undefined }` */
function resultText({ type, field, wrapped, mayBeEmpty }: TsResult, scope: TypeScope): string {
  const value = type === null ? "void" : typeText(type, scope);
  const envelope = envelopes[scope.plan.options.envelope];
  if (envelope === null) return type !== null && mayBeEmpty && !wrapped ? `${value} | undefined` : value;
  if (type === null) return `{ ${envelope} }`;
  return wrapped ? `${value} & { ${envelope} }` : `{ ${envelope}; ${typeKey(field ?? "result")}?: ${value} | undefined }`;
}

const envelopes = {
  none: null,
  http: "httpMeta: { request: Request; response: Response }",
  full: "contentType: string; statusCode: number; rawResponse: Response",
} as const;

/** Names that stand for arguments, so that no import may have them. */
export function parameterNames({ request }: TsMethod): readonly string[] {
  return ["request", "security", "options", ...(request.kind === "arguments" ? request.arguments.map(({ parameter }) => parameter) : [])];
}

interface RequestPart {
  readonly parameters: Signature["parameters"];
  readonly request: string;
  readonly type: () => string;
}

function requestPart(request: TsRequest, scope: TypeScope): RequestPart {
  const whole = (type: string, optional: boolean): RequestPart => ({
    parameters: [{ name: "request", type, optional }],
    request: "request",
    type: () => (optional ? `${type} | undefined` : type),
  });
  switch (request.kind) {
    case "none":
      return { parameters: [], request: "undefined", type: () => "undefined" };
    case "body":
      return whole(typeText(request.type, scope), request.optional);
    case "object":
      return whole(scope.imports.type(request.model.file, request.model.name), request.optional);
    case "arguments": {
      const parameters = request.arguments.map(({ parameter, type, required }) => ({
        name: parameter,
        type: typeText(type, scope),
        optional: !required,
      }));
      const entries = request.arguments.map(({ name, parameter }) => (name === parameter ? name : `${propertyKey(name)}: ${parameter}`));
      return {
        parameters,
        request: entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`,
        type: () => scope.imports.type(request.model.file, request.model.name),
      };
    }
  }
}

function pageState(pages: TsPages): string {
  switch (pages.kind) {
    case "page":
    case "offset":
      return `{ ${pages.kind}: number }`;
    case "cursor":
      return "{ cursor: string }";
    case "url":
    case "link":
      return "{ url: string }";
  }
}

/** The errors that a call declares, by the names that the file has for them. */
export function errorNames(plan: TypeScriptPlan, method: TsMethod, name: (file: string, error: string) => string): readonly string[] {
  const ids = new Set(method.result.errors.flatMap(({ types }) => types));
  return [...ids].flatMap((id) => {
    const model = plan.modelOf.get(id);
    return model?.kind === "object" && model.isError ? [name(model.file, model.name)] : [];
  });
}
