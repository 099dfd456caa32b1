import type { Address } from "../ir/node.js";
import { groups } from "../ir/node.js";
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
  const short = (name: GlobalName): string => shorten(spelling.resource([name.naming.trail.at(-1)?.key ?? ""]), "resource");
  const wanted = groups(resources, (name) => short(name).toLowerCase());
  const outerFirst = [...resources].sort((a, b) => a.naming.trail.length - b.naming.trail.length);
  for (const one of outerFirst) {
    const { trail } = one.naming;
    const group = wanted.get(short(one).toLowerCase()) ?? [];
    const isTaken = request.strategy === "ordered" ? group.some(({ address }) => names.has(address)) : group.length > 1;
    const shared = isTaken && trail.length > 1;
    const base = short(one);
    const nested =
      request.strategy === "ordered" ? spelling.resource([request.client, base]) : `${base}${spelling.resource([trail.at(-2)?.key ?? ""])}`;
    const whole = shorten(spelling.resource(trail.map(({ key }) => key)), "resource");
    const candidates = [...(shared ? [nested, base] : [base, `${base}SDK`, nested]), `${base}SDK`, whole, `${whole}SDK`];
    const published = (shared ? candidates : [base, ...candidates]).filter((name) => request.stems?.has(name.toLowerCase()));
    names.set(one.address, taken.claim([namespace(one)], [...published, ...candidates], base));
  }
  return names;
}
