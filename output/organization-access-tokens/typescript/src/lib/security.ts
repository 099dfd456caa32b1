import { base64FromBytes } from "./base64.js";
import { isRecord } from "./codec.js";
import { env } from "./env.js";

/** The credentials of an API, or of one operation: which there are, and which of them together are enough. */
export interface SecurityPlan {
  /** By the name of the option that holds the credential. */
  readonly schemes: { readonly [option: string]: SecurityScheme };
  /** The first line whose credentials are all there is used; an empty one means that none are needed. */
  readonly alternatives: readonly (readonly string[])[];
}

export type SecurityScheme = {
  /** Variables of the environment that stand in for a missing option: one, or one for each part of the credential. */
  readonly env?: string | { readonly [part: string]: string };
} & (
  | { readonly kind: "bearer" }
  | { readonly kind: "basic" }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly kind: "custom"; readonly apply: (credential: unknown, target: SecurityTarget) => void | Promise<void> }
);

/** Where credentials go. */
export interface SecurityTarget {
  readonly headers: Headers;
  readonly query: string[];
  readonly cookies: string[];
  /** Sends a request of its own, for a token. */
  readonly send: (request: Request) => Promise<Response>;
  readonly baseURL: URL;
  readonly scopes: readonly string[];
}

/** A credential that cannot be used as it is. */
export class SecurityError extends Error {
  override name = "SecurityError";
}

/** A value, or a function that fetches it before each call. */
export type SecuritySource<T> = T | (() => Promise<T>);

/** The credentials by name, from the options or from the environment. */
export async function resolveSecurity(plan: SecurityPlan, source: unknown): Promise<{ [option: string]: unknown }> {
  const given: unknown = typeof source === "function" ? await source() : source;
  const values: { [option: string]: unknown } = {};
  for (const [option, scheme] of Object.entries(plan.schemes)) {
    const value: unknown = isRecord(given) ? given[option] : undefined;
    const resolved: unknown = typeof value === "function" ? await value() : value;
    const credential = resolved ?? fromEnvironment(scheme);
    if (credential !== undefined) {
      values[option] = credential;
    }
  }
  return values;
}

function fromEnvironment(scheme: SecurityScheme): unknown {
  if (scheme.env === undefined || typeof scheme.env === "string") {
    return scheme.env === undefined ? undefined : env()[scheme.env];
  }
  const parts = Object.entries(scheme.env).map(([part, variable]) => [part, env()[variable]] as const);
  return parts.every(([, value]) => value === undefined) ? undefined : Object.fromEntries(parts);
}

/** Adds the credentials of the first alternative that is complete. With none the request goes out without, and the server says what it thinks of that. */
export async function applySecurity(
  plan: SecurityPlan,
  values: { readonly [option: string]: unknown },
  target: SecurityTarget,
): Promise<void> {
  const chosen = plan.alternatives.find((alternative) => alternative.every((option) => values[option] !== undefined)) ?? [];
  for (const option of chosen) {
    const scheme = plan.schemes[option];
    if (scheme !== undefined) {
      await applyScheme(scheme, values[option], target);
    }
  }
}

async function applyScheme(scheme: SecurityScheme, credential: unknown, target: SecurityTarget): Promise<void> {
  switch (scheme.kind) {
    case "bearer":
      target.headers.set("Authorization", /^bearer /i.test(textOf(credential)) ? textOf(credential) : `Bearer ${textOf(credential)}`);
      return;
    case "basic":
      target.headers.set("Authorization", `Basic ${basicCredential(credential)}`);
      return;
    case "http":
      target.headers.set("Authorization", scheme.scheme === "" ? textOf(credential) : `${scheme.scheme} ${textOf(credential)}`);
      return;
    case "apiKey":
      applyKey(scheme.in, scheme.name, textOf(credential), target);
      return;
    case "custom":
      await scheme.apply(credential, target);
      return;
  }
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
