import { capitalised, snakeCase, usualSpelling, wordsOf } from "sdksmith/target";

/** @param {string} raw */
function camel(raw) {
  const [first = "request", ...others] = wordsOf(raw.replace(/[^A-Za-z0-9]+/g, " "));
  return [first.toLowerCase(), ...others.map((word) => capitalised(word.toLowerCase()))].join("");
}

/** Empty, or a device on Windows, is no name of a file. @param {string} raw */
function kebab(raw) {
  const name = snakeCase(raw).replaceAll("_", "-").replace(/-$/, "");
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/.test(name) ? `resource-${name}`.replace(/-$/, "") : name;
}

/** Files are called organization-access-tokens.http, requests listTokens, variables accessToken; what else has a name is never printed. */
export const spelling = usualSpelling({
  type: (parts) => parts.map(camel).join("-"),
  resource: (parts) => kebab(parts.join(" ")),
  attribute: kebab,
  method: camel,
  field: camel,
  member: (value) => camel(String(value)),
  resourcesShareTypes: false,
  reserved: { scheme: new Set(["server"]) },
});
