import type { Origin } from "../diagnostics/diagnostic.js";
import type { TypeId } from "../ir/ids.js";
import type { Field, ObjectType, Type, TypeOf, Xml } from "../ir/types.js";

/** What XML has no way to write: said in words, and where. */
export interface XmlProblem {
  readonly what: string;
  readonly origin: Origin;
}

/** The first part of a body that no XML document can hold so that it can be read again; null when there is none. */
export function xmlProblem(typeOf: TypeOf, type: Type, root: Xml, origin: Origin): XmlProblem | null {
  const seen = new Set<TypeId>();
  const first = <T>(parts: readonly T[], find: (part: T) => XmlProblem | null): XmlProblem | null => {
    for (const part of parts) {
      const found = find(part);
      if (found !== null) return found;
    }
    return null;
  };
  const within = (inner: Type, xml: Xml | null, at: Origin): XmlProblem | null => {
    switch (inner.kind) {
      case "nullable":
        return within(inner.of, xml, at);
      case "tuple":
        return { what: "a list whose items are known by their position", origin: at };
      case "file":
        return { what: "the content of a file", origin: at };
      case "array": {
        const items = bare(inner.items);
        if (items.kind === "array" && xml?.items?.node !== "element") return { what: "a list of lists that are not wrapped", origin: at };
        return within(inner.items, xml?.items ?? null, at);
      }
      case "map":
        return within(inner.values, xml?.items ?? null, at);
      case "ref":
        return named(inner.id, xml, at);
      default:
        return null;
    }
  };
  const bare = (of: Type): Type => {
    const inner = of.kind === "nullable" ? of.of : of;
    const found = inner.kind === "ref" ? typeOf(inner.id) : undefined;
    return found?.kind === "alias" ? bare(found.of) : inner;
  };
  const hasParts = (of: Type): boolean => {
    const inner = bare(of);
    if (inner.kind === "ref") {
      const found = typeOf(inner.id);
      return found?.kind === "union" ? found.members.some((one) => hasParts(one.type)) : found?.kind === "object";
    }
    return ["array", "map", "tuple", "any"].includes(inner.kind);
  };
  const named = (id: TypeId, xml: Xml | null, at: Origin): XmlProblem | null => {
    const found = typeOf(id);
    if (found === undefined || found.kind === "enum" || (seen.has(id) && found.kind !== "alias")) return null;
    if (seen.has(id)) return null;
    seen.add(id);
    switch (found.kind) {
      case "alias":
        return within(found.of, xml, at);
      case "union":
        return found.members.some(({ type: one }) => ["array", "map", "tuple"].includes(bare(one).kind))
          ? { what: "a union of lists or maps and other values", origin: found.origin }
          : first(found.members, (one) => within(one.type, null, found.origin));
      case "object":
        return doubled(found) ?? first(found.fields, field);
    }
  };
  const field = ({ wire, type: of, xml, origin: at }: Field): XmlProblem | null => {
    const node = xml?.node ?? "element";
    if (["attribute", "text", "cdata"].includes(node) && hasParts(of))
      return { what: `"${wire}", which has parts, as ${node === "attribute" ? "an attribute" : "text"}`, origin: at };
    const wrong = namesOf(wire, xml).find((name) => !isXmlName(name));
    return wrong === undefined ? within(of, xml, at) : { what: `the name ${JSON.stringify(wrong)}`, origin: at };
  };
  /** Two fields that go by one name in one place cannot be told apart. */
  const doubled = ({ fields }: ObjectType): XmlProblem | null => {
    const taken = new Set<string>();
    return first(fields, ({ wire, type: of, xml, origin: at }) => {
      const node = xml?.node ?? "element";
      if (node === "none") return null;
      const list = bare(of).kind === "array" && xml?.node !== "element";
      const name = node === "text" || node === "cdata" ? "" : ((list ? xml?.items?.name : null) ?? xml?.name ?? wire);
      const key = `${node === "attribute"} ${name}`;
      if (taken.has(key)) return { what: name === "" ? "two texts in one element" : `"${name}" twice in one element`, origin: at };
      taken.add(key);
      return null;
    });
  };
  return within(type, root, origin);
}

function namesOf(wire: string, xml: Xml | null): readonly string[] {
  const named = xml?.node !== "text" && xml?.node !== "cdata" && xml?.node !== "none";
  const items = xml?.items ?? null;
  return [
    ...(named && (items?.name == null || xml?.name != null) ? [xml?.name ?? wire] : []),
    ...(xml?.prefix == null ? [] : [xml.prefix]),
    ...(items === null ? [] : namesOf(items.name ?? wire, items)),
  ];
}

/** XML Namespaces 1.0, NCName. */
export function isXmlName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*$/u.test(name);
}
