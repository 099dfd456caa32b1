import { nameWord } from "../../ir/names.js";
import { groups } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";

/** A word of an identifier, and where it stands. */
interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** What says of a name that it is complete without the verb of HTTP behind it. */
const verbs = new Set(
  "add archive cancel check count create delete download export fetch find get list patch post put query read remove search send set update upload".split(
    " ",
  ),
);

/**
 * What operations are called before a language spells it: their ids without what frameworks add, where the rest stays unique; one without an id is named
 * after its route.
 *
 *     POST /v1/chat/completions, chat_completion_v1_chat_completions_post   →   chat_completion
 *     GET  /v2/users, listUsersV2UsingGET                                    →   listUsers
 *     GET  /things/{id}/parts/{part}, no id                                  →   get_things_parts_by_part
 */
export function operationWords(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  return uniqueFirst(operations.map((operation) => [operation, candidatesOf(operation)] as const));
}

/** For each the first candidate that no other wants at that turn, else its last. */
export function uniqueFirst<K>(wishes: readonly (readonly [key: K, candidates: readonly string[]])[]): ReadonlyMap<K, string> {
  const found = new Map<K, string>();
  const taken = new Set<string>();
  let left = wishes;
  for (let turn = 0; left.length > 0; turn += 1) {
    const at = (candidates: readonly string[]): string => candidates[turn] ?? candidates.at(-1) ?? "";
    const rivals = groups(left, ([, candidates]) => fold(at(candidates)));
    const settled = left.filter(([, candidates]) => {
      const name = fold(at(candidates));
      return (rivals.get(name)?.length === 1 && !taken.has(name)) || turn >= candidates.length - 1;
    });
    for (const [key, candidates] of settled) {
      found.set(key, at(candidates));
      taken.add(fold(at(candidates)));
    }
    left = left.filter(([key]) => !found.has(key));
  }
  return found;
}

/** Whether the document gives no id of its own: the operation goes by method and path. */
export function isRouteId({ id, method, path }: Operation): boolean {
  return id === `${method}_${path}`;
}

function candidatesOf(operation: Operation): readonly string[] {
  return isRouteId(operation) ? routeWords(operation) : [...new Set([withoutRoute(operation), operation.id as string])];
}

/** GET /v1/things/{id}/parts/{part} → get_things_parts_by_part, get_things_parts_by_id_part, get_v1_things_id_parts_part */
function routeWords({ method, path }: Operation): readonly string[] {
  const segments = path.split(/[/?#]/).filter((segment) => segment !== "");
  const fixed = segments.flatMap((segment) => wordsIn(segment.replace(/\{[^}]*\}/g, " "))).filter((word) => !isVersion(word));
  const given = segments.flatMap((segment) => [...segment.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => wordsIn(name).join("_")));
  const last = /\{[^}]*\}$/.test(segments.at(-1) ?? "") ? given.slice(-1) : [];
  const named = (by: readonly string[]): string => [method, ...fixed, ...(by.length === 0 ? [] : ["by", ...by])].join("_");
  return [...new Set([named(last), named(given), [method, ...wordsIn(path)].join("_")])];
}

function withoutRoute({ id, method, path }: Operation): string {
  const words = spans(id);
  const route = wordsIn(path).map(lower);
  const verb = method.toLowerCase();
  let kept = words.slice(
    0,
    words.length -
      suffixLength(
        words.map(({ word }) => lower(word)),
        route,
        verb,
      ),
  );
  const isNumber = /^\d+$/.test(kept.at(-1)?.word ?? "");
  const generated = kept.slice(isNumber ? -3 : -2).map(({ word }) => lower(word));
  if (generated[0] === "using" && generated[1] === verb && kept.length > generated.length) kept = kept.slice(0, -generated.length);
  const versions = new Set(route.filter(isVersion));
  const current = kept.filter(({ word }) => !versions.has(lower(word)));
  const last = current.at(-1);
  const isApart = last !== undefined && lower(last.word) === verb && /[_\-.:/ ]$/.test(id.slice(0, last.from));
  const rest = isApart && current.slice(0, -1).some(({ word }) => verbs.has(lower(word))) ? current.slice(0, -1) : current;
  if (rest.length === 0 || /^\d/.test(rest[0]?.word ?? "")) return id;
  return rest.length === words.length ? id : joined(id, rest);
}

/** How many words at the end repeat the route and the method: all of the route, or what a router adds to it. */
function suffixLength(words: readonly string[], route: readonly string[], verb: string): number {
  if (words.at(-1) !== verb) return 0;
  for (let length = route.length; length >= Math.min(2, route.length) && length > 0; length -= 1) {
    const tail = route.slice(route.length - length);
    const at = words.length - 1 - length;
    if (at > 0 && tail.every((word, i) => words[at + i] === word)) return length + 1;
  }
  return 0;
}

/** Words as the document writes them, with what stands between those that are neighbours. */
function joined(text: string, words: readonly Word[]): string {
  return words
    .map(({ word, from }, i) => {
      const before = words[i - 1];
      const between = before === undefined ? "" : text.slice(before.to, from);
      return `${/^[^\p{L}\p{N}]*$/u.test(between) ? between : "_"}${word}`;
    })
    .join("");
}

export function wordsIn(text: string): readonly string[] {
  return spans(text).map(({ word }) => word);
}

function spans(text: string): readonly Word[] {
  return [...text.matchAll(nameWord)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
}

function isVersion(word: string): boolean {
  return /^v\d+(?:(?:alpha|beta|preview)\d*)?$/i.test(word);
}

function lower(word: string): string {
  return word.toLowerCase();
}

function fold(text: string): string {
  return lower(wordsIn(text).join("_"));
}
