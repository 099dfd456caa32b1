import type { Method, Resource, Surface, SurfaceType } from "../codegen/surface/surface.js";
import { isComponentAddress, partAddress, singleAddress } from "../ir/address.js";
import { attributeOf } from "../ir/derivedAddress.js";
import type { Address, Naming } from "../ir/node.js";
import type { Field } from "../ir/types.js";
import type { GlobalName, LocalName } from "./nameable.js";
import { shapeOf, typeShape } from "./shape.js";
import { shorten } from "./shorten.js";
import type { Spelling } from "./spelling.js";

/** Everything in a surface that competes for names across the SDK, in order: types as they are met, then resource classes. */
export function globalNames(surface: Surface, operationWords: (id: string) => string): readonly GlobalName[] {
  const inline = new Set(surface.types.filter(({ type }) => !isComponent(type.naming.trail)).map(({ id }) => id));
  const types = surface.types.filter(isNamedAlone).map(({ id, type, role }): GlobalName => {
    const members = type.kind === "union" ? type.members : [];
    const holdsInline = members.some(
      (member) => member.type.kind === "ref" && inline.has(member.type.id) && member.naming.trail.at(-1)?.title === null,
    );
    return {
      address: id,
      kind: "type",
      role,
      naming: { ...type.naming, trail: withOperation(type.naming.trail, operationWords) },
      component: isComponent(type.naming.trail),
      union: type.kind !== "union" ? "none" : holdsInline ? "inlineMembers" : "plain",
      shape: typeShape(type),
    };
  });
  const resources = surface.resources.map(
    ({ service, address }): GlobalName => ({
      address,
      kind: "resource",
      role: "resource",
      naming: service.naming,
      component: false,
      union: "none",
      shape: shapeOf(`resource ${service.operations.join(",")}`),
    }),
  );
  return [...types, ...resources];
}

function withOperation([root, ...rest]: Naming["trail"], words: (id: string) => string): Naming["trail"] {
  if (root === undefined) return [];
  return [root.role === "operation" ? { ...root, key: words(root.key) } : root, ...rest];
}

/** An error that wraps a model is named after it. */
function isNamedAlone({ wraps }: SurfaceType): boolean {
  return wraps === null;
}

function isComponent(trail: GlobalName["naming"]["trail"]): boolean {
  return trail.length === 1 && trail[0]?.role === "component";
}

/** Names that are unique in their owner: attributes, methods, fields, enum members, whole-body arguments. */
export function localNames(
  surface: Surface,
  spelling: Spelling,
  methodWords: (method: Method) => readonly string[],
  typeName: (id: Address) => string | null,
): readonly LocalName[] {
  const bodies = bodyNames(surface, typeName);
  return [
    ...surface.resources.map((resource) => attributeName(resource, spelling)),
    ...surface.methods.map((method) => methodName(method, methodWords(method), spelling)),
    ...surface.types.filter(isNamedAlone).flatMap((type) => memberNames(type, spelling, bodies)),
    ...surface.api.schemes.map((scheme) =>
      local(
        scheme.address,
        "scheme",
        singleAddress("schemes"),
        [spelling.field(scheme.naming.override ?? scheme.id, false)],
        scheme.kind,
        spelling,
      ),
    ),
  ];
}

function membersOf(holder: Address | null): Address {
  return partAddress(holder ?? singleAddress("client"), "members");
}

function attributeName({ address, service, parent }: Resource, spelling: Spelling): LocalName {
  const spelled = spelling.attribute(service.naming.trail.at(-1)?.key ?? "");
  return local(attributeOf(address), "attribute", membersOf(parent), [spelled], "attribute", spelling);
}

function methodName({ address, operation, holders }: Method, words: readonly string[], spelling: Spelling): LocalName {
  const wanted = words.map((word) => spelling.method(word));
  return local(address, "method", membersOf(holders.at(-1) ?? null), wanted, `method ${operation.method} ${operation.path}`, spelling);
}

/** Fields named after the type that they hold: a body beside parameters. */
function bodyNames(surface: Surface, typeName: (id: Address) => string | null): ReadonlyMap<Address, string> {
  const names = new Map<Address, string>();
  for (const { request, operation } of surface.methods) {
    if (request.kind === "none" || request.kind === "body" || operation.body === null) continue;
    const { body } = operation;
    const whole = request.arguments.find(({ place }) => place.kind === "body");
    const type = whole?.slot.type.kind === "nullable" ? whole.slot.type.of : whole?.slot.type;
    const component = type?.kind === "ref" && isComponentAddress(type.id) ? typeName(type.id) : null;
    names.set(body.address, component ?? "request_body");
  }
  return names;
}

function memberNames({ type }: SurfaceType, spelling: Spelling, bodies: ReadonlyMap<Address, string>): readonly LocalName[] {
  switch (type.kind) {
    case "object":
      return type.fields.map((field) => {
        const spelled = spelling.field(field.naming.override ?? bodies.get(field.address) ?? field.wire, field.type.kind === "literal");
        const named = local(field.address, "field", type.id, [spelled], fieldShape(field), spelling);
        return { ...named, isExact: named.candidates[0] === field.wire };
      });
    case "enum":
      return type.members.map(({ address, value, naming }) =>
        local(address, "member", type.id, [spelling.member(value, naming.override)], `member ${String(value)}`, spelling),
      );
    case "union":
    case "alias":
      return [];
  }
}

function fieldShape(field: Field): string {
  return `field ${field.wire} ${field.type.kind}`;
}

/** What the language takes gets a `_` behind it. */
function local(
  address: Address,
  kind: LocalName["kind"],
  scope: Address,
  wanted: readonly string[],
  facts: string,
  { reserved }: Spelling,
): LocalName {
  const candidates = wanted.map((name) => shorten(name, kind)).map((name) => (reserved[kind]?.has(name) ? `${name}_` : name));
  return { address, kind, scope, candidates: [...new Set(candidates)], shape: shapeOf(facts), isExact: false };
}
