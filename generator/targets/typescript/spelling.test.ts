import { typescriptSpelling } from "./spelling.js";

const spelling = typescriptSpelling({ properties: "camel", fixedErrors: ["SDKError"], fileNames: "kebab" });

describe("typescriptSpelling", () => {
  test.each([
    [["organization_access_tokens:list", "Request"], "OrganizationAccessTokensListRequest"],
    [["HTTPValidationError"], "HTTPValidationError"],
    [["tax_id"], "TaxId"],
    [["3d_secure"], "ThreeDSecure"],
    [["Error"], "ErrorT"],
    [["→"], "Type"],
  ])("type %j is %s", (parts, expected) => expect(spelling.type(parts)).toBe(expected));

  test.each([
    ["organization_id", "organizationId"],
    ["GMRequest", "gMRequest"],
    ["OAuth2ClientConfiguration", "oAuth2ClientConfiguration"],
    ["pkce_s256_required", "pkceS256Required"],
    ["URL", "url"],
    ["$ref", "dollarRef"],
    ["made at", "madeAt"],
    ["2fa", "twoFa"],
    ["b c", "bC"],
    ["", "property"],
  ])("property %j is %s", (key, expected) => expect(spelling.field(key, false)).toBe(expected));

  test("an abbreviation alone at the front of a group is small", () => {
    expect(spelling.attribute("JWK Set Endpoint")).toBe("jwkSetEndpoint");
    expect(spelling.attribute("customer-portal")).toBe("customerPortal");
  });

  test.each([
    ["-created_at", "MinusCreatedAt"],
    ["", "Unknown"],
    ["on/off", "OnOff"],
    [21, "TwentyOne"],
    [-1, "MinusOne"],
    ["!", "Value"],
  ])("member %j is %s", (value, expected) => expect(spelling.member(value, null)).toBe(expected));

  test("other ways to write properties", () => {
    expect(typescriptSpelling({ properties: "snake", fixedErrors: [], fileNames: "kebab" }).field("madeAt", false)).toBe("made_at");
    expect(typescriptSpelling({ properties: "preserve", fixedErrors: [], fileNames: "kebab" }).field("made at", false)).toBe("made at");
  });
});
