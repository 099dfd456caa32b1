import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { type Request, type Response, requestProblems, responseProblems } from "./contract/compare.js";
import { readContract } from "./contract/contract.js";

export interface ValidatingProxy {
  readonly url: string;
  /** All that did not fit so far: "GET /things?page=x: query.page must be integer". */
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
}

/** Told of each message that does not fit, with the caller's header `x-call`; the message then goes on as it is. */
export type Observer = (call: string, side: "request" | "response", problems: readonly string[]) => void;

/**
 * Stands between the SDKs and a server of ours, and compares each request and each response with the document. What does not fit is kept, and answered with an error of its
 * own: 400 for a request, which then goes no further, 502 for a response; where somebody observes, nothing is refused.
 */
export async function startProxy(document: string, upstream: string, observe: Observer | null = null): Promise<ValidatingProxy> {
  const contract = readContract(document);
  const violations: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const refuse = (status: number, problems: readonly string[]): void => {
      violations.push(...problems.map((problem) => `${incoming.method} ${incoming.url}: ${problem}`));
      outgoing
        .writeHead(status, { "content-type": "application/problem+json" })
        .end(JSON.stringify({ status, title: "violation", problems }));
    };
    try {
      const bytes = await bytesOf(incoming);
      const request: Request = {
        method: incoming.method ?? "",
        url: incoming.url ?? "",
        headers: plain(incoming.headers),
        body: bytes.toString("utf8"),
      };
      const wrong = requestProblems(contract, request);
      const call = request.headers["x-call"] ?? "";
      if (wrong.length > 0) {
        if (observe === null) return refuse(400, wrong);
        observe(call, "request", wrong);
      }
      const answer = await forward(upstream, incoming, outgoing, bytes);
      const response: Response = { status: answer.status, headers: plain(answer.headers), body: answer.body.toString("utf8") };
      const amiss = responseProblems(contract, request, response);
      if (amiss.length > 0) {
        if (observe === null) return refuse(502, amiss);
        observe(call, "response", amiss);
      }
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      // A caller that has lost patience, or a server that hung up: neither is a matter of the document.
      if (isHangUp(error)) outgoing.destroy();
      else refuse(500, [String(error)]);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy listens on no port");
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, violations, close };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends the request on, unchanged but for the host and the codings that nobody here could read. */
async function forward(upstream: string, incoming: IncomingMessage, caller: ServerResponse, body: Buffer): Promise<Answer> {
  const { host: _host, "accept-encoding": _codings, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      new URL(incoming.url ?? "/", upstream),
      { method: incoming.method ?? "GET", headers, agent: false },
      (response) => {
        bytesOf(response).then((bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }), reject);
      },
    );
    outgoing.on("error", reject);
    // The caller has its answer, or has gone.
    caller.once("close", () => outgoing.destroy());
    outgoing.end(body);
  });
}

function isHangUp(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ECONNRESET";
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function plain(headers: IncomingHttpHeaders): Request["headers"] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}
