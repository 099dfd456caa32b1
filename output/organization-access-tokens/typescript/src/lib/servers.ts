import { InvalidRequestError } from "./errors.js";

/** A server of the document: `https://{region}.example.com`. */
export interface Server {
  /** What callers select it by, where the document names it. */
  readonly id?: string;
  /** May be relative (`/api/v3`): it says where the API stands on a host that only the caller knows. */
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
  /** Overrides every other way to choose a server; a host alone is completed by the path of a relative server. */
  serverURL?: string | undefined;
}

/**
 * The address of the client: its `serverURL`, else the server that the options choose; `null` when that is none or a relative one, which cannot be used alone.
 * Throws when the options choose a server that does not exist.
 */
export function chooseServer(servers: readonly Server[], options: object): URL | null {
  const address = clientAddress(servers, options);
  return isAbsolute(address) ? new URL(address) : null;
}

/** The address of the client, not always a whole one. */
export function clientAddress(servers: readonly Server[], options: object): string {
  const { serverURL } = options as ServerOptions;
  const server = documentServer(servers, options);
  return serverURL === undefined ? server : completed(serverURL, server);
}

/** The server of the document that the options choose, its variables filled in; "" when the document has none. */
export function documentServer(servers: readonly Server[], options: object): string {
  const chosen = { ...(options as { serverIdx?: number; server?: string }) };
  const index = chosen.server === undefined ? (chosen.serverIdx ?? 0) : servers.findIndex((server) => server.id === chosen.server);
  const server = servers[index];
  if (server === undefined) {
    if (servers.length === 0) {
      return "";
    }
    throw new RangeError(
      `Invalid server ${chosen.server ?? chosen.serverIdx}: there ${servers.length === 1 ? "is one server" : `are ${servers.length} servers`}`,
    );
  }
  const variables = server.variables ?? [];
  const values = new Map(variables.map((variable) => [variable.name, String(Reflect.get(options, variable.option) ?? variable.default)]));
  return server.url.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** Where a call may go. */
export interface CallServers {
  /** Of the options of the call. */
  readonly call: string | undefined;
  /** Of the operation in the document. */
  readonly operation: string | undefined;
  /** Of the client, not always a whole one. */
  readonly client: string;
  /** That the client chose in the document. */
  readonly document: string;
}

/** The address of a call: its own server, else the operation's, else the client's; a relative one of the operation stands on the client's host. */
export function callServer({ call, operation, client, document }: CallServers): URL {
  const address =
    call !== undefined ? completed(call, operation ?? document) : operation !== undefined ? resolved(operation, client) : client;
  if (!isAbsolute(address)) {
    const named = address === "" ? "The document names no server" : `The server "${address}" names no scheme and host`;
    throw new InvalidRequestError(`${named}: set serverURL to where the API is, such as "https://api.example.com".`);
  }
  return new URL(address);
}

/** A host alone with the path of a relative server; an address with a path of its own is the whole one. */
function completed(address: string, server: string): string {
  const isHost = isAbsolute(address) && new URL(address).pathname === "/";
  return isHost && !isAbsolute(server) ? resolved(server, address) : address;
}

function resolved(address: string, base: string): string {
  return isAbsolute(base) ? new URL(address, base).href : address;
}

function isAbsolute(address: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address);
}

/** The address of a path below a server; the base path stays, and the slashes between them become one. */
export function joinURL(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
  url.hash = "";
  return url;
}
