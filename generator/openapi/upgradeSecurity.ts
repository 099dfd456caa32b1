import { type JsonObject, member } from "../ir/json.js";

const flowNames: ReadonlyMap<string, string> = new Map([
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

/**
 * A security scheme: `basic` is one of the HTTP schemes now, and the keys of the one OAuth 2 flow move into `flows`.
 *
 *     { type: oauth2, flow: accessCode, authorizationUrl: A, tokenUrl: T, scopes: S }
 *     →   { type: oauth2, flows: { authorizationCode: { authorizationUrl: A, tokenUrl: T, scopes: S } } }
 */
export function upgradeSecurityScheme(scheme: JsonObject): JsonObject {
  const type = member(scheme, "type");
  if (type === "basic") return { ...scheme, type: "http", scheme: "basic" };
  if (type !== "oauth2") return scheme;
  const { flow, authorizationUrl, tokenUrl, scopes, ...rest } = scheme;
  const written = typeof flow === "string" ? flow : "implicit";
  const urls = { ...(authorizationUrl === undefined ? {} : { authorizationUrl }), ...(tokenUrl === undefined ? {} : { tokenUrl }) };
  return { ...rest, flows: { [flowNames.get(written) ?? written]: { ...urls, scopes: scopes ?? {} } } };
}
