import type { Origin, Report } from "../diagnostics/diagnostic.js";
import { referenceCycle } from "../diagnostics/references.js";
import type { JsonObject } from "../ir/json.js";
import type { OpenApiDocument } from "./openApiDocument.js";

/** What a value is said to be: the value that its `$ref` names, and for a schema each part of its `allOf`. */
interface Identity {
  readonly origin: () => Origin;
  readonly targets: readonly { readonly value: JsonObject; readonly by: "reference" | "extension" }[];
}

export type Identities = Map<JsonObject, Identity>;

/** A value on the way that is being followed, and which of its targets comes next. */
interface Visit {
  readonly value: JsonObject;
  readonly by: "reference" | "extension";
  next: number;
}

/**
 * Reports each circle of "is" and "extends": `A: {$ref: B}`, `B: {$ref: A}` says nothing about either, and a schema that extends itself is no type.
 * Circles through properties, items and `oneOf` are recursive types and fine.
 */
export function reportCycles(document: OpenApiDocument, identities: Identities, report: Report): void {
  const state = new Map<JsonObject, "open" | "done">();
  // Collected from the end of the document: the first in the text is the one to name first.
  for (const start of [...identities.keys()].reverse()) {
    if (state.has(start)) continue;
    const way: Visit[] = [{ value: start, by: "reference", next: 0 }];
    state.set(start, "open");
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const target = identities.get(visit.value)?.targets[visit.next];
      visit.next += 1;
      if (target === undefined) {
        state.set(visit.value, "done");
        way.pop();
      } else if (state.get(target.value) === "open") {
        reportCycle(
          document,
          identities,
          [...way.slice(way.findIndex(({ value }) => value === target.value)), { ...target, next: 0 }],
          report,
        );
      } else if (!state.has(target.value) && identities.has(target.value)) {
        state.set(target.value, "open");
        way.push({ ...target, next: 0 });
      }
    }
  }
}

/** `circle` begins and ends with the same value. */
function reportCycle(document: OpenApiDocument, identities: Identities, circle: readonly Visit[], report: Report): void {
  const origin = (value: JsonObject): Origin => identities.get(value)?.origin() ?? "0#";
  // The parts of an `allOf` on the way are no names that a reader knows.
  const steps = circle.slice(1).flatMap(({ value, by }) => (by === "reference" ? [nameOf(document, origin(value))] : []));
  report(referenceCycle(circle[0] === undefined ? null : origin(circle[0].value), { steps: [...steps.slice(-1), ...steps] }));
}

/** `#/components/schemas/A`: where the value of an identity stands, in its own file. */
function nameOf(document: OpenApiDocument, origin: Origin): string {
  const { file, pointer } = document.source.positionOf(origin);
  return `${file === document.source.sources[0] ? "" : file}#${pointer.replace(/\/\$ref$/, "")}`;
}
