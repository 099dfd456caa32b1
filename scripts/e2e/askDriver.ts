import { spawn } from "node:child_process";
import { basename } from "node:path";
import { text } from "node:stream/consumers";

/** Runs a driver in a process of its own: the order as JSON on standard input, what it did as JSON on standard output. Throws with its errors when it ends otherwise. */
export async function askDriver<Done>(command: string, driver: string, order: object, cwd?: string): Promise<Done> {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(command, [driver], { env, ...(cwd === undefined ? {} : { cwd }) });
  child.stdin.end(JSON.stringify(order));
  const [output, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject)),
  ]);
  if (status !== 0) throw new Error(`${basename(driver)} ended with ${status}: ${errors}`);
  return JSON.parse(output);
}
