import { base64FromBytes } from "./base64.js";
import { isRecord } from "./codec.js";
import { env } from "./env.js";
import type { TokenCache } from "./tokens.js";

/** The credentials of an API, or of one operation: which there are, and which of them together are enough. */
export interface SecurityPlan {
  /** By the name of the credential: that of the client's option, unless `options` says another. */
  readonly schemes: { readonly [name: string]: SecurityScheme };
  readonly options?: { readonly [name: string]: string };
  readonly alternatives: Alternatives;
}

/** Which credentials together are enough, each with the scopes that its token must have, in the order of the document. */
export type Alternatives = readonly { readonly [option: string]: readonly string[] }[];

/** A part of a credential and the variable of the environment that stands in for it. */
export interface EnvironmentPart {
  readonly part: string;
  readonly variable: string;
  readonly optional?: true;
}

export type SecurityScheme = {
  /** Variables of the environment that stand in for a missing option: one, or one for each part of the credential. */
  readonly env?: string | readonly EnvironmentPart[];
} & (
  | { readonly kind: "bearer" }
  | { readonly kind: "basic" }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly kind: "custom"; readonly apply: (credential: unknown, target: SecurityTarget) => Promise<FetchedToken | null> | null }
);

/** A token that was fetched for a call: the header that it stands in, and how to get a new one once the server refuses it. */
export interface FetchedToken {
  readonly header: string;
  readonly renew: () => Promise<string>;
}

/** Where credentials go. */
export interface SecurityTarget {
  readonly headers: Headers;
  readonly query: string[];
  readonly cookies: string[];
  /** Sends a request of its own, for a token. */
  readonly send: (request: Request) => Promise<Response>;
  readonly baseURL: URL;
  readonly scopes: readonly string[];
  /** The caller sends an Authorization header: no token is fetched for another one. */
  readonly isAuthorized: boolean;
  readonly tokens: TokenCache;
  /** How long a token may take; 0 or less: as long as it takes. */
  readonly timeoutMs: number;
}

/** A credential that cannot be used as it is. */
export class SecurityError extends Error {
  override name = "SecurityError";
}

/** The credentials by name, from a source that goes by these names or by those of `options`; from the environment when there is none. */
export async function resolveSecurity(
  plan: SecurityPlan,
  source: unknown,
  options: SecurityPlan["options"] = {},
): Promise<{ [name: string]: unknown }> {
  const given: unknown = typeof source === "function" ? await source() : source;
  const values: { [name: string]: unknown } = {};
  for (const name of Object.keys(plan.schemes)) {
    const value: unknown = isRecord(given) ? given[options[name] ?? name] : undefined;
    const credential: unknown = typeof value === "function" ? await value() : value;
    if (credential !== undefined && credential !== null) {
      values[name] = credential;
    }
  }
  return Object.keys(values).length > 0 ? values : credentialsFromEnvironment(plan);
}

function credentialsFromEnvironment({ schemes }: SecurityPlan): { [option: string]: unknown } {
  const found = Object.entries(schemes).map(([option, scheme]) => [option, fromEnvironment(scheme)] as const);
  return Object.fromEntries(found.filter(([, credential]) => credential !== undefined));
}

function fromEnvironment(scheme: SecurityScheme): unknown {
  if (scheme.env === undefined || typeof scheme.env === "string") {
    return scheme.env === undefined ? undefined : env()[scheme.env];
  }
  const missing = scheme.env.some(({ variable, optional }) => optional !== true && env()[variable] === undefined);
  return missing ? undefined : Object.fromEntries(scheme.env.map(({ part, variable }) => [part, env()[variable]]));
}

/** The headers that hold keys. */
export function keyHeaders({ schemes }: SecurityPlan): readonly string[] {
  return Object.values(schemes).flatMap((scheme) => (scheme.kind === "apiKey" && scheme.in === "header" ? [scheme.name] : []));
}

/** All scopes that an operation may ask for; `null` when it names none. */
export function scopesOf(alternatives: Alternatives): string[] | null {
  const found = new Set(alternatives.flatMap((alternative) => Object.values(alternative).flat()));
  return found.size === 0 ? null : [...found];
}

/**
 * Adds the credentials of the first alternative that is complete. One that asks for none holds where no other is complete; where none holds the request goes out
 * without credentials, and the server says what it thinks of that.
 */
export async function applySecurity(
  plan: SecurityPlan,
  values: { readonly [option: string]: unknown },
  target: Omit<SecurityTarget, "scopes">,
): Promise<FetchedToken | null> {
  const complete = plan.alternatives.find((alternative) => {
    const options = Object.keys(alternative);
    return options.length > 0 && options.every((option) => values[option] !== undefined);
  });
  let token: FetchedToken | null = null;
  for (const [option, scopes] of Object.entries(complete ?? {})) {
    const scheme = plan.schemes[option];
    if (scheme !== undefined) {
      token = (await applyScheme(scheme, values[option], { ...target, scopes })) ?? token;
    }
  }
  return token;
}

/** The request once more, with a new token in place of the one that the server refused; `null` when that would not help. */
export async function renewed(request: Request, response: Response, token: FetchedToken | null): Promise<Request | null> {
  if (token === null || response.status !== 401 || request.headers.get("Authorization") !== token.header) {
    return null;
  }
  await response.body?.cancel();
  const again = request.clone();
  again.headers.set("Authorization", await token.renew());
  return again;
}

async function applyScheme(scheme: SecurityScheme, credential: unknown, target: SecurityTarget): Promise<FetchedToken | null> {
  switch (scheme.kind) {
    case "bearer":
      applyBearer(textOf(credential), target);
      return null;
    case "basic":
      target.headers.set("Authorization", `Basic ${basicCredential(credential)}`);
      return null;
    case "http":
      target.headers.set("Authorization", ofScheme(scheme.scheme, textOf(credential)));
      return null;
    case "apiKey":
      applyKey(scheme.in, scheme.name, textOf(credential), target);
      return null;
    case "custom":
      return scheme.apply(credential, target);
  }
}

/** What an Authorization header says; a value that names its scheme already is left alone. */
function ofScheme(scheme: string, value: string): string {
  return scheme === "" || value.toLowerCase().startsWith(`${scheme.toLowerCase()} `) ? value : `${scheme} ${value}`;
}

/** Gives the header as it is sent. */
export function applyBearer(token: string, target: SecurityTarget): string {
  const header = ofScheme("Bearer", token);
  target.headers.set("Authorization", header);
  return header;
}

function applyKey(place: "header" | "query" | "cookie", name: string, value: string, target: SecurityTarget): void {
  switch (place) {
    case "header":
      target.headers.set(name, value);
      return;
    case "query":
      target.query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
      return;
    case "cookie":
      target.cookies.push(`${name}=${encodeURIComponent(value)}`);
      return;
  }
}

function basicCredential(credential: unknown): string {
  if (typeof credential === "string") {
    return base64FromBytes(new TextEncoder().encode(credential));
  }
  if (!isRecord(credential)) {
    throw new SecurityError("Basic authentication needs a username and a password");
  }
  return base64FromBytes(new TextEncoder().encode(`${textOf(credential.username ?? "")}:${textOf(credential.password ?? "")}`));
}

function textOf(credential: unknown): string {
  if (typeof credential !== "string") {
    throw new SecurityError(`A credential must be a string, not ${credential === null ? "null" : typeof credential}`);
  }
  return credential;
}
