import type { Server } from "../../ir/security.js";
import { isRelative, serversOf } from "./serversOf.js";

const server = (url: string, name: string | null = null, variables: Readonly<Record<string, string>> = {}): Server => ({
  address: `server:${url}` as Server["address"],
  origin: "0#" as Server["origin"],
  name,
  url,
  docs: { summary: null, description: null, link: null, deprecated: null },
  variables: Object.entries(variables).map(([wire, value]) => ({
    wire,
    naming: { trail: [], override: null },
    default: value,
    values: [],
    docs: { summary: null, description: null, link: null, deprecated: null },
  })),
});

test.each([
  [[], "always", 0],
  [["/"], "always", 0],
  [["/api/v3"], "always", 1],
  [["/", "/beta"], "always", 2],
  [["/api", "https://api.test"], "byDefault", 2],
  [["https://api.test", "/api"], "never", 2],
  [["{endpoint}/v1"], "byDefault", 1],
  [["/{version}", "{endpoint}"], "byDefault", 2],
  [["/{version}"], "always", 1],
] as const)("servers %j: a host is needed %s", (urls, needsHost, count) => {
  const choice = serversOf({ servers: urls.map((url) => server(url)) });
  expect([choice.needsHost, choice.servers.length]).toEqual([needsHost, count]);
});

test("a server is relative when its address has no scheme once its variables are filled in", () => {
  expect(isRelative(server("{scheme}://{host}", null, { scheme: "https", host: "api.test" }))).toBe(false);
  expect(isRelative(server("{base}/v1", null, { base: "https://api.test" }))).toBe(false);
  expect(isRelative(server("//api.test/v1"))).toBe(true);
  expect(isRelative(server("/{version}", null, { version: "v1" }))).toBe(true);
});

test("servers go by name where each has one of its own", () => {
  const by = (...names: (string | null)[]) => serversOf({ servers: names.map((name) => server("https://api.test", name)) }).by;
  expect([by("live", "test"), by("live", null), by("live", "live"), by("")]).toEqual(["name", "position", "position", "position"]);
});
