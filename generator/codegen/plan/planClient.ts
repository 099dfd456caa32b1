import { constantOf, optionOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type * as ir from "../../ir/security.js";
import type { Client, Global, Method, Model, Resource, Server, ServerVariable } from "./plan.js";
import type { Planning } from "./planning.js";
import { planProperty } from "./planProperty.js";
import { planClientSecurity } from "./planSecurity.js";

export function planClient(
  className: string,
  resources: readonly Resource[],
  methods: readonly Method[],
  globals: readonly Global[],
  modelOf: ReadonlyMap<TypeId, Model>,
  planning: Planning,
): Client {
  const { api } = planning.surface;
  const names = new Set(api.servers.map(({ name }) => name));
  const named = api.servers.length > 0 && names.size === api.servers.length && ![...names].some((name) => name === null || name === "");
  const servers = api.servers.map((server) => planServer(server, named, planning));
  return {
    className,
    title: api.title,
    docs: api.docs,
    resources,
    methods: methods.filter(({ resource }) => resource === null),
    globals,
    security: planClientSecurity(modelOf, planning),
    servers,
    serversBy: named ? "name" : "position",
    variables: mergedVariables(servers.flatMap(({ variables }) => variables)),
    showcase: methods.find(({ id }) => id === api.showcase) ?? null,
  };
}

export function planGlobals(planning: Planning): readonly Global[] {
  return planning.surface.api.globals.map((parameter) => ({
    ...planProperty(parameter, planning, { kind: "parameter", parameter }),
    required: false,
    option: planning.names.of(optionOf("global", parameter.wire)),
  }));
}

function planServer({ name, url, docs, variables, address }: ir.Server, named: boolean, { names }: Planning): Server {
  return {
    name,
    constant: named && names.has(constantOf(address)) ? names.of(constantOf(address)) : null,
    url,
    relative: isRelative(url),
    docs,
    variables: variables.map(({ wire, default: byDefault, values, docs: words }) => ({
      wire,
      option: names.of(optionOf("variable", wire)),
      default: byDefault,
      values,
      docs: words,
    })),
  };
}

/** A URL that does not begin with a scheme, after whose host callers must be asked. RFC 3986, 4.2. */
export function isRelative(url: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(url);
}

/** A variable that several servers have is one option: it takes what any of them takes. */
function mergedVariables(variables: readonly ServerVariable[]): readonly ServerVariable[] {
  const found = new Map<string, ServerVariable>();
  for (const variable of variables) {
    const known = found.get(variable.option);
    const open = known !== undefined && (known.values.length === 0 || variable.values.length === 0);
    const values = known === undefined ? variable.values : open ? [] : [...new Set([...known.values, ...variable.values])];
    found.set(variable.option, { ...(known ?? variable), values });
  }
  return [...found.values()];
}

/** The URL of a server, its variables at their defaults. */
export function filledUrl({
  url,
  variables,
}: Pick<ir.Server, "url"> & { readonly variables: readonly Pick<ServerVariable, "wire" | "default">[] }): string {
  const values = new Map(variables.map((variable) => [variable.wire, variable.default]));
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}
