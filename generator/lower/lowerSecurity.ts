import { schemeUndeclared, schemeUnknown } from "../diagnostics/lower.js";
import { rootAddress } from "../ir/address.js";
import type { SchemeId } from "../ir/ids.js";
import { entries, isObject, type JsonObject, list, member, text } from "../ir/json.js";
import type { Operation } from "../ir/operation.js";
import type { Flow, Security, SecurityScheme, TokenField } from "../ir/security.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs } from "./lowerDocs.js";
import { slotFacts } from "./lowerSlot.js";
import { childObject, children, deref, type Scope } from "./scope.js";

/** security: [{ token: [read] }, {}] — null where nothing is written. OpenAPI 3.1, 4.8.30. */
export function lowerSecurity(value: JsonObject): Security | null {
  const written = member(value, "security");
  if (!Array.isArray(written)) return null;
  return list(written).map((option) =>
    entries(option).map(([scheme, scopes]) => ({
      scheme: scheme as SchemeId,
      scopes: list(scopes).filter((scope) => typeof scope === "string"),
    })),
  );
}

/** Names each scheme that is required and not declared, where it is met first. */
export function reportUndeclared(
  scope: Scope,
  components: Located | null,
  places: readonly Pick<Operation, "origin" | "security">[],
): void {
  const known = new Set(children(components === null ? null : childObject(components, "securitySchemes")).map(([key]) => key));
  for (const { origin, security } of places) {
    for (const { scheme } of security?.flat() ?? []) {
      if (known.has(scheme)) continue;
      known.add(scheme);
      scope.report(schemeUndeclared(origin, { key: scheme }));
    }
  }
}

/** components.securitySchemes. OpenAPI 3.1, 4.8.27. */
export function lowerSchemes(scope: Scope, components: Located | null): readonly SecurityScheme[] {
  return children(components === null ? null : childObject(components, "securitySchemes")).flatMap(([key, written]) => {
    const found = deref(scope, written);
    const scheme = found === null ? null : lowerScheme(scope, key, found.target);
    if (scheme === null) scope.report(schemeUnknown(written.origin, { key }));
    return scheme ?? [];
  });
}

function lowerScheme(scope: Scope, key: string, source: Located<JsonObject>): SecurityScheme | null {
  const { value } = source;
  const example = member(value, "x-speakeasy-example");
  const common = {
    address: rootAddress("scheme", key),
    origin: source.origin,
    id: key as SchemeId,
    naming: { trail: [{ role: "scheme" as const, key, title: null }], override: text(member(value, "x-speakeasy-name-override")) },
    docs: lowerDocs(value),
    example: example === undefined ? null : { value: example },
  };
  const custom = member(value, "x-speakeasy-custom-security-scheme");
  if (isObject(custom)) return { ...common, kind: "custom" };
  switch (text(member(value, "type"))) {
    case "http": {
      // Servers compare schemes without case (RFC 9110, 11.1), or should: one that is not usual goes as it is written.
      const scheme = text(member(value, "scheme")) ?? "";
      const usual = (["bearer", "basic"] as const).find((kind) => kind === scheme.toLowerCase());
      return usual === undefined ? { ...common, kind: "http", scheme } : { ...common, kind: usual };
    }
    case "apiKey": {
      const place = (["header", "query", "cookie"] as const).find((one) => one === member(value, "in"));
      const wire = text(member(value, "name"));
      return place === undefined || wire === null ? null : { ...common, kind: "apiKey", in: place, wire };
    }
    case "oauth2":
      return { ...common, kind: "oauth2", flows: lowerFlows(scope, source) };
    case "openIdConnect":
      return { ...common, kind: "openIdConnect" };
    case "mutualTLS":
      return { ...common, kind: "mutualTls" };
    default:
      return null;
  }
}

function lowerFlows(scope: Scope, source: Located<JsonObject>): readonly Flow[] {
  const kinds = {
    authorizationCode: "authorizationCode",
    clientCredentials: "clientCredentials",
    password: "password",
    implicit: "implicit",
    deviceAuthorization: "device",
  } as const;
  return children(childObject(source, "flows")).flatMap(([key, flow]) => {
    const kind = Object.entries(kinds).find(([name]) => name === key)?.[1];
    if (kind === undefined || !isObject(flow.value)) return [];
    return [{ kind, tokenUrl: text(member(flow.value, "tokenUrl")), tokenFields: lowerTokenFields(scope, flow) }];
  });
}

/** x-speakeasy-token-endpoint-additional-properties: { audience: { type: string } } */
function lowerTokenFields(scope: Scope, flow: Located): readonly TokenField[] {
  return children(childObject(flow, "x-speakeasy-token-endpoint-additional-properties")).map(([wire, schema]) => {
    const { docs, default: byDefault, example } = slotFacts(scope, schema);
    return { origin: schema.origin, wire, docs, default: byDefault, example };
  });
}
