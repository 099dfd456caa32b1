import { partAddress, rootAddress } from "../ir/address.js";
import type { Address } from "../ir/node.js";
import type { Server } from "../ir/security.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs, lowerExtensions } from "./lowerDocs.js";
import { child, childObject, children, isObject, list, member, type Scope, text } from "./scope.js";

/** servers: [{ url: https://{region}.api.test, variables }]; one without a usable URL is left out. OpenAPI 3.1, 4.8.5. */
export function lowerServers(_scope: Scope, holder: Located, owner: Address | null): readonly Server[] {
  return children(child(holder, "servers")).flatMap(([, server], i) => {
    if (!isObject(server.value)) return [];
    const url = text(member(server.value, "url"));
    if (url === null || url === "") return [];
    const name = text(member(server.value, "x-speakeasy-server-id")) ?? text(member(server.value, "name"));
    const address = owner === null ? rootAddress("", "server", String(name ?? i + 1)) : partAddress(owner, "server", name ?? i + 1);
    return [
      {
        address,
        origin: server.origin,
        extensions: lowerExtensions(server.value),
        name,
        url,
        docs: lowerDocs(server.value),
        variables: children(childObject(server, "variables")).flatMap(([wire, variable]) => {
          if (!isObject(variable.value)) return [];
          const fallback = member(variable.value, "default");
          return [
            {
              wire,
              naming: { trail: [{ role: "variable" as const, key: wire, title: null }], override: null },
              default: fallback === undefined ? "" : String(fallback),
              values: list(member(variable.value, "enum")).map(String),
              docs: lowerDocs(variable.value),
            },
          ];
        }),
      },
    ];
  });
}
