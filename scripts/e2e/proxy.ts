import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "./places.js";

export interface ValidatingProxy {
  readonly url: string;
  /** All that it printed so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/**
 * Starts Prism's proxy between the SDKs and a server of ours: it compares each request and each response with the document, answers with an error of its own
 * where one does not fit (`--errors`), and says so in its log.
 */
export async function startProxy(document: string, upstream: string): Promise<ValidatingProxy> {
  const port = await freePort();
  const command = join(root, "node_modules/@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [command, "proxy", "--errors", "--host", "127.0.0.1", "--port", String(port), document, upstream], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let log = "";
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const heard = (chunk: Buffer): void => {
      log += chunk.toString("utf8");
      if (log.includes("is listening on")) resolve();
    };
    child.stdout.on("data", heard);
    child.stderr.on("data", heard);
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`the proxy ended with ${code}: ${log}`)));
  });
  const close = () => {
    child.kill();
    return ended;
  };
  return { url: `http://127.0.0.1:${port}`, log: () => log, close };
}

/** The lines of the log that tell of a request or a response that does not fit the document. */
export function violations(log: string): readonly string[] {
  return log.split("\n").filter((line) => line.includes("prism/errors#") || /violation/i.test(line));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}
