import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Client, type ClientOptions, type Settings } from "../runtime/src/lib/client.js";
import { type Clock, clock } from "../runtime/src/lib/clock.js";
import { causeText, type HTTPMeta, ResponseError } from "../runtime/src/lib/errors.js";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface TestServer {
  readonly url: string;
  readonly seen: Seen[];
  readonly close: () => Promise<void>;
}

export type Handler = (seen: Seen, response: ServerResponse, count: number) => void | Promise<void>;

/** A real server on the loopback; `count` is the number of the request, from 1. */
export async function serve(handler: Handler): Promise<TestServer> {
  const seen: Seen[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const one = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString("latin1"),
    };
    seen.push(one);
    await handler(one, response, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, seen, close };
}

export function sendJSON(response: ServerResponse, status: number, value: unknown, headers: { [name: string]: string } = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(value));
}

export class TestError extends ResponseError {
  override name = "TestError";
}

export class UnexpectedResponse extends TestError {
  override name = "UnexpectedResponse";
}

export class MismatchError extends TestError {
  override name = "MismatchError";
  readonly rawValue: unknown;

  constructor(message: string, details: HTTPMeta & { readonly cause: unknown; readonly rawValue: unknown }) {
    super(`${message}: ${causeText(details.cause)}`, details);
    this.rawValue = details.rawValue;
  }
}

export class NotFound extends TestError {
  override name = "NotFound";
  readonly data$: { reason: string };

  constructor(data: { reason: string }, http: HTTPMeta) {
    super(data.reason, http);
    this.data$ = data;
  }
}

export const settings: Settings = {
  userAgent: "test 1.0",
  servers: [],
  errors: { unexpected: UnexpectedResponse, mismatch: MismatchError },
};

export function clientOf(options: ClientOptions & { [option: string]: unknown }, changes: Partial<Settings> = {}): Client {
  return new Client(options, { ...settings, ...changes });
}

const real: Clock = { ...clock };

/** A clock that only the test turns, from 2024-01-31T12:00:00Z: waiting turns it at once, chance gives the most, and no deadline is missed. */
export function turnedClock(changes: Partial<Clock> = {}): { readonly waits: readonly number[] } {
  let time = Date.UTC(2024, 0, 31, 12);
  const waits: number[] = [];
  const turned: Clock = {
    now: () => time,
    chance: () => 1,
    wait: (milliseconds, then) => {
      waits.push(milliseconds);
      time += milliseconds;
      then();
      return () => undefined;
    },
    deadline: () => () => undefined,
  };
  Object.assign(clock, turned, changes);
  return { waits };
}

/** The clock on the wall again. */
export function turnBack(): void {
  Object.assign(clock, real);
}
