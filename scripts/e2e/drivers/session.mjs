// Makes clients of a generated TypeScript SDK, compiled, and calls them step by step: JSON on standard input, one JSON list of outcomes per session out.
//
//     {"folder": "…/esm", "mode": "class", "sessions": [{"id": "1", "client": {"security": {"token": "t"}}, "env": {},
//      "steps": [{"kind": "call", "times": 1, "resource": ["calls"], "method": "read", …}, {"kind": "turn", "seconds": 60}]}]}
//     →  [{"id": "1", "errors": [null]}]
//
// It knows no API: what is named comes by its name in the SDK.
import { callFunction, callMethod, loader, readJob } from "./calls.mjs";
import { turnedClock } from "./turnedClock.mjs";

const job = await readJob();
const load = loader(job.folder);
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
function clientOf({ client: { security, options, server, serverURL, variables } }) {
  const by = typeof server === "string" ? { server } : { serverIdx: server ?? undefined };
  const all = Object.keys(security).length === 0 ? {} : { security };
  return new root({ ...by, ...variables, ...options, ...all, serverURL: serverURL ?? undefined });
}

/** What a call's error says, its status first; null for none. */
async function errorOf(client, step) {
  try {
    const given = (parameters) => positional(parameters, step);
    const result = await (job.mode === "function"
      ? callFunction(job.folder, client, step.function, given)
      : callMethod(client, step, given));
    if (job.mode === "function" && !result.ok) throw result.error;
    return null;
  } catch (error) {
    return `${error.statusCode ?? ""} ${error.constructor.name}: ${error.message}`.trim().slice(0, 500);
  }
}

function positional(parameters, { body, security, serverURL, headers }) {
  return parameters.map((name) => {
    if (name === "options") return { headers, ...(serverURL === null ? {} : { serverURL }) };
    return name === "security" ? (security ?? undefined) : (body ?? undefined);
  });
}
