import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { childOrigin, originOf } from "../diagnostics/origin.js";
import { overlayCopyAmbiguous, overlayInvalid, overlayMismatch, overlayNoMatch, overlayPathInvalid } from "../diagnostics/overlays.js";
import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { applyUpdate, removeMatches } from "./overlayActions.js";
import { type Match, type OverlayDialect, select } from "./overlayPath.js";
import type { Provenances } from "./provenance.js";
import { copyOf, type DraftObject, isArray, kindOf } from "./values.js";

/** An overlay and the document that it changes, in place. */
interface Application {
  readonly root: DraftObject;
  readonly overlay: JsonObject;
  /** The overlay's index in the list of sources. */
  readonly index: number;
  readonly dialect: OverlayDialect;
  /** Where values come from that the document's own text does not hold at their place. */
  readonly provenances: Provenances;
}

/**
 * Applies the actions of an overlay one after the other; gives what is wrong with them. `extends` is not looked at: the user says which document
 * an overlay is for. Overlay Specification 1.0.0, 4.4; 1.1.0 for `copy` and for values that are no objects.
 */
export function applyOverlay(application: Application): readonly Diagnostic[] {
  const { overlay, index } = application;
  const version = member(overlay, "overlay");
  const actions = member(overlay, "actions");
  if (version === undefined) return [overlayInvalid(`${index}#`, { problem: "it has no key `overlay`" })];
  // Unquoted in YAML, 1.0 is a number, and then 1.
  if (!/^1(\.[01](\.\d+)?)?$/.test(String(version))) {
    return [overlayInvalid(`${index}#/overlay`, { problem: `its version ${JSON.stringify(version)} is neither 1.0 nor 1.1` })];
  }
  if (!isArray(actions)) return [overlayInvalid(`${index}#`, { problem: "it has no list `actions`" })];
  return actions.flatMap((action, position) => applyAction(application, action, ["actions", String(position)]));
}

function applyAction(application: Application, action: Json, keys: readonly string[]): readonly Diagnostic[] {
  const origin = originOf(application.index, keys);
  const target = member(action, "target");
  if (!isObject(action) || typeof target !== "string") return [overlayInvalid(origin, { problem: "an action has no `target`" })];
  const selection = select(application.root, target, application.dialect);
  if (selection.kind === "invalid") {
    return [overlayPathInvalid(childOrigin(origin, "target"), { path: target, problem: selection.problem })];
  }
  const { matches } = selection;
  if (matches.length === 0) return [overlayNoMatch(childOrigin(origin, "target"), { path: target })];
  if (member(action, "remove") === true) {
    if (matches.some((match) => match.container === null))
      return [overlayInvalid(origin, { problem: "an action removes the whole document" })];
    removeMatches(matches, application.provenances);
    return [];
  }
  const update = member(action, "update");
  if (update !== undefined) return updateMatches(application, matches, update, [...keys, "update"]);
  const copy = member(action, "copy");
  if (typeof copy === "string") return copyToMatches(application, matches, copy, [...keys, "copy"]);
  return [overlayInvalid(origin, { problem: "an action has none of `update`, `remove: true` and `copy`" })];
}

function copyToMatches(application: Application, matches: readonly Match[], copy: string, keys: readonly string[]): readonly Diagnostic[] {
  const origin = originOf(application.index, keys);
  const selection = select(application.root, copy, application.dialect);
  if (selection.kind === "invalid") return [overlayPathInvalid(origin, { path: copy, problem: selection.problem })];
  const [only] = selection.matches;
  if (only === undefined || selection.matches.length > 1) {
    return [overlayCopyAmbiguous(origin, { path: copy, count: selection.matches.length })];
  }
  // A snapshot: a target may stand inside the value that is copied, or the other way round.
  return updateMatches(application, matches, copyOf(only.value), keys);
}

function updateMatches(application: Application, matches: readonly Match[], value: Json, keys: readonly string[]): readonly Diagnostic[] {
  const { index, dialect, provenances } = application;
  return matches
    .filter((match) => !applyUpdate({ match, value, concatenate: dialect === "legacy", source: index, keys, provenances }))
    .map((match) => overlayMismatch(originOf(index, keys), { update: kindOf(value), target: kindOf(match.value) }));
}
