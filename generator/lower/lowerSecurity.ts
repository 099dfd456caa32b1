import { schemeUnknown } from "../diagnostics/lower.js";
import { rootAddress } from "../ir/address.js";
import type { SchemeId } from "../ir/ids.js";
import type { JsonObject } from "../ir/json.js";
import type { Flow, Security, SecurityScheme, TokenField } from "../ir/security.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs, lowerExtensions } from "./lowerDocs.js";
import { anything } from "./lowerSchema.js";
import { slotFacts } from "./lowerSlot.js";
import { childObject, children, deref, entries, isObject, list, member, type Scope, text } from "./scope.js";

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
    address: rootAddress(scope.prefix, "scheme", key),
    origin: source.origin,
    extensions: lowerExtensions(value),
    id: key as SchemeId,
    naming: { trail: [{ role: "scheme" as const, key, title: null }], override: text(member(value, "x-speakeasy-name-override")) },
    docs: lowerDocs(value),
    example: example === undefined ? null : { value: example },
  };
  const custom = member(value, "x-speakeasy-custom-security-scheme");
  if (isObject(custom)) return { ...common, kind: "custom", schema: anything };
  switch (text(member(value, "type"))) {
    case "http": {
      const scheme = (text(member(value, "scheme")) ?? "").toLowerCase();
      return scheme === "bearer"
        ? { ...common, kind: "bearer" }
        : scheme === "basic"
          ? { ...common, kind: "basic" }
          : { ...common, kind: "http", scheme };
    }
    case "apiKey": {
      const place = (["header", "query", "cookie"] as const).find((one) => one === member(value, "in"));
      const wire = text(member(value, "name"));
      return place === undefined || wire === null ? null : { ...common, kind: "apiKey", in: place, wire };
    }
    case "oauth2":
      return { ...common, kind: "oauth2", flows: lowerFlows(scope, source) };
    case "openIdConnect":
      return { ...common, kind: "openIdConnect", url: text(member(value, "openIdConnectUrl")) ?? "" };
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
    const url = (name: string): string | null => (isObject(flow.value) ? text(member(flow.value, name)) : null);
    return [
      {
        kind,
        tokenUrl: url("tokenUrl"),
        authorizationUrl: url("authorizationUrl"),
        refreshUrl: url("refreshUrl"),
        scopes: entries(member(flow.value, "scopes")).map(([name, description]) => [name, String(description)] as const),
        tokenFields: lowerTokenFields(scope, flow),
      },
    ];
  });
}

/** x-speakeasy-token-endpoint-additional-properties: { audience: { type: string } } */
function lowerTokenFields(scope: Scope, flow: Located): readonly TokenField[] {
  return children(childObject(flow, "x-speakeasy-token-endpoint-additional-properties")).map(([wire, schema]) => {
    const { docs, default: byDefault, example } = slotFacts(scope, schema);
    return { origin: schema.origin, wire, docs, default: byDefault, example };
  });
}
