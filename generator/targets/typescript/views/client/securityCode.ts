import { snakeCase } from "../../../../codegen/casing.js";
import { arrayCode, type Code, objectCode } from "../../../../codegen/layout.js";
import type { Credentials } from "../../../../codegen/plan/plan.js";
import type { SecurityScheme } from "../../../../ir/security.js";
import { credentialParts } from "../../credentialText.js";
import type { Imports } from "../../imports.js";
import type { TypeScriptPlan } from "../../plan.js";
import { propertyKey, stringLiteral } from "../../text.js";

/** `{ schemes: { accessToken: { kind: "bearer", env: "ACME_ACCESS_TOKEN" } }, alternatives: [["accessToken"]] }` */
export function securityCode({ schemes, alternatives }: Credentials, plan: TypeScriptPlan, imports: Imports): Code {
  const entries = schemes.map(({ name, scheme }) => {
    const env = envCode(plan, name, credentialParts(scheme)?.map((part) => part.name) ?? null);
    return [propertyKey(name), schemeCode(scheme, env, imports)] as const;
  });
  return objectCode([
    ["schemes", objectCode(entries)],
    ["alternatives", arrayCode(alternatives.map((option) => arrayCode(option.map(({ name }) => stringLiteral(name)))))],
  ]);
}

/** The variable that stands in for a credential: one, or one for each of its parts. */
export function envVariable(plan: TypeScriptPlan, name: string): string | null {
  const { envPrefix } = plan.options;
  return envPrefix === null ? null : `${envPrefix}_${snakeCase(name)}`.toUpperCase();
}

function envCode(plan: TypeScriptPlan, name: string, parts: readonly string[] | null): Code | null {
  const one = envVariable(plan, name);
  if (one === null) return null;
  return parts === null
    ? stringLiteral(one)
    : objectCode(parts.map((part) => [propertyKey(part), stringLiteral(envVariable(plan, part) ?? "")] as const));
}

function schemeCode(scheme: SecurityScheme, env: Code | null, imports: Imports): Code {
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
      const flow = scheme.flows.find(({ kind }) => kind === "clientCredentials");
      if (flow === undefined) return withEnv([["kind", '"bearer"']]);
      const create = imports.value("lib/clientcredentials.ts", "clientCredentials");
      return {
        open: `${create}(`,
        items: [stringLiteral(flow.tokenUrl ?? ""), ...(env === null ? [] : [env])].map((code) => ({ label: "", code })),
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
        ["apply", "() => {}"],
      ]);
  }
}
