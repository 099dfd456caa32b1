import pluralize from "pluralize";
import type { Method } from "../../codegen/surface/surface.js";
import { groups } from "../../ir/node.js";
import { isRouteId, uniqueFirst, wordsIn } from "./operationWords.js";

/**
 * What methods are called before a language spells it: their operations without the group in front that the resource says already, where the rest is unique
 * in the resource.
 *
 *     repos/get-branch in `repos`   →   get-branch
 */
export function methodWords(
  methods: readonly Method[],
  groupsOf: (method: Method) => readonly string[],
  wordsOf: (method: Method) => string,
): ReadonlyMap<Method["address"], string> {
  const found = new Map<Method["address"], string>();
  for (const siblings of groups(methods, ({ holders }) => holders.at(-1) ?? "").values()) {
    const wishes = siblings.map((method) => {
      const { override } = method.operation.naming;
      const words = wordsOf(method);
      return [
        method.address,
        override === null ? [...new Set([withoutGroup(method, words, groupsOf(method)), words])] : [override],
      ] as const;
    });
    for (const [address, name] of uniqueFirst(wishes)) found.set(address, name);
  }
  return found;
}

/** Without the longest end of the way from the client that stands in front: libraries/documents/get in `beta.libraries.documents` is get. */
function withoutGroup({ operation }: Method, words: string, way: readonly string[]): string {
  const all = wordsIn(words);
  // A route has its verb in front: get_things_by_id in `things` is get_by_id.
  const before = isRouteId(operation) ? 1 : 0;
  for (let outer = 0; outer < way.length; outer += 1) {
    const group = way.slice(outer).flatMap(wordsIn);
    const rest = all.slice(before + group.length);
    if (group.length === 0 || plain(all.slice(before, before + group.length)) !== plain(group) || /^\d/.test(rest[0] ?? "")) continue;
    if (before === 1) return [...all.slice(0, before), ...rest].join("_");
    if (rest.length > 0) return words.slice(startOf(words, group.length));
  }
  return words;
}

/** Where the word of this number begins. */
function startOf(words: string, number: number): number {
  const all = wordsIn(words);
  const before = all.slice(0, number).reduce((at, word) => words.indexOf(word, at) + word.length, 0);
  return words.indexOf(all[number] ?? "", before);
}

function plain(words: readonly string[]): string {
  return words.map((word) => pluralize.singular(word.toLowerCase())).join(" ");
}
