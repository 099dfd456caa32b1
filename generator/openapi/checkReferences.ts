import type { Diagnostic, Origin, Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { childOrigin, originOf } from "../diagnostics/origin.js";
import { referenceDangling, referenceFile, referenceNotText, referenceRemote } from "../diagnostics/references.js";
import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { isArray, kindOf } from "../source/values.js";
import { grammar, type Holding, type Shape } from "./grammar.js";
import { asWritten, type OpenApiDocument } from "./openApiDocument.js";
import { type Resolved, resolver } from "./reference.js";
import { type Identities, reportCycles } from "./referenceCycles.js";

/** The way to a value, as a list from its end: a pointer is made of it for the few values that are reported. A reference's target begins a new one. */
interface Trail {
  readonly key: string | readonly string[];
  readonly parent: Trail | null;
}

/** A value that is still to be looked at. */
interface Task {
  readonly value: JsonObject;
  readonly shape: Shape;
  readonly trail: Trail | null;
  readonly source: number;
}

/**
 * Looks at every reference of the document, reachable or not, and of other files as far as references lead there: each must lead to a value, and
 * no chain of them may lead back to itself. What is plain data by the grammar (examples, defaults, `x-…`) is not looked at, and neither is a
 * property that is called `$ref`. Linear in the size of the document.
 */
export function checkReferences(document: OpenApiDocument, report: Report): void {
  const resolve = resolver(document.source);
  const seen = new Map<Shape, Set<JsonObject>>();
  const identities: Identities = new Map();
  const tasks: Task[] = [];

  const add = (value: Json | undefined, shape: Shape, trail: Trail | null, source: number): void => {
    if (!isObject(value)) return;
    const known = seen.get(shape) ?? new Set();
    seen.set(shape, known);
    if (known.has(value)) return;
    known.add(value);
    tasks.push({ value, shape, trail, source });
  };

  const reference = ({ value, shape, trail, source }: Task): void => {
    const ref = member(value, "$ref");
    if (ref === undefined || shape === "document" || shape === "components") return;
    const origin = (): Origin => childOrigin(originOf(source, keysOfTrail(trail)), "$ref");
    if (typeof ref !== "string") {
      report(referenceNotText(origin(), { found: kindOf(ref) }));
      return;
    }
    const resolved = resolve(ref, source);
    if (resolved.kind !== "found") {
      report(problemOf(document, ref, resolved, origin()));
      return;
    }
    if (!isObject(resolved.value)) return;
    identities.set(value, { origin, targets: [{ value: resolved.value, by: "reference" }] });
    add(resolved.value, shape, { key: resolved.keys, parent: null }, resolved.source);
  };

  const held = (value: Json, { as, shape }: Holding, trail: Trail, source: number): void => {
    if (as === "one" || as === "oneOrList") add(value, shape, trail, source);
    if (isArray(value)) {
      if (as === "list" || as === "oneOrList")
        value.forEach((item, index) => void add(item, shape, { key: String(index), parent: trail }, source));
      return;
    }
    if (!isObject(value) || (as !== "map" && as !== "extensibleMap")) return;
    for (const [key, item] of Object.entries(value)) {
      if (as === "map" || !key.startsWith("x-")) add(item, shape, { key, parent: trail }, source);
    }
  };

  add(document.root, "document", null, 0);
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    reference(task);
    const { value, shape, trail, source } = task;
    for (const key of Object.keys(value)) {
      const holding = shape === "callback" && !key.startsWith("x-") ? callbackExpression : grammar[shape].get(key);
      if (holding !== undefined) held(value[key] ?? null, holding, { key, parent: trail }, source);
    }
    const parts = shape === "schema" ? member(value, "allOf") : undefined;
    if (isArray(parts)) extend(identities, value, parts, () => originOf(source, keysOfTrail(trail)));
  }
  reportCycles(document, identities, report);
}

/** In a callback every key is an expression that holds a path item. OpenAPI 3.1, 4.8.18. */
const callbackExpression: Holding = { as: "one", shape: "pathItem" };

/** A schema is also what its `allOf` says, so that counts for cycles like a reference. */
function extend(identities: Identities, value: JsonObject, parts: readonly Json[], origin: () => Origin): void {
  const known = identities.get(value);
  const members = parts.filter(isObject).map((part) => ({ value: part, by: "extension" as const }));
  identities.set(value, { origin: known?.origin ?? origin, targets: [...(known?.targets ?? []), ...members] });
}

function problemOf(document: OpenApiDocument, ref: string, resolved: Exclude<Resolved, { kind: "found" }>, origin: Origin): Diagnostic {
  const written = asWritten(document, ref);
  switch (resolved.kind) {
    case "remote":
      return referenceRemote(origin, { ref: written });
    case "noFile":
      return referenceFile(origin, { ref: written });
    case "dangling": {
      const { missing, present } = resolved;
      return referenceDangling(origin, { ref: written, missing, nearest: missing === null ? null : nearest(missing, present) });
    }
  }
}

function keysOfTrail(trail: Trail | null): readonly string[] {
  const parts: (string | readonly string[])[] = [];
  for (let step = trail; step !== null; step = step.parent) parts.push(step.key);
  return parts.reverse().flat();
}
