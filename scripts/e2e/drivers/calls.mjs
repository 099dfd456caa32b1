// What both drivers of TypeScript share: how a job comes in, and how a call finds its function.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The JSON on standard input. */
export async function readJob() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** Loads modules of the SDK in a folder: `load("lib/clock.js")`. */
export function loader(folder) {
  return (path) => import(pathToFileURL(join(folder, path)).href);
}

/** Calls a method of a client; `argumentsOf` gives what stands for the names of its parameters. */
export function callMethod(client, { resource, method }, argumentsOf) {
  const owner = resource.reduce((at, attribute) => at[attribute], client);
  return owner[method](...argumentsOf(parametersOf(owner[method])));
}

/** The same of a function, which stands in a file of its own that is spelled as the SDK spells files. */
export async function callFunction(folder, client, name, argumentsOf) {
  const plain = (file) => file.replaceAll("-", "").toLowerCase();
  const file = (await readdir(join(folder, "funcs"))).find((one) => plain(one) === plain(`${name}.js`));
  const found = (await loader(folder)(`funcs/${file}`))[name];
  return found(client, ...argumentsOf(parametersOf(found).slice(1)));
}

/** list(request, options = {}) { … } → ["request", "options"]; compiled code keeps the names. */
function parametersOf(method) {
  const source = String(method);
  const names = source.slice(source.indexOf("(") + 1, source.indexOf(")")).split(",");
  return names.map((one) => one.split("=")[0].trim()).filter((one) => one !== "");
}
