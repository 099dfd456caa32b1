// Makes clients of a generated TypeScript SDK, compiled, and calls them step by step: JSON on standard input, one JSON list of outcomes per session out.
//
//     {"folder": "…/esm", "mode": "class", "sessions": [{"id": "1", "client": {"security": {"token": "t"}}, "env": {},
//      "steps": [{"kind": "call", "times": 1, "resource": ["calls"], "method": "read", …}, {"kind": "turn", "seconds": 60}]}]}
//     →  [{"id": "1", "errors": [null]}]
//
// It knows no API: what is named comes by its name in the SDK.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { turnedClock } from "./turnedClock.mjs";

const job = JSON.parse(await text(process.stdin));
const load = (path) => import(pathToFileURL(join(job.folder, path)).href);
const { resetEnv } = await load("lib/env.js");
const { clock } = await load("lib/clock.js");
const [root] = Object.values(await load(job.mode === "function" ? "core.js" : "sdk/sdk.js"));
const outcomes = [];
for (const session of job.sessions) {
  Object.assign(process.env, session.env);
  resetEnv();
  outcomes.push({ id: session.id, errors: await run(session) });
  for (const name of Object.keys(session.env)) delete process.env[name];
}
process.stdout.write(JSON.stringify(outcomes));

/** The errors of all calls, in order. */
async function run(session) {
  const turned = turnedClock(clock);
  let client = clientOf(session);
  const errors = [];
  for (const step of session.steps) {
    if (step.kind === "turn") turned.time += step.seconds * 1000;
    else if (step.kind === "client") client = clientOf(session);
    else errors.push(...(await Promise.all(Array.from({ length: step.times }, () => errorOf(client, step)))));
  }
  return errors;
}

/** The root class with the options of a session. */
function clientOf({ client: { security, server, serverURL, variables } }) {
  const by = typeof server === "string" ? { server } : { serverIdx: server ?? undefined };
  return new root({ ...by, ...variables, serverURL: serverURL ?? undefined, security });
}

/** What a call's error says, its status first; null for none. */
async function errorOf(client, step) {
  try {
    const result = await (job.mode === "function" ? callFunction(client, step) : callMethod(client, step));
    if (job.mode === "function" && !result.ok) throw result.error;
    return null;
  } catch (error) {
    return `${error.statusCode ?? ""} ${error.constructor.name}: ${error.message}`.trim().slice(0, 500);
  }
}

function callMethod(client, step) {
  const owner = step.resource.reduce((at, attribute) => at[attribute], client);
  return owner[step.method](...positional(parametersOf(owner[step.method]), step));
}

/** A function stands in a file of its own, which is spelled as the SDK spells files. */
async function callFunction(client, step) {
  const plain = (file) => file.replaceAll("-", "").toLowerCase();
  const file = (await readdir(join(job.folder, "funcs"))).find((one) => plain(one) === plain(`${step.function}.js`));
  const found = (await load(`funcs/${file}`))[step.function];
  return found(client, ...positional(parametersOf(found).slice(1), step));
}

function positional(parameters, { body, security, serverURL, headers }) {
  return parameters.map((name) => {
    if (name === "options") return { headers, ...(serverURL === null ? {} : { serverURL }) };
    return name === "security" ? (security ?? undefined) : (body ?? undefined);
  });
}

/** list(request, options = {}) { … } → ["request", "options"]; compiled code keeps the names. */
function parametersOf(method) {
  const source = String(method);
  const names = source.slice(source.indexOf("(") + 1, source.indexOf(")")).split(",");
  return names.map((one) => one.split("=")[0].trim()).filter((one) => one !== "");
}

async function text(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
