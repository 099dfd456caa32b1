import { lowerText } from "../../lower/testing/lowerText.js";
import { style } from "../../naming/testing/nameText.js";
import { buildSurface } from "./buildSurface.js";
import type { Alternatives } from "./surface.js";

/** The surface of one operation `a`, under the document's own security. */
function surfaceOf(security: string, own: string) {
  const { api } = lowerText(`
security: ${security}
paths: {/a: {get: {operationId: a, ${own} responses: {"204": {description: Done.}}}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    login: {type: http, scheme: basic}
    mutual: {type: mutualTLS}
    person: {type: oauth2, flows: {authorizationCode: {authorizationUrl: /a, tokenUrl: /t, scopes: {}}}}
    client:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: /token
          scopes: {}
          x-speakeasy-token-endpoint-additional-properties: {audience: {type: string, example: all}, client_id: {type: string}}
`);
  return buildSurface(api, style);
}

const plain = (alternatives: Alternatives) => alternatives.map((uses) => uses.map(({ scheme, scopes }) => [scheme, ...scopes].join(" ")));

test("alternatives stand in the document's order, with the scopes of OAuth 2, without what the connection proves", () => {
  const { security } = surfaceOf("[{client: [b, a], token: [role]}, {mutual: [], login: []}, {}]", "");
  expect(security.kind === "value" ? plain(security.alternatives) : null).toEqual([["client b a", "token"], ["login"], []]);
});

test.each([
  ["", null],
  ["security: [{client: [read]}],", null],
  ["security: [{client: [write]}],", [["client write"]]],
])("an operation asks for its own scopes of the client's credentials: %s", (own, expected) => {
  const method = surfaceOf("[{client: [read]}]", own).methods[0]?.security;
  expect(method?.kind === "client" ? (method.alternatives === null ? null : plain(method.alternatives)) : undefined).toEqual(expected);
});

test("alternatives of an operation's own credentials", () => {
  const method = surfaceOf("[{token: []}]", "security: [{person: [edit]}, {token: []}],").methods[0]?.security;
  expect(method?.kind === "own" ? plain(method.alternatives) : null).toEqual([["person edit"], ["token"]]);
});

test("a credential with parts has a type", () => {
  const { types, security } = surfaceOf("[{client: []}]", "security: [{login: []}],");
  const found = types.flatMap(({ role, type }) => (role === "credential" && type.kind === "object" ? [type] : []));
  expect(security.kind).toBe("value");
  expect(found.map(({ id, fields }) => [id, fields.map(({ wire, default: value }) => [wire, value?.value ?? null])])).toEqual([
    [
      "scheme:client/credential",
      [
        ["client_id", null],
        ["client_secret", null],
        ["token_url", "/token"],
        ["audience", null],
      ],
    ],
    [
      "scheme:login/credential",
      [
        ["username", null],
        ["password", null],
      ],
    ],
  ]);
});
