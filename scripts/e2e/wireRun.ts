import { join } from "node:path";
import type { Json } from "../../generator/ir/json.js";
import { wireSdks } from "../lib/wireSdks.mjs";
import type { Call, Outcome } from "./call.js";
import { drive } from "./drive.js";
import type { Way } from "./languages.js";
import { planCall, resourcesOf } from "./planCalls.js";
import { type Recorded, type Reply, record } from "./recorder.js";
import { readMap, type SdkMap } from "./sdkMap.js";
import { type Credentials, partsOf } from "./sessionCase.js";
import type { WireCase } from "./wireCase.js";

/** What was seen of one case in one language. */
export interface Seen {
  readonly requests: readonly SeenRequest[];
  readonly outcome: Outcome | undefined;
}

export interface SeenRequest extends Recorded {
  readonly host: "sdk" | "other";
}

/** The name of an SDK in sdks.yaml. */
export function sdkName(language: string, sdk: WireCase["sdk"]): string {
  return sdk === undefined ? language : `${language}-${sdk}`;
}

/** Calls all cases in one language, one after the other; `x-call`, the number of the case, tells the server which one it sees. */
export async function runCases(way: Way, ready: ReadonlyMap<string, string>, cases: readonly WireCase[]): Promise<readonly Seen[]> {
  const seen: Seen[] = cases.map(() => ({ requests: [], outcome: undefined }));
  for (const sdk of [undefined, "variant"] as const) {
    const chosen = cases.flatMap((one, index) => (one.sdk === sdk ? [{ one, index }] : []));
    const name = sdkName(way.language.name, sdk);
    const results = await runSdk(
      way,
      ready.get(name) ?? "",
      readMap(join(wireSdks("."), "sdk/json"), name),
      chosen.map(({ one }) => one),
    );
    chosen.forEach(({ index }, i) => {
      seen[index] = results[i] ?? { requests: [], outcome: undefined };
    });
  }
  return seen;
}

/** The cases of one SDK, which stands ready in a folder. */
export async function runSdk({ mode, command }: Way, folder: string, map: SdkMap, cases: readonly WireCase[]): Promise<readonly Seen[]> {
  const log: { readonly number: string; readonly request: SeenRequest }[] = [];
  const addresses = { sdk: "", other: "" };
  const answer =
    (host: "sdk" | "other") =>
    (request: Recorded): Reply => {
      // Calls follow each other: a request without a number belongs to the one before it.
      const number = request.headers["x-call"] ?? log.at(-1)?.number ?? "";
      const earlier = log.filter((other) => other.number === number).length;
      log.push({ number, request: { ...request, host } });
      return replyOf(cases[Number(number)]?.replies, earlier, addresses);
    };
  const server = await record(answer("sdk"));
  const other = await record(answer("other"));
  Object.assign(addresses, { sdk: server.url, other: other.url });
  try {
    const calls = cases.map((one, i): Call => ({ ...callOf(one, map), id: String(i) }));
    const outcomes = await drive(command, mode, folder, { url: server.url, server: server.url }, calls);
    return cases.map((_, i) => ({
      requests: log.filter(({ number }) => number === String(i)).map(({ request }) => request),
      outcome: outcomes.find(({ id }) => id === String(i)),
    }));
  } finally {
    await server.close();
    await other.close();
  }
}

function callOf({ name, call, replies = [] }: WireCase, map: SdkMap): Call {
  const [api] = map.apis;
  const operation = api?.operations.find(({ id }) => id === call.operation);
  if (api === undefined || operation === undefined) throw new Error(`no operation ${call.operation}`);
  const given = Object.entries(call.arguments ?? {}).map(([wire, value]) => {
    const parameter = operation.parameters.find((one) => one.wire === wire || `${one.in}:${one.wire}` === wire);
    if (parameter === undefined) throw new Error(`${call.operation} has no parameter ${wire}`);
    return { slot: parameter.address, value };
  });
  const body = call.body === undefined ? null : { value: call.body };
  const resource = resourcesOf(api, map).get(operation.id) ?? [];
  const planned = planCall(api, operation, { name, arguments: given, body }, resource, map);
  const held = Object.entries(call.client ?? {}).map(([wire, value]) => {
    const option = map.nameOf(api.globals.find((one) => one.wire === wire)?.address ?? "");
    if (option === null) throw new Error(`the client holds no ${wire}`);
    return [option, value] as const;
  });
  const credentials = call.security === undefined ? {} : credentialsOf(call.security, operation.address, map);
  const { take = "value", headers = {}, timeoutMs = null, retries = null, server = "call", chance = 1 } = call;
  const silence = replies.includes("silence");
  return { ...planned.call, ...credentials, take, headers, timeoutMs, retries, server, chance, silence, client: Object.fromEntries(held) };
}

/** Credentials go to the client; to the call where only that takes them. */
function credentialsOf(given: Credentials, operation: string, map: SdkMap): Pick<Call, "credentials" | "security"> {
  const named = (owner: string): { readonly [name: string]: Json } =>
    Object.fromEntries(
      Object.entries(given).flatMap(([scheme, value]) => {
        const name = map.nameOf(`${owner}/property:${scheme}`);
        return name === null ? [] : [[name, partsOf(map, scheme, value, "")] as const];
      }),
    );
  const own = named(`${operation}/security`);
  return { credentials: named("security"), security: Object.keys(own).length === 0 ? null : own };
}

/** What a server says to the n-th request. */
export function replyOf(replies: WireCase["replies"], index: number, addresses: { readonly sdk: string; readonly other: string }): Reply {
  const reply = (replies ?? [{ status: 204 }])[index] ?? null;
  if (reply === null || reply === "silence") return reply;
  const named = (text: string): string => text.replaceAll("{other}", addresses.other).replaceAll("{sdk}", addresses.sdk);
  const { status, json, parts = [], cut = false } = reply;
  const headers = Object.fromEntries(Object.entries(reply.headers ?? {}).map(([name, value]) => [name, named(value)]));
  if (json === undefined) return { status, headers, parts, cut };
  return { status, headers: { "content-type": "application/json", ...headers }, parts: [named(textOf(json))] };
}

function textOf(json: Json): string {
  return JSON.stringify(json);
}
