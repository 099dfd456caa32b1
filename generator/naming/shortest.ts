import pluralize from "pluralize";
import { statusWord } from "./statusWord.js";
import type { Strategy } from "./strategy.js";
import { type TrailReading, trailParts } from "./trailParts.js";

/**
 * The shortest name that nobody else wants: the last word, then the root and the last word, then more of the trail between them; all types that want the
 * same name take longer ones.
 *
 *     RetrieveRequest.channel.type   →   Type, RetrieveRequestType, RetrieveRequestChannelType
 */
export const shortest: Strategy = {
  name: "shortest",
  onClash: "all",
  candidates(type, spelling, hasRequest) {
    const { trail } = type.naming;
    const operation = trail[0]?.role === "operation" ? trail[0].key : null;
    const wrapped = operation !== null && hasRequest(operation);
    const reading: TrailReading = {
      member: "number",
      singular: (word) => pluralize.singular(word),
      body: wrapped ? "RequestBody" : "Request",
      response: "ResponseBody",
      error: statusWord,
    };
    const parts = trailParts(trail, reading);
    if (type.role !== "model" && type.role !== "error") return [spelling.type(parts)];
    const suffix = type.union === "inlineMembers" ? ["Union"] : [];
    const tail = tailLength(trail);
    const short = parts.slice(-tail);
    const rest = parts.slice(0, -tail);
    const first = rest[0];
    const shapes =
      first === undefined
        ? [short]
        : [short, [first, ...short], ...rest.slice(1).map((_, i) => [first, ...rest.slice(rest.length - 1 - i), ...short])];
    return [...new Set(shapes.map((shape) => spelling.type([...shape, ...suffix])))];
  },
};

/** The number of words that belong together at the end: an untitled member of a union needs what holds it. */
function tailLength(trail: readonly { readonly role: string; readonly title: string | null }[]): number {
  const last = trail.at(-1);
  return last?.role === "member" && last.title === null ? 2 : 1;
}
