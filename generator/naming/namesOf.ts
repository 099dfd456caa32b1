import type { Method, Resource, Surface, SurfaceType } from "../codegen/surface/surface.js";
import type { Address } from "../ir/node.js";
import type { Field } from "../ir/types.js";
import type { GlobalName, LocalName } from "./nameable.js";
import { shapeOf, typeShape } from "./shape.js";
import { shorten } from "./shorten.js";
import type { Spelling } from "./spelling.js";

/** Everything in a surface that competes for names across the SDK, in order: types as they are met, then resource classes. */
export function globalNames(surface: Surface): readonly GlobalName[] {
  const inline = new Set(surface.types.filter(({ type }) => !isComponent(type.naming.trail)).map(({ id }) => id));
  const types = surface.types.map(({ id, type, role }): GlobalName => {
    const members = type.kind === "union" ? type.members : [];
    const holdsInline = members.some(
      (member) => member.type.kind === "ref" && inline.has(member.type.id) && member.naming.trail.at(-1)?.title === null,
    );
    return {
      address: id,
      kind: "type",
      role,
      naming: type.naming,
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

function isComponent(trail: GlobalName["naming"]["trail"]): boolean {
  return trail.length === 1 && trail[0]?.role === "component";
}

/** Names that are unique in their owner: attributes, methods, fields, enum members, whole-body arguments. */
export function localNames(surface: Surface, spelling: Spelling, typeName: (id: Address) => string | null): readonly LocalName[] {
  const schemes = surface.api.schemes.map((scheme) =>
    local(scheme.address, "scheme", "schemes" as Address, spelling.field(scheme.naming.override ?? scheme.id, false), scheme.kind),
  );
  const bodies = bodyNames(surface, typeName);
  return [
    ...surface.resources.map((resource) => attributeName(resource, spelling)),
    ...surface.methods.flatMap((method) => methodNames(method, surface, spelling)),
    ...surface.types.flatMap((type) => memberNames(type, spelling, bodies)),
    ...schemes,
  ];
}

function attributeName(resource: Resource, spelling: Spelling): LocalName {
  const { trail } = resource.service.naming;
  const scope = `${resource.parent ?? "client"}/members` as Address;
  return local(`${resource.address}/attribute` as Address, "attribute", scope, spelling.attribute(trail.at(-1)?.key ?? ""), "attribute");
}

function methodNames(method: Method, surface: Surface, spelling: Spelling): readonly LocalName[] {
  const { operation } = method;
  const owner = surface.resources.find((resource) => resource.methods.includes(method.address))?.address ?? "client";
  const spelled = spelling.method(operation.naming.override ?? operation.id);
  const name: LocalName = {
    address: method.address,
    kind: "method",
    scope: `${owner}/members` as Address,
    spelled: shorten(spelled, "method"),
    fallback: shorten(spelling.method(operation.id), "method"),
    shape: shapeOf(`method ${operation.method} ${operation.path}`),
  };
  return [name];
}

/** Fields named after the type that they hold: a body beside parameters. */
function bodyNames(surface: Surface, typeName: (id: Address) => string | null): ReadonlyMap<Address, string> {
  const names = new Map<Address, string>();
  for (const { request, operation } of surface.methods) {
    if (request.kind === "none" || request.kind === "body" || operation.body === null) continue;
    const { body } = operation;
    const whole = request.arguments.find(({ place }) => place.kind === "body");
    const type = whole?.slot.type.kind === "nullable" ? whole.slot.type.of : whole?.slot.type;
    const component = type?.kind === "ref" && type.id.includes("schema:") && !type.id.includes("/") ? typeName(type.id) : null;
    names.set(body.address, component ?? "request_body");
  }
  return names;
}

function memberNames({ type }: SurfaceType, spelling: Spelling, bodies: ReadonlyMap<Address, string>): readonly LocalName[] {
  switch (type.kind) {
    case "object":
      return type.fields.map((field) => {
        const source = field.naming.override ?? bodies.get(field.address) ?? field.wire;
        return local(field.address, "field", type.id, spelling.field(source, field.type.kind === "literal"), fieldShape(field));
      });
    case "enum":
      return type.members.map((member) =>
        local(member.address, "member", type.id, spelling.member(member.value, member.naming.override), `member ${String(member.value)}`),
      );
    case "union":
    case "alias":
      return [];
  }
}

function fieldShape(field: Field): string {
  return `field ${field.wire} ${field.type.kind}`;
}

function local(address: Address, kind: LocalName["kind"], scope: Address, spelled: string, facts: string): LocalName {
  const name = shorten(spelled, kind);
  return { address, kind, scope, spelled: name, fallback: name, shape: shapeOf(facts) };
}
