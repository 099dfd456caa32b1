import type { Address } from "../ir/node.js";
import type { TakenNames } from "./assignTypes.js";
import type { GlobalName } from "./nameable.js";
import { shorten } from "./shorten.js";
import type { Spelling } from "./spelling.js";
import type { Strategy } from "./strategy.js";

interface ResourceNaming {
  readonly resources: readonly GlobalName[];
  readonly client: string;
  readonly spelling: Spelling;
  readonly strategy: Strategy["name"];
  readonly stems: ReadonlySet<string> | null;
  readonly taken: TakenNames;
  readonly namespace: (name: GlobalName) => string;
}

/**
 * Names of resource classes: the last word of the group. A class that a component model already claims gets "SDK" behind it. Of two classes with one name,
 * ordered naming lets the outer one keep it and gives the nested one the client's name in front; shortest naming gives all nested ones their parent's behind.
 */
export function resourceNames(request: ResourceNaming): ReadonlyMap<Address, string> {
  const { resources, spelling, taken, namespace } = request;
  const names = new Map<Address, string>();
  const wanted = new Map<string, GlobalName[]>();
  const short = (name: GlobalName): string => shorten(spelling.resource([name.naming.trail.at(-1)?.key ?? ""]), "resource");
  for (const one of resources) wanted.set(short(one).toLowerCase(), [...(wanted.get(short(one).toLowerCase()) ?? []), one]);
  const outerFirst = [...resources].sort((a, b) => a.naming.trail.length - b.naming.trail.length);
  for (const one of outerFirst) {
    const { trail } = one.naming;
    const group = wanted.get(short(one).toLowerCase()) ?? [];
    const shared =
      request.strategy === "ordered"
        ? group[0] !== undefined && names.has(firstOuter(group).address) && trail.length > 1
        : group.length > 1 && trail.length > 1;
    const base = short(one);
    const nested =
      request.strategy === "ordered" ? spelling.resource([request.client, base]) : `${base}${spelling.resource([trail.at(-2)?.key ?? ""])}`;
    const whole = shorten(spelling.resource(trail.map(({ key }) => key)), "resource");
    const candidates = [...(shared ? [nested, base] : [base, `${base}SDK`, nested]), `${base}SDK`, whole, `${whole}SDK`];
    const free = candidates.filter((name) => !taken.has(namespace(one), name));
    const stems = request.stems;
    const published =
      stems === null
        ? undefined
        : (shared ? free : [base, ...free]).find((name) => stems.has(name.toLowerCase()) && !taken.has(namespace(one), name));
    let name = published ?? free[0] ?? null;
    for (let n = 2; name === null; n += 1) if (!taken.has(namespace(one), `${base}${n}`)) name = `${base}${n}`;
    taken.take(namespace(one), name);
    names.set(one.address, name);
  }
  return names;
}

function firstOuter(group: readonly GlobalName[]): GlobalName {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error("an empty group of resources");
  return rest.reduce((best, one) => (one.naming.trail.length < best.naming.trail.length ? one : best), first);
}
