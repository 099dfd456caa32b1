import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** One request as it arrived. */
export interface Recorded {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** What the server says; `parts` are sent one by one; `cut`: behind the last the connection breaks. */
export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly parts: readonly (string | Uint8Array)[];
  readonly cut?: boolean;
}

/** `null`: the connection is cut; "silence": the caller waits for ever, or until its clock says that it is enough. */
export type Reply = Answer | "silence" | null;

export interface Server {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly Recorded[];
  readonly close: () => Promise<void>;
}

/**
 * A server on a free port of the loopback that keeps every request and answers as `answer` decides. No time passes here: whoever wants to know that a request is being kept
 * waiting asks for `/~silence/<x-call>/<n>`, which is answered when the n-th request of that call has arrived and is left without an answer.
 */
export async function record(answer: (request: Recorded, before: readonly Recorded[]) => Reply): Promise<Server> {
  const requests: Recorded[] = [];
  const silences = new Silences();
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(silencePath) === true) {
      silences.wait(incoming.url, () => send(outgoing, empty(204)));
      return;
    }
    void received(incoming).then((request) => {
      const reply = answer(request, [...requests]);
      requests.push(request);
      if (reply === null) outgoing.destroy();
      else if (reply !== "silence") send(outgoing, reply);
      else {
        const call = request.headers["x-call"] ?? "";
        silences.begin(`${silencePath}${call}/${requests.filter(({ headers }) => headers["x-call"] === call).length}`);
      }
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

const silencePath = "/~silence/";

/** Who waits for which silence. */
class Silences {
  private readonly begun = new Set<string>();
  private readonly waiting = new Map<string, () => void>();

  wait(path: string, then: () => void): void {
    if (this.begun.has(path)) then();
    else this.waiting.set(path, then);
  }

  begin(path: string): void {
    this.begun.add(path);
    this.waiting.get(path)?.();
  }
}

async function received(incoming: IncomingMessage): Promise<Recorded> {
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
  };
}

function send(outgoing: ServerResponse, { status, headers, parts, cut = false }: Answer): void {
  if (outgoing.destroyed) return;
  outgoing.writeHead(status, headers);
  for (const part of parts.slice(0, -1)) outgoing.write(part);
  const last = parts.at(-1);
  if (cut) outgoing.write(last ?? "", () => outgoing.destroy());
  else outgoing.end(last);
}

/** A reply of one JSON value. */
export function json(status: number, value: unknown): Answer {
  return { status, headers: { "content-type": "application/json" }, parts: [JSON.stringify(value)] };
}

/** A reply without content. */
export function empty(status: number): Answer {
  return { status, headers: {}, parts: [] };
}
