import { snakeCase } from "../../../codegen/casing.js";
import { credentialOf } from "../../../codegen/surface/credentialOf.js";
import type { SecurityScheme } from "../../../ir/security.js";
import type { Imports } from "../imports.js";
import { arrayCode, type Code, objectCode } from "../layout.js";
import type { TsAlternatives, TsCredentials, TypeScriptPlan } from "../plan.js";
import { propertyKey, stringLiteral } from "../text.js";
import type { CredentialPart } from "../tsType.js";

/** `{ schemes: { accessToken: { kind: "bearer", env: "ACME_ACCESS_TOKEN" } }, alternatives: [{ accessToken: [] }] }` */
export function securityCode({ schemes, alternatives }: TsCredentials, plan: TypeScriptPlan, imports: Imports): Code {
  const entries = schemes.map(({ name, scheme, type }) => {
    const parts = type.kind === "credential" ? type.parts : null;
    return [propertyKey(name), schemeCode(scheme, parts, envCode(plan, name, parts), imports)] as const;
  });
  return objectCode([
    ["schemes", objectCode(entries)],
    ["alternatives", alternativesCode(alternatives)],
  ]);
}

/** `[{ oauth: ["read"], key: [] }, {}]` */
export function alternativesCode(alternatives: TsAlternatives): Code {
  return arrayCode(
    alternatives.map((uses) =>
      objectCode(uses.map(({ name, scopes }) => [propertyKey(name), arrayCode(scopes.map(stringLiteral))] as const)),
    ),
  );
}

/** The variable that stands in for a credential: one, or one for each of its parts. */
export function envVariable(plan: TypeScriptPlan, name: string): string | null {
  const { envPrefix } = plan.options;
  return envPrefix === null ? null : `${envPrefix}_${snakeCase(name)}`.toUpperCase();
}

function envCode(plan: TypeScriptPlan, name: string, parts: readonly CredentialPart[] | null): Code | null {
  const one = envVariable(plan, name);
  if (one === null) return null;
  if (parts === null) return stringLiteral(one);
  return arrayCode(
    parts.map((part) =>
      objectCode([
        ["part", stringLiteral(part.name)],
        ["variable", stringLiteral(envVariable(plan, part.name) ?? "")],
        ...(part.required ? [] : [["optional", "true"] as const]),
      ]),
    ),
  );
}

function schemeCode(scheme: SecurityScheme, parts: readonly CredentialPart[] | null, env: Code | null, imports: Imports): Code {
  const withEnv = (entries: readonly (readonly [string, Code])[]): Code =>
    objectCode([...entries, ...(env === null ? [] : ([["env", env]] as const))]);
  switch (scheme.kind) {
    case "bearer":
    case "openIdConnect":
      return withEnv([["kind", '"bearer"']]);
    case "basic":
      return withEnv([["kind", '"basic"']]);
    case "http":
      return withEnv([
        ["kind", '"http"'],
        ["scheme", stringLiteral(scheme.scheme)],
      ]);
    case "apiKey":
      return withEnv([
        ["kind", '"apiKey"'],
        ["in", stringLiteral(scheme.in)],
        ["name", stringLiteral(scheme.wire)],
      ]);
    case "oauth2": {
      const credential = credentialOf(scheme);
      if (credential.kind !== "client" || parts === null) return withEnv([["kind", '"bearer"']]);
      const create = imports.value("lib/clientcredentials.ts", "clientCredentials");
      const fields = objectCode(parts.map(({ name, wire }) => [propertyKey(wire), stringLiteral(name)] as const));
      return {
        open: `${create}(`,
        items: [fields, stringLiteral(credential.tokenUrl ?? ""), ...(env === null ? [] : [env])].map((code) => ({ label: "", code })),
        close: ")",
        spaced: false,
        broken: false,
      };
    }
    case "mutualTls":
    case "custom":
      // The connection, or a hook of the user's, does the work.
      return withEnv([
        ["kind", '"custom"'],
        ["apply", "() => null"],
      ]);
  }
}
