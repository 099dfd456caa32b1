import { lowerText } from "../../../scripts/testing/lowerText.js";
import { style } from "../../../scripts/testing/nameText.js";
import { buildSurface } from "./buildSurface.js";
import type { CallStyle } from "./callStyle.js";
import type { Alternatives } from "./surface.js";

/** The surface of one operation `a`, under the document's own security. */
function surfaceOf(security: string, own: string, calls: Partial<CallStyle> = {}) {
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
  return buildSurface(api, { ...style, ...calls });
}

const plain = (alternatives: Alternatives) => alternatives.map((uses) => uses.map(({ scheme, scopes }) => [scheme, ...scopes].join(" ")));

test("alternatives stand in the document's order, with the scopes of OAuth 2, without what the connection proves", () => {
  const { security } = surfaceOf("[{client: [b, a], token: [role]}, {mutual: [], login: []}, {person: []}, {}]", "");
  expect(security.kind === "none" ? null : plain(security.alternatives)).toEqual([["client b a", "token"], ["login"], ["person"], []]);
});

test("the client holds every scheme; what nothing requires comes last, what is not declared is left out", () => {
  const { security, methods } = surfaceOf("[{token: []}, {nowhere: [], login: []}]", "security: [{login: []}, {token: [], client: [a]}],");
  expect(security.kind === "flattened" ? security.schemes.map(({ id }) => id) : null).toEqual(["token", "login", "person", "client"]);
  expect(security.kind === "none" ? null : plain(security.alternatives)).toEqual([["token"], ["person"]]);
  const method = methods[0]?.security;
  expect(method?.kind === "client" && method.alternatives !== null ? plain(method.alternatives) : null).toEqual([
    ["login"],
    ["token", "client a"],
  ]);
});

test.each([["security: [],"], ["security: [{}],"], ["security: [{mutual: []}],"]])("an operation that takes none: %s", (own) => {
  expect(surfaceOf("[{token: []}]", own).methods[0]?.security.kind).toBe("none");
});

test("a document that requires nothing", () => {
  const { security } = surfaceOf("[]", "");
  expect(security.kind === "none" ? null : plain(security.alternatives)).toEqual([["token"], ["login"], ["person"], ["client"]]);
});

test.each([
  ["", null],
  ["security: [{client: [read]}, {login: []}, {token: []}, {person: []}],", null],
  ["security: [{client: [write]}],", [["client write"]]],
])("an operation asks for its own scopes of the client's credentials: %s", (own, expected) => {
  const method = surfaceOf("[{client: [read]}, {login: []}, {token: []}, {person: []}]", own).methods[0]?.security;
  expect(method?.kind === "client" ? (method.alternatives === null ? null : plain(method.alternatives)) : undefined).toEqual(expected);
});

test("in the style of older SDKs a call takes an operation's own credentials", () => {
  const { security, methods } = surfaceOf("[{token: []}]", "security: [{person: [edit]}, {token: []}],", { operationSecurity: "argument" });
  expect(security.kind === "flattened" ? security.schemes.map(({ id }) => id) : null).toEqual(["token"]);
  const method = methods[0]?.security;
  expect(method?.kind === "own" ? plain(method.alternatives) : null).toEqual([["person edit"], ["token"]]);
});

test("a credential with parts has a type", () => {
  const { types, security } = surfaceOf("[{client: []}]", "");
  const found = types.flatMap(({ role, type }) => (role === "credential" && type.kind === "object" ? [type] : []));
  expect(security.kind).toBe("flattened");
  expect(found.map(({ id, fields }) => [id, fields.map(({ wire, default: value }) => [wire, value?.value ?? null])])).toEqual([
    [
      "scheme:login/credential",
      [
        ["username", null],
        ["password", null],
      ],
    ],
    [
      "scheme:client/credential",
      [
        ["client_id", null],
        ["client_secret", null],
        ["token_url", "/token"],
        ["audience", null],
      ],
    ],
  ]);
});
