/** A server of the document: `https://{region}.example.com`. */
export interface Server {
  /** What callers select it by, where the document names it. */
  readonly id?: string;
  readonly url: string;
  readonly variables?: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  /** The option that sets it. */
  readonly option: string;
  readonly default: string;
}

export interface ServerOptions {
  /** Overrides every other way to choose a server. */
  serverURL?: string | undefined;
}

/** The server that the options choose; `null` when the document has none. Throws when they choose one that does not exist. */
export function chooseServer(servers: readonly Server[], options: object): URL | null {
  const chosen = { ...(options as ServerOptions & { serverIdx?: number; server?: string }) };
  if (chosen.serverURL !== undefined) {
    return parseServer(chosen.serverURL);
  }
  const index = chosen.server === undefined ? (chosen.serverIdx ?? 0) : servers.findIndex((server) => server.id === chosen.server);
  const server = servers[index];
  if (server === undefined) {
    if (servers.length === 0) {
      return null;
    }
    throw new RangeError(
      `Invalid server ${chosen.server ?? chosen.serverIdx}: there ${servers.length === 1 ? "is one server" : `are ${servers.length} servers`}`,
    );
  }
  const variables = server.variables ?? [];
  const values = new Map(variables.map((variable) => [variable.name, String(Reflect.get(options, variable.option) ?? variable.default)]));
  return parseServer(server.url.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole));
}

/** A relative address in a document says nothing without the place it was published at, so it counts as none. */
function parseServer(text: string): URL | null {
  if (!/^[a-z][a-z\d+.-]*:/i.test(text)) {
    return null;
  }
  return new URL(text);
}

/** The address of a path below a server; the base path stays, and the slashes between them become one. */
export function joinURL(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
  url.hash = "";
  return url;
}
