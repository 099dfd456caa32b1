import { clock } from "./clock.js";
import { isRecord } from "./codec.js";
import { withDeadline } from "./deadline.js";
import {
  applyBearer,
  type EnvironmentPart,
  type FetchedToken,
  SecurityError,
  type SecurityScheme,
  type SecurityTarget,
} from "./security.js";
import type { Token } from "./tokens.js";

/** Milliseconds before its end at which a token is renewed; of a short life half of it is left. */
const renewBefore = 60_000;

/**
 * OAuth 2.0 client credentials, RFC 6749, 4.4: a scheme that fetches a token with what the client is known by and keeps it until shortly before it ends, or until
 * the server refuses it. A token of the caller's own, as text, is sent as it is.
 *
 *     clientCredentials({ client_id: "clientID", client_secret: "clientSecret", token_url: "tokenURL" }, "/oauth/token")
 */
export function clientCredentials(
  /** Field of the token request → property of the credential; `token_url` is where the request goes. */
  parts: { readonly [field: string]: string },
  /** Of the document; relative to the server. */
  tokenURL: string,
  env?: readonly EnvironmentPart[],
): SecurityScheme {
  const apply = async (credential: unknown, target: SecurityTarget): Promise<FetchedToken | null> => {
    if (target.isAuthorized) {
      return null;
    }
    if (typeof credential === "string") {
      applyBearer(credential, target);
      return null;
    }
    if (!isRecord(credential)) {
      throw new SecurityError(`Client credentials need ${Object.values(parts).join(", ")}`);
    }
    const form = new URLSearchParams({ grant_type: "client_credentials" });
    let address = tokenURL;
    for (const [field, property] of Object.entries(parts)) {
      const value = credential[property];
      if (value === undefined || value === null) {
        continue;
      }
      if (field === "token_url") {
        address = String(value);
      } else {
        form.set(field, String(value));
      }
    }
    if (target.scopes.length > 0) {
      form.set("scope", target.scopes.join(" "));
    }
    return tokenFor(new URL(address, `${target.baseURL.href.replace(/\/+$/, "")}/`), form, target);
  };
  return { kind: "custom", apply, ...(env === undefined ? {} : { env }) };
}

async function tokenFor(url: URL, form: URLSearchParams, target: SecurityTarget): Promise<FetchedToken> {
  const source = `${url.href} ${form.toString()}`;
  const get = (): Promise<Token> => target.tokens.get(source, () => fetchToken(url, form, target));
  const token = await get();
  const header = applyBearer(token.value, target);
  const renew = async (): Promise<string> => {
    target.tokens.drop(source, token);
    return applyBearer((await get()).value, target);
  };
  return { header, renew };
}

/** RFC 6749, 5.1. */
async function fetchToken(url: URL, form: URLSearchParams, target: SecurityTarget): Promise<Token> {
  const headers = new Headers({ Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" });
  const agent = target.headers.get("User-Agent");
  if (agent !== null) {
    headers.set("User-Agent", agent);
  }
  const { request, inTime } = withDeadline(
    new Request(url, { method: "POST", body: form.toString(), headers, redirect: "manual" }),
    target.timeoutMs,
  );
  try {
    return await tokenIn(await target.send(request), url);
  } finally {
    inTime();
  }
}

async function tokenIn(response: Response, url: URL): Promise<Token> {
  if (!response.ok) {
    throw new SecurityError(`The token endpoint ${url.href} answered with status ${response.status}.`);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!isRecord(answer) || typeof answer.access_token !== "string") {
    throw new SecurityError(`The token endpoint ${url.href} answered without an access token.`);
  }
  if (String(answer.token_type ?? "bearer").toLowerCase() !== "bearer") {
    throw new SecurityError(`The token endpoint ${url.href} gave a token that is not a bearer token.`);
  }
  const lifetime = typeof answer.expires_in === "number" ? answer.expires_in * 1000 : Number.POSITIVE_INFINITY;
  return { value: answer.access_token, until: clock.now() + lifetime - Math.min(renewBefore, lifetime / 2) };
}
