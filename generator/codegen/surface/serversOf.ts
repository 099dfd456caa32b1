import type { Api } from "../../ir/api.js";
import type { Server, ServerVariable } from "../../ir/security.js";

/** The servers among which a caller chooses. */
export interface ServerChoice {
  readonly servers: readonly Server[];
  /** By their names, where each has one of its own. */
  readonly by: "name" | "position";
  /** When a caller must say on which host the API is: always, where no server names one, or unless another than the first server is chosen, or a variable of it names the host. */
  readonly needsHost: "always" | "byDefault" | "never";
}

/** A lone "/" is what a document without servers means: it says nothing. OpenAPI 3.1, 4.8.1.1. */
export function serversOf({ servers: written }: Pick<Api, "servers">): ServerChoice {
  const servers = written.length === 1 && written[0]?.url === "/" ? [] : written;
  const names = servers.map(({ name }) => name).filter((name) => name !== null && name !== "");
  const named = servers.length > 0 && names.length === servers.length && new Set(names).size === names.length;
  const [first] = servers;
  const needsHost = servers.every(isHostless) ? "always" : first !== undefined && isRelative(first) ? "byDefault" : "never";
  return { servers, by: named ? "name" : "position", needsHost };
}

/**
 * Whether a server names no host: it stands on whichever the document came from, which only the caller knows. OpenAPI 3.1, 4.8.5.
 *
 *     /api/v3   →   true        {scheme}://api.test, scheme: https by default   →   false
 */
export function isRelative(server: Server): boolean {
  return !/^[a-z][a-z\d+.-]*:\/\//i.test(byDefault(server));
}

/** Whether no variable of a relative server can name the host: `{endpoint}/v1` begins with one that can. */
function isHostless(server: Server): boolean {
  return isRelative(server) && !/^\{[^{}]+\}/.test(server.url);
}

type Variable = Pick<ServerVariable, "wire" | "default">;

/** The URL of a server with its variables at their defaults. */
export function byDefault({ url, variables }: Pick<Server, "url"> & { readonly variables: readonly Variable[] }): string {
  const values = new Map(variables.map((variable) => [variable.wire, variable.default]));
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}
