/** Where a value of a changed document comes from: another place, or another key of the text that its container stands in. */
type Provenance =
  | { readonly kind: "elsewhere"; readonly source: number; readonly keys: readonly string[] }
  | { readonly kind: "renamed"; readonly key: string };

/** For each container that was changed after it was read: its keys that do not stand where the container's text suggests. */
export type Provenances = Map<object, Map<string, Provenance>>;

/** A file and the keys in its text. */
interface TextPlace {
  readonly source: number;
  readonly keys: readonly string[];
}

export function recordProvenance(provenances: Provenances, container: object, key: string, provenance: Provenance): void {
  const known = provenances.get(container) ?? new Map<string, Provenance>();
  known.set(key, provenance);
  provenances.set(container, known);
}

/** Translates a place in a document as it is now into the place in the text that it comes from. */
export function textPlace(provenances: Provenances, root: unknown, source: number, keys: readonly string[]): TextPlace {
  let place: TextPlace = { source, keys: [] };
  let value: unknown = root;
  for (const key of keys) {
    const container = typeof value === "object" && value !== null ? value : {};
    const provenance = provenances.get(container)?.get(key) ?? { kind: "renamed", key };
    place = provenance.kind === "elsewhere" ? provenance : { source: place.source, keys: [...place.keys, provenance.key] };
    value = Object.hasOwn(container, key) ? Reflect.get(container, key) : undefined;
  }
  return place;
}
