import { isRecord } from "./codec.js";
import { SecurityError, type SecurityScheme, type SecurityTarget } from "./security.js";

/** OAuth 2.0, 4.4: what a client proves itself with to get tokens. */
export interface ClientCredentials {
  clientID?: string | undefined;
  clientSecret?: string | undefined;
  tokenURL?: string | undefined;
}

interface Token {
  readonly value: string;
  readonly expires: number;
}

/** Tokens live as long as the process, one for each client and set of scopes. */
const tokens = new Map<string, Promise<Token>>();

/** A scheme that fetches a token with the client's credentials and keeps it until a minute before it expires. */
export function clientCredentials(tokenURL: string, env?: { readonly [part: string]: string }): SecurityScheme {
  const apply = async (credential: unknown, target: SecurityTarget): Promise<void> => {
    if (!isRecord(credential)) {
      throw new SecurityError("Client credentials need a clientID and a clientSecret");
    }
    const url = new URL(String(credential.tokenURL ?? tokenURL), target.baseURL);
    const key = JSON.stringify([url, credential.clientID, credential.clientSecret, target.scopes]);
    let pending = tokens.get(key);
    if (pending === undefined || (await isStale(pending))) {
      pending = fetchToken(url, credential, target);
      tokens.set(key, pending);
    }
    target.headers.set("Authorization", `Bearer ${(await pending).value}`);
  };
  return { kind: "custom", apply, ...(env === undefined ? {} : { env }) };
}

async function isStale(pending: Promise<Token>): Promise<boolean> {
  return pending.then(
    (token) => token.expires < Date.now(),
    () => true,
  );
}

async function fetchToken(url: URL, credential: { readonly [part: string]: unknown }, target: SecurityTarget): Promise<Token> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: String(credential.clientID ?? ""),
    client_secret: String(credential.clientSecret ?? ""),
  });
  if (target.scopes.length > 0) {
    body.set("scope", target.scopes.join(" "));
  }
  const response = await target.send(new Request(url, { method: "POST", body, headers: { Accept: "application/json" } }));
  if (!response.ok) {
    throw new SecurityError(`The token endpoint answered with status ${response.status}`);
  }
  const answer: unknown = await response.json();
  if (!isRecord(answer) || typeof answer.access_token !== "string") {
    throw new SecurityError("The answer of the token endpoint holds no access_token");
  }
  const lifetime = typeof answer.expires_in === "number" ? answer.expires_in : 3600;
  return { value: answer.access_token, expires: Date.now() + (lifetime - 60) * 1000 };
}
