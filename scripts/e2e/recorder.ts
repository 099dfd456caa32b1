import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** One request as it arrived. */
export interface Recorded {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  /** Milliseconds since the server started. */
  readonly at: number;
}

/** What the server says; `parts` are sent one by one. `null`: the connection is cut. */
export interface Reply {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly parts: readonly (string | Uint8Array)[];
  readonly delayMs: number;
}

export interface Server {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly Recorded[];
  readonly close: () => Promise<void>;
}

/** A server on a free port of the loopback that keeps every request and answers as `answer` decides. */
export async function record(answer: (request: Recorded, before: readonly Recorded[]) => Reply | null): Promise<Server> {
  const requests: Recorded[] = [];
  const start = Date.now();
  const server = createServer((incoming, outgoing) => {
    void received(incoming, start).then((request) => {
      const reply = answer(request, [...requests]);
      requests.push(request);
      if (reply === null) return outgoing.destroy();
      // A late answer to a caller that has gone keeps no test waiting.
      setTimeout(() => send(outgoing, reply), reply.delayMs).unref();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server listens on no port");
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, requests, close };
}

async function received(incoming: IncomingMessage, start: number): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")] as const,
  );
  return {
    method: incoming.method ?? "",
    url: incoming.url ?? "",
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString("utf8"),
    at: Date.now() - start,
  };
}

function send(outgoing: ServerResponse, { status, headers, parts }: Reply): void {
  if (outgoing.destroyed) return;
  outgoing.writeHead(status, headers);
  for (const part of parts) outgoing.write(part);
  outgoing.end();
}

/** A reply of one JSON value. */
export function json(status: number, value: unknown, more: Partial<Reply> = {}): Reply {
  return { status, headers: { "content-type": "application/json" }, parts: [JSON.stringify(value)], delayMs: 0, ...more };
}

/** A reply without content. */
export function empty(status: number, more: Partial<Reply> = {}): Reply {
  return { status, headers: {}, parts: [], delayMs: 0, ...more };
}
