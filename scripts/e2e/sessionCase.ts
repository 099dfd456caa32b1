import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import type { Api } from "../../generator/ir/api.js";
import type { Json } from "../../generator/ir/json.js";
import type { Operation } from "../../generator/ir/operation.js";
import { root } from "./places.js";
import { resourcesOf } from "./planCalls.js";
import type { Recorded } from "./recorder.js";
import type { SdkMap } from "./sdkMap.js";
import type { Session, Step } from "./session.js";

/** One entry of specs/wire/<name>/cases.yaml: a client, what is done with it, and the requests that come of it. Everything goes by the names of the document. */
export interface SessionCase {
  readonly name: string;
  readonly client: {
    /** By the names of security schemes. */
    readonly security?: Credentials;
    /** The same, each as an option of the client. */
    readonly options?: Credentials;
    /** "{host}" is the server of the case, which is the default; null: none is given. */
    readonly serverURL?: string | null;
    readonly server?: string | number;
    readonly variables?: { readonly [name: string]: string };
  };
  readonly env?: { readonly [variable: string]: string };
  readonly steps: readonly CaseStep[];
  /** Of a request the first rule that fits answers; without one 204. */
  readonly replies?: readonly Rule[];
  /** All requests in order: what is written of each is compared. */
  readonly requests?: readonly ExpectedRequest[];
  /** All requests in order, by path. */
  readonly paths?: readonly string[];
  /** How many requests arrive at a path, where their order is open. */
  readonly counts?: { readonly [path: string]: number };
}

/** A text, or the parts of a credential. */
export interface Credentials {
  readonly [scheme: string]: string | { readonly [part: string]: string };
}

type CaseStep =
  | {
      readonly call: string;
      readonly together?: number;
      readonly body?: { readonly [field: string]: Json };
      readonly security?: Credentials;
      readonly serverURL?: string;
      readonly headers?: { readonly [name: string]: string };
      /** A part of what the error says. */
      readonly error?: string;
    }
  | { readonly turn: number }
  | { readonly client: "new" };

interface Rule {
  readonly path: string;
  readonly authorization?: string;
  /** How many requests it answers at most. */
  readonly times?: number;
  readonly status?: number;
  readonly json?: Json;
  /** Where a redirect leads; "{other}" is the same server under another origin. */
  readonly location?: string;
}

interface ExpectedRequest {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: { readonly [name: string]: string };
  /** Headers that are not sent. */
  readonly absent?: readonly string[];
  readonly form?: string;
  /** The whole Content-Type. */
  readonly type?: string;
  readonly json?: Json;
}

/** Folders of specs/wire that hold a document with sessions. */
export function sessionFolders(): readonly string[] {
  const folder = join(root, "specs/wire");
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, "cases.yaml")));
}

export function readSessionCases(name: string): readonly SessionCase[] {
  return load(readFileSync(join(root, "specs/wire", name, "cases.yaml"), "utf8"), { schema: CORE_SCHEMA }) as readonly SessionCase[];
}

/** A case in the names of one SDK; `host` is its server. */
export function sessionOf(one: SessionCase, id: string, host: string, map: SdkMap): Session {
  const [api] = map.apis;
  if (api === undefined) throw new Error("the map holds no document");
  const { security = {}, options = {}, serverURL = "{host}", server = null, variables = {} } = one.client;
  const at = (url: string | null): string | null => url?.replace("{host}", host) ?? null;
  const named = (given: Credentials, prefix: string): { [field: string]: Json } =>
    Object.fromEntries(
      Object.entries(given).map(([scheme, value]) => [nameAt(map, `${prefix}:${scheme}`), partsOf(map, scheme, value, host)]),
    );
  const fields = (given: Credentials, owner: string): { [field: string]: Json } => named(given, `${owner}/property`);
  const steps = one.steps.map((step): Step => {
    if ("turn" in step) return { kind: "turn", seconds: step.turn };
    if ("client" in step) return { kind: "client" };
    const operation = operationOf(api, step.call);
    return {
      kind: "call",
      times: step.together ?? 1,
      resource: resourcesOf(api, map).get(operation.id) ?? [],
      method: nameAt(map, operation.address),
      function: map.nameOf(`${operation.address}/function`),
      body: step.body ?? null,
      security: step.security === undefined ? null : fields(step.security, `${operation.address}/security`),
      serverURL: at(step.serverURL ?? null),
      headers: step.headers ?? {},
    };
  });
  return {
    id,
    client: {
      security: fields(security, "security"),
      options: named(options, "client/option:credential"),
      serverURL: at(serverURL),
      server,
      variables,
    },
    env: one.env ?? {},
    steps,
  };
}

/** What each call of a case must raise: a part of the message, or null. */
export function expectedErrors({ steps }: SessionCase): readonly (string | null)[] {
  return steps.flatMap((step) => ("call" in step ? Array.from({ length: step.together ?? 1 }, () => step.error ?? null) : []));
}

/** The rule that answers a request, given those before it. */
export function ruleFor(rules: readonly Rule[], request: Recorded, before: readonly Recorded[]): Rule | undefined {
  const used = new Map<Rule, number>();
  const next = (one: Recorded): Rule | undefined => {
    const rule = rules.find(
      (candidate) => fits(candidate, one) && (used.get(candidate) ?? 0) < (candidate.times ?? Number.POSITIVE_INFINITY),
    );
    if (rule !== undefined) used.set(rule, (used.get(rule) ?? 0) + 1);
    return rule;
  };
  for (const one of before) next(one);
  return next(request);
}

function fits({ path, authorization }: Rule, { url, headers }: Recorded): boolean {
  return url.split("?")[0] === path && (authorization === undefined || headers.authorization === authorization);
}

function operationOf(api: Api, id: string): Operation {
  const operation = api.operations.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  return operation;
}

/** A credential by the names of its parts. */
export function partsOf(map: SdkMap, scheme: string, value: Credentials[string], host: string): Json {
  if (typeof value === "string") return value;
  const owner = `scheme:${scheme}/credential`;
  return Object.fromEntries(
    Object.entries(value).map(([part, text]) => [nameAt(map, `${owner}/property:${part}`), text.replace("{host}", host)]),
  );
}

function nameAt(map: SdkMap, address: string): string {
  const name = map.nameOf(address);
  if (name === null) throw new Error(`the name map has nothing at ${address}`);
  return name;
}
