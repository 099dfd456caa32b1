import { assertNever } from "sdksmith/target";
import { oneLine } from "./text.js";
import { encode } from "./wire.js";

/** @import { Api, Names, Operation, Security, SecurityScheme } from "sdksmith/target" */

/** What the chosen credentials add to a request: the first way in that the document lists and that is not anonymous. @param {Security} security @param {Api} api @param {Names} names */
export function credentialsOf(security, api, names) {
  const added = schemesOf(security, api).map((scheme) => ({ scheme, ...addedBy(scheme, names.of(scheme.address)) }));
  return {
    headers: added.flatMap(({ headers }) => headers ?? []),
    query: added.flatMap(({ query }) => query ?? []),
    cookies: added.flatMap(({ cookies }) => cookies ?? []),
    comments: added.flatMap(({ variables, scheme }) =>
      variables.length > 0 ? [] : [`# Needs the credential ${oneLine(scheme.id)}, which this format cannot say.`],
    ),
  };
}

/** The variables of all credentials in a file, empty for people to fill in. @param {Api} api @param {readonly Operation[]} operations @param {Names} names */
export function variablesOf(api, operations, names) {
  const schemes = new Set(operations.flatMap(({ security }) => schemesOf(security ?? api.security, api)));
  return [...schemes].flatMap((scheme) =>
    addedBy(scheme, names.of(scheme.address)).variables.map((name) => ({ name, value: `<${name}>` })),
  );
}

/** @param {Security} security @param {Api} api @returns {readonly SecurityScheme[]} */
function schemesOf(security, api) {
  const chosen = security.find((uses) => uses.length > 0) ?? [];
  return chosen.flatMap((use) => api.schemes.find(({ id }) => id === use.scheme) ?? []);
}

/**
 * bearer "token"      →  { variables: ["token"], headers: ["Authorization: Bearer {{token}}"] }
 *
 * @param {SecurityScheme} scheme @param {string} name
 * @returns {{ variables: readonly string[], headers?: readonly string[], query?: readonly string[], cookies?: readonly string[] }}
 */
function addedBy(scheme, name) {
  const value = `{{${name}}}`;
  switch (scheme.kind) {
    case "bearer":
    case "oauth2":
    case "openIdConnect":
      return { variables: [name], headers: [`Authorization: Bearer ${value}`] };
    case "basic":
      return {
        variables: [`${name}Username`, `${name}Password`],
        headers: [`Authorization: Basic {{${name}Username}} {{${name}Password}}`],
      };
    case "http":
      return { variables: [name], headers: [`Authorization: ${oneLine(scheme.scheme)} ${value}`] };
    case "apiKey":
      if (scheme.in === "query") return { variables: [name], query: [`${encode(scheme.wire)}=${value}`] };
      if (scheme.in === "cookie") return { variables: [name], cookies: [`${encode(scheme.wire)}=${value}`] };
      return { variables: [name], headers: [`${oneLine(scheme.wire)}: ${value}`] };
    case "mutualTls":
    case "custom":
      return { variables: [] };
  }
  return assertNever(scheme);
}
