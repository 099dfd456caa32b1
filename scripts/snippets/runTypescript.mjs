// Runs snippets one after another: `{ url, prefixes, files }` on standard input, for each file null or what went wrong on standard output.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { url, prefixes, files } = JSON.parse(readFileSync(0, "utf8"));
const prefix = prefixes.length === 0 ? null : new RegExp(`^(?:${prefixes.join("|")})(?=/)`);
const limit = 20;
let sent = 0;

/** Whatever server the snippet names, the mock answers. */
const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  sent += 1;
  if (sent > limit) throw new Error(`more than ${limit} requests`);
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  const target = `${url}${prefix === null ? pathname : pathname.replace(prefix, "")}${search}`;
  const body = request.body === null ? undefined : await request.arrayBuffer();
  return plainFetch(target, { method: request.method, headers: request.headers, body, signal: request.signal });
};

const problems = [];
for (const file of files) {
  const compiled = resolve(join("out", file.replace(/\.ts$/, ".js")));
  // The snippet starts and forgets what it does; here its end is waited for.
  writeFileSync(compiled, readFileSync(compiled, "utf8").replace(/^run\(\);$/m, "await run();"));
  let problem = null;
  sent = 0;
  console.log = (first, ...others) => {
    if (typeof first === "string" && first.endsWith(" failed:")) problem = others.map(wordsOf).join(" ");
  };
  try {
    await import(pathToFileURL(compiled).href);
  } catch (error) {
    problem = wordsOf(error);
  }
  problems.push(problem);
}
process.stdout.write(JSON.stringify(problems), () => process.exit(0));

function wordsOf(error) {
  return `${error?.name}: ${error?.message} ${error?.body ?? ""} ${error?.cause?.message ?? ""}`.slice(0, 600);
}
