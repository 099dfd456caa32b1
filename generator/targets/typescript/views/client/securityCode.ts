import { snakeCase } from "../../../../codegen/casing.js";
import { alternativesSaid, type Plain } from "../../../../codegen/descriptor.js";
import { arrayCode, type Code, objectCode } from "../../../../codegen/layout.js";
import type { Credential, Credentials } from "../../../../codegen/plan/plan.js";
import type { Imports } from "../../imports.js";
import type { TypeScriptPlan } from "../../plan.js";
import { propertyKey, stringLiteral } from "../../text.js";

/** `{ schemes: { accessToken: { kind: "bearer", env: "ACME_ACCESS_TOKEN" } }, alternatives: [{ accessToken: [] }] }` */
export function securityCode({ schemes, alternatives }: Credentials, plan: TypeScriptPlan, imports: Imports): Code {
  const entries = schemes.map((one) => [propertyKey(one.name), schemeCode(one, envCode(plan, one), imports)] as const);
  const renamed = schemes.flatMap(({ name, option }) =>
    option === null || option === name ? [] : [[propertyKey(name), stringLiteral(option)] as const],
  );
  return objectCode([
    ["schemes", objectCode(entries)],
    ...(renamed.length === 0 ? [] : [["options", objectCode(renamed)] as const]),
    ["alternatives", plainCode(alternativesSaid(alternatives))],
  ]);
}

/** `[{ oauth: ["read"], key: [] }, {}]` */
export function plainCode(said: Plain): Code {
  switch (said.kind) {
    case "text":
      return stringLiteral(said.text);
    case "number":
    case "flag":
      return String(said.value);
    case "list":
      return arrayCode(said.items.map(plainCode));
    case "table":
      return objectCode(said.entries.map(([name, one]) => [propertyKey(name), plainCode(one)] as const));
  }
}

/** The variable that stands in for a credential: one, or one for each of its parts. */
export function envVariable(plan: TypeScriptPlan, name: string): string | null {
  const { envPrefix } = plan.options;
  return envPrefix === null ? null : `${envPrefix}_${snakeCase(name)}`.toUpperCase();
}

function envCode(plan: TypeScriptPlan, { variables, model }: Credential): Code | null {
  const [first = null, ...others] = variables.map((name) => envVariable(plan, name));
  if (first === null) return null;
  if (model === null) return stringLiteral(first);
  return arrayCode(
    model.fields.map((part, i) =>
      objectCode([
        ["part", stringLiteral(part.name)],
        ["variable", stringLiteral([first, ...others][i] ?? "")],
        ...(part.required ? [] : [["optional", "true"] as const]),
      ]),
    ),
  );
}

function schemeCode({ scheme, model, tokenUrl }: Credential, env: Code | null, imports: Imports): Code {
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
      if (tokenUrl === null || model === null) return withEnv([["kind", '"bearer"']]);
      const create = imports.value("lib/clientcredentials.ts", "clientCredentials");
      const fields = objectCode(model.fields.map(({ slot, name }) => [propertyKey(slot.wire), stringLiteral(name)] as const));
      return {
        open: `${create}(`,
        items: [fields, stringLiteral(tokenUrl), ...(env === null ? [] : [env])].map((code) => ({ label: "", code })),
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
