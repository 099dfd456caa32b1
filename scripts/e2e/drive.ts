import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Call, Outcome } from "./call.js";
import { languageOf } from "./languages.js";
import { here } from "./places.js";

/** A way to call an SDK, such as "async". */
export type Mode = string;

/** Where calls go, and the server that tells when one of them is kept waiting: the same one, unless a proxy stands between. */
export interface Ends {
  readonly url: string;
  readonly server: string;
}

/** Calls an SDK in a process of its own, from the folder that its language has prepared. */
export async function drive(command: string, mode: Mode, folder: string, ends: Ends, calls: readonly Call[]): Promise<readonly Outcome[]> {
  const { driver } = languageOf(mode);
  const child = spawn(command, [join(here, "drivers", driver)], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  child.stdin.end(JSON.stringify({ folder, mode, ...ends, calls }));
  const [output, errors, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject)),
  ]);
  if (status !== 0) throw new Error(`${driver} ended with ${status}: ${errors}`);
  return JSON.parse(output);
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
