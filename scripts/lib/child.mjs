// Runs a command with a time limit and says what it cost.
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let runs = 0;

/** A module for `node --import` that leaves the peak memory of the process in a file when it ends. */
const reportMemory =
  "data:text/javascript,import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(process.env.SDKSMITH_MEMORY,String(process.resourceUsage().maxRSS)))";

/**
 * → { status, out, err, seconds, megabytes, timedOut }. `megabytes` is known for Node alone (`node: true`: the command is a script). A process that does not end in time is
 * killed with all that it started. `to`: a file for its output instead of `out`, for programs that leave before a pipe has taken all.
 */
export function run(command, args, { cwd, env = {}, seconds = 600, node = false, to = null } = {}) {
  runs += 1;
  const memory = join(tmpdir(), `sdksmith-${process.pid}-${runs}.memory`);
  const [file, list] = node ? [process.execPath, ["--import", reportMemory, command, ...args]] : [command, args];
  const begin = performance.now();
  return new Promise((resolve) => {
    const sink = to === null ? "pipe" : openSync(to, "w");
    const child = spawn(file, list, {
      cwd,
      env: { ...process.env, ...env, SDKSMITH_MEMORY: memory },
      detached: true,
      stdio: ["ignore", sink, "pipe"],
    });
    let [out, err, timedOut] = ["", "", false];
    child.stdout?.setEncoding("utf8").on("data", (text) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (err += text));
    const timer = setTimeout(() => {
      timedOut = true;
      kill(child.pid);
    }, seconds * 1000);
    child.on("error", (error) => (err += error.message));
    child.on("close", (code) => {
      clearTimeout(timer);
      if (to !== null) closeSync(sink);
      const kilobytes = existsSync(memory) ? Number(readFileSync(memory, "utf8")) : 0;
      rmSync(memory, { force: true });
      resolve({
        status: code ?? -1,
        out,
        err,
        seconds: (performance.now() - begin) / 1000,
        megabytes: Math.round(kilobytes / 1024),
        timedOut,
      });
    });
  });
}

function kill(pid) {
  try {
    // Its own group, because it is detached.
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}

/** Works through a list with at most `jobs` at a time; results in the order of the list. */
export async function each(list, jobs, work) {
  const results = new Array(list.length);
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const at = next;
      next += 1;
      results[at] = await work(list[at], at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, list.length) }, worker));
  return results;
}

/** The first line of what a command printed, and the last. */
export function first(text) {
  return text.trim().split("\n")[0] ?? "";
}

export function last(text) {
  return text.trim().split("\n").at(-1) ?? "";
}

/** An empty folder. */
export function fresh(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Rows of text under a head, columns as wide as they must be; numbers to the right. */
export function table(head, rows) {
  const cells = rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? "" : String(cell))));
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  const right = head.map((_, i) =>
    rows.every((row) => row[i] === null || row[i] === undefined || row[i] === "" || /^[\d.,×%-]/.test(String(row[i]))),
  );
  const line = (row) =>
    row
      .map((cell, i) => (right[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
