import type { Method, Surface } from "../codegen/surface/surface.js";
import { partAddress, singleAddress } from "../ir/address.js";
import { acceptOf, argumentOf, attributeOf, constantOf, failureOf, functionOf, moduleOf, optionOf } from "../ir/derivedAddress.js";
import type { Address } from "../ir/node.js";
import type { LocalName } from "./nameable.js";
import { shapeOf } from "./shape.js";
import { shorten } from "./shorten.js";
import type { Spelling } from "./spelling.js";

/** Looks up what has a name already. */
type NameAt = (address: Address) => string;

/** Names that follow from those of types, methods, attributes and fields, each unique in its scope. */
export function derivedNames(surface: Surface, spelling: Spelling, nameAt: NameAt): readonly LocalName[] {
  const all = [
    ...surface.resources.map(({ address }) =>
      derived(moduleOf(address), "module", "modules", spelling.derived.module(nameAt(address)), `module ${nameAt(address)}`),
    ),
    ...surface.methods.flatMap((method) => methodNames(method, spelling, nameAt)),
    ...optionNames(surface, spelling),
    ...serverNames(surface, spelling),
  ];
  // Several methods of a resource fail in the same way.
  return [...new Map(all.map((name) => [name.address, name])).values()];
}

function methodNames(method: Method, spelling: Spelling, nameAt: NameAt): readonly LocalName[] {
  const { address, operation, holders } = method;
  const name = nameAt(address);
  const holder = holders.at(-1) ?? singleAddress("client");
  const path = holders.map((resource) => nameAt(attributeOf(resource)));
  const facts = `${operation.method} ${operation.path}`;
  const { derived: words } = spelling;
  return [
    ...some(words.function([...path, name]), (wanted) =>
      derived(functionOf(address), "function", "functions", wanted, `function ${facts}`),
    ),
    ...some(words.constant(name, "operation"), (wanted) => derived(constantOf(address), "private", holder, wanted, `constant ${facts}`)),
    ...some(words.accept(name), (wanted) => derived(acceptOf(address), "private", holder, wanted, `accept ${facts}`)),
    ...argumentNames(method, spelling, nameAt),
    ...method.errors.flatMap((error) =>
      error.types.flatMap((type) =>
        some(words.constant(nameAt(type), "failure"), (wanted) =>
          derived(failureOf(holder, error, type), "private", holder, wanted, `failure ${type} ${JSON.stringify(error.status)}`),
        ),
      ),
    ),
  ];
}

function argumentNames(method: Method, { derived: words }: Spelling, nameAt: NameAt): readonly LocalName[] {
  const { request, address } = method;
  if (request.kind !== "arguments") return [];
  const fields = new Set(request.arguments.flatMap(({ place, slot }) => (place.kind === "field" ? [nameAt(slot.address)] : [])));
  return request.arguments.map((argument) => {
    const { place, slot } = argument;
    const field = place.kind === "rest" ? words.rest : nameAt(slot.address);
    const wanted = words.argument(field, { beside: place.kind === "parameter" && fields.has(field) });
    return derived(argumentOf(address, argument), "argument", address, wanted, `argument ${place.kind} ${slot.wire}`);
  });
}

function optionNames({ api, security }: Surface, { derived: words }: Spelling): readonly LocalName[] {
  const option = (kind: Parameters<typeof optionOf>[0], key: string, raw: string): LocalName =>
    derived(optionOf(kind, key), "option", "options", words.option(raw, kind), `option ${kind} ${key}`);
  const variables = new Map(api.servers.flatMap(({ variables: all }) => all).map((variable) => [variable.wire, variable]));
  return [
    ...(security.kind === "flattened" ? security.schemes.map(({ id, naming }) => option("credential", id, naming.override ?? id)) : []),
    ...api.globals.map(({ wire, naming }) => option("global", wire, naming.override ?? wire)),
    ...[...variables.values()].map(({ wire, naming }) => option("variable", wire, naming.override ?? wire)),
  ];
}

function serverNames({ api }: Surface, { derived: words }: Spelling): readonly LocalName[] {
  return api.servers.flatMap(({ address, name }) =>
    name === null
      ? []
      : some(words.constant(name, "server"), (wanted) => derived(constantOf(address), "constant", "servers", wanted, `server ${name}`)),
  );
}

function some<T>(wanted: readonly string[] | null, make: (wanted: readonly string[]) => T): readonly T[] {
  return wanted === null ? [] : [make(wanted)];
}

function derived(
  address: Address,
  kind: LocalName["kind"],
  scope: Address | "modules" | "functions" | "options" | "servers",
  wanted: readonly string[],
  facts: string,
): LocalName {
  const holder =
    scope === "modules" || scope === "functions" || scope === "options" || scope === "servers"
      ? partAddress(singleAddress("client"), scope)
      : scope;
  return { address, kind, scope: holder, candidates: wanted.map((name) => shorten(name, kind)), isExact: false, shape: shapeOf(facts) };
}
