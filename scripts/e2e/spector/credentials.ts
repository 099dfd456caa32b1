import { type Json, member, objectOf } from "../../../generator/ir/json.js";
import type { Call } from "../call.js";
import { below, childrenOf, type Place, textAt } from "../contract/place.js";
import type { SdkMap } from "../sdkMap.js";
import type { Exchange } from "./suite.js";

/** What the client is given so that it sends the credentials of a request: those of the schemes whose header or parameter is there. */
export function credentialsOf(
  document: Place,
  operation: string,
  { headers, query }: Exchange,
  map: SdkMap,
): Pick<Call, "credentials" | "security"> {
  const schemes = [...childrenOf(below(document, "components", "securitySchemes"))];
  const found = schemes.flatMap(([name, scheme]) => {
    const value = credentialOf(scheme, headers, query);
    return value === undefined ? [] : [[name, value] as const];
  });
  const named = (owner: string): { readonly [name: string]: Json } =>
    Object.fromEntries(
      found.flatMap(([scheme, value]) => {
        const name = map.nameOf(`${owner}/property:${scheme}`);
        return name === null ? [] : [[name, value]];
      }),
    );
  const own = named(`${operation}/security`);
  return { credentials: named("security"), security: Object.keys(own).length === 0 ? null : own };
}

/** "SharedAccessKey secret" → "secret" for a scheme of that name; basic is both parts. */
function credentialOf(scheme: Place, headers: Exchange["headers"], query: Exchange["query"]): Json | undefined {
  const kind = textAt(scheme, "type");
  const name = textAt(scheme, "name") ?? "";
  if (kind === "apiKey") return textAt(scheme, "in") === "query" ? member(objectOf(query), name) : headers[name.toLowerCase()];
  const word = kind === "http" ? (textAt(scheme, "scheme") ?? "") : "bearer";
  const [given = "", rest] = headers.authorization?.split(/ (.*)/s) ?? [];
  if (rest === undefined || given.toLowerCase() !== word.toLowerCase()) return undefined;
  if (word.toLowerCase() !== "basic") return rest;
  const [username = "", password = ""] = Buffer.from(rest, "base64").toString("utf8").split(/:(.*)/s);
  return { username, password };
}
