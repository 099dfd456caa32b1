import { constantOf, optionOf } from "../../ir/derivedAddress.js";
import type * as ir from "../../ir/security.js";
import { isRelative, serversOf } from "../surface/serversOf.js";
import type { Client, Global, Method, Resource, Server, ServerVariable } from "./plan.js";
import type { Planning } from "./planning.js";
import { planProperty } from "./planProperty.js";

/** What the client holds for all operations. */
export type Shared = Pick<Client, "globals" | "security">;

export function planClient(
  className: string,
  resources: readonly Resource[],
  methods: readonly Method[],
  shared: Shared,
  planning: Planning,
): Client {
  const { api } = planning.surface;
  const { servers: offered, by, needsHost } = serversOf(api);
  const servers = offered.map((server) => planServer(server, planning));
  return {
    className,
    title: api.title,
    docs: api.docs,
    resources,
    methods: methods.filter(({ resource }) => resource === null),
    ...shared,
    servers,
    serversBy: by,
    needsHost,
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

function planServer(server: ir.Server, { names }: Planning): Server {
  const { name, url, docs, variables, address } = server;
  return {
    name,
    constant: names.has(constantOf(address)) ? names.of(constantOf(address)) : null,
    url,
    relative: isRelative(server),
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
