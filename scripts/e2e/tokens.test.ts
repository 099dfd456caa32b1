import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../generator/ir/json.js";
import type { Call, Outcome } from "./call.js";
import { drive, type Mode } from "./drive.js";
import { compile, pythonOf, root, work } from "./places.js";
import { planCall, resourcesOf } from "./planCalls.js";
import { startProxy, type ValidatingProxy } from "./proxy.js";
import { record, type Server } from "./recorder.js";
import { readMap, type SdkMap } from "./sdkMap.js";
import { tokenUpstream } from "./tokenUpstream.js";

/** What a call is given, by wire name, and how its result is read. */
interface Step {
  readonly operation: "list" | "create" | "update" | "delete";
  readonly arguments?: { readonly [wire: string]: Json };
  readonly body?: Json;
  readonly options?: Partial<Pick<Call, "take" | "timeoutMs" | "retries" | "silence">>;
  /** The credential, which decides how the server behaves. */
  readonly token?: string;
}

const id = "00000000-0000-4000-8000-000000000001";
const patience = { initial: 500, max: 5000, exponent: 2, budget: 10_000, connection: false };
const steps: { readonly [name: string]: Step } = {
  pages: { operation: "list", arguments: { limit: 2, sorting: ["-created_at", "comment"] }, options: { take: "pages" } },
  items: { operation: "list", arguments: { limit: 2, organization_id: [id, id] }, options: { take: "items" } },
  create: { operation: "create", body: { comment: "for a test", scopes: ["openid", "orders:read"], expires_in: "P30D" } },
  update: { operation: "update", arguments: { id }, body: { comment: "renamed" } },
  delete: { operation: "delete", arguments: { id } },
  invalid: { operation: "create", body: { comment: "", scopes: [] } },
  retried: { operation: "update", arguments: { id }, body: { comment: "again" }, options: { retries: patience }, token: "flaky" },
  late: { operation: "list", options: { timeoutMs: 300, silence: true }, token: "silent" },
  refused: { operation: "list", token: "wrong" },
};

const document = join(root, "specs/organization-access-tokens/openapi.yaml");
const output = join(root, "output/organization-access-tokens");
const python = pythonOf();
const built = (folder: string) => existsSync(join(output, folder));

describe("the token API through a proxy that compares all traffic with the document", () => {
  let upstream: Server;
  let proxy: ValidatingProxy;
  beforeAll(async () => {
    upstream = await record(tokenUpstream);
    proxy = await startProxy(document, upstream.url);
  });
  afterAll(async () => {
    await proxy?.close();
    await upstream?.close();
  });

  const modes: readonly Mode[] = ["class", "function", ...(python === null ? [] : (["sync", "async"] as const))];
  test.each(modes)("is called by %s", async (mode) => {
    const isPython = mode === "sync" || mode === "async";
    const sdk = isPython ? "python" : "typescript";
    expect(built(sdk)).toBe(true);
    const folder = isPython ? join(output, sdk) : join(work, "tokens");
    if (mode === "class") expect(compile(join(output, sdk), folder)).toEqual([]);
    const map = readMap(join(output, "json"), sdk);
    const calls = Object.entries(steps).map(([name, step]) => callOf(`${mode}-${name}`, step, map));
    const outcomes = await drive(
      isPython ? (python ?? "") : process.execPath,
      mode,
      folder,
      { url: proxy.url, server: upstream.url },
      calls,
    );
    check(new Map(outcomes.map((outcome) => [outcome.id.slice(mode.length + 1), outcome])), mode, upstream);
    expect(proxy.violations).toEqual([]);
  });
});

function callOf(name: string, step: Step, map: SdkMap): Call {
  const [api] = map.apis;
  const operation = api?.operations.find((one) => one.naming.override === step.operation);
  if (api === undefined || operation === undefined) throw new Error(`no operation ${step.operation}`);
  const given = operation.parameters.flatMap(({ address, wire }) => {
    const value = step.arguments?.[wire];
    return value === undefined ? [] : [{ slot: address, value }];
  });
  const body = step.body === undefined ? null : { mediaType: "application/json", value: step.body };
  const { call } = planCall(
    api,
    operation,
    { name, from: "lock", arguments: given, body },
    resourcesOf(api, map).get(operation.id) ?? [],
    map,
  );
  const credentials = Object.fromEntries(Object.keys(call.credentials).map((key) => [key, step.token ?? "good"]));
  return { ...call, ...step.options, id: name, credentials };
}

/** Names of properties differ between languages, their letters do not. */
function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => {
    if (typeof found !== "object" || found === null) return undefined;
    const plain = (name: string) => name.replaceAll("_", "").toLowerCase();
    return Object.entries(found).find(([name]) => plain(name) === plain(String(key)))?.[1];
  }, value);
}

function check(outcomes: ReadonlyMap<string, Outcome>, mode: Mode, upstream: Server): void {
  const value = (name: string): Json => {
    const outcome = outcomes.get(name);
    if (outcome?.value === undefined) throw new Error(`${name} failed: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
  const sent = (name: string) => upstream.requests.filter((request) => request.headers["x-call"] === `${mode}-${name}`);
  const listed = (items: Json | undefined) => (Array.isArray(items) ? items.map((item: Json) => at(item, "comment")) : items);

  const pages = value("pages");
  expect(Array.isArray(pages) ? pages.map((page: Json) => listed(at(page, "items"))) : pages).toEqual([
    ["token 1", "token 2"],
    ["token 3", "token 4"],
    ["token 5"],
  ]);
  expect(sent("pages").map(({ url }) => new URL(url, "http://x").searchParams.toString().replaceAll("%2D", "-"))).toEqual(
    [1, 2, 3].map((page) => expect.stringContaining(`page=${page}`)),
  );
  expect(new URL(sent("pages")[2]?.url ?? "", "http://x").searchParams.getAll("sorting")).toEqual(["-created_at", "comment"]);
  expect(listed(value("items"))).toEqual(["token 1", "token 2", "token 3", "token 4", "token 5"]);
  expect(new URL(sent("items")[1]?.url ?? "", "http://x").searchParams.getAll("organization_id")).toEqual([id, id]);

  expect(at(value("create"), "token")).toBe("secret");
  expect(at(value("create"), "organizationAccessToken", "comment")).toBe("for a test");
  expect(JSON.parse(sent("create")[0]?.body ?? "")).toEqual(steps.create?.body);
  expect(at(value("update"), "comment")).toBe("renamed");
  expect(JSON.parse(sent("update")[0]?.body ?? "")).toEqual({ comment: "renamed" });
  expect(value("delete")).toBeNull();
  expect(sent("delete")).toHaveLength(1);

  const invalid = outcomes.get("invalid")?.error;
  expect(invalid).toMatchObject({ kind: "status", name: "HTTPValidationError", status: 422 });
  expect(at(invalid?.data, "detail", 0)).toMatchObject({ loc: ["body", "comment"], msg: "must not be empty", type: "value_error" });
  expect(at(value("retried"), "comment")).toBe("again");
  expect(sent("retried")).toHaveLength(2);
  expect(outcomes.get("retried")?.waits).toEqual([500]);
  expect(outcomes.get("late")?.error).toMatchObject({ kind: "timeout" });
  expect(outcomes.get("refused")?.error).toMatchObject({ kind: "status", name: "SDKError", status: 401 });
}
