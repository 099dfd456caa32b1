import type { Surface } from "../codegen/surface/surface.js";
import type { Pin } from "../config/lock.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { stemUnclaimed } from "../diagnostics/naming.js";
import { dataOf } from "../ir/derivedAddress.js";
import type { Name, NameTable } from "../ir/names.js";
import type { Address } from "../ir/node.js";
import { groups } from "../ir/node.js";
import { allLengthen, firstComeFirstServed, TakenNames, type Wish } from "./assignTypes.js";
import { derivedNames } from "./derivedNames.js";
import { matchStems } from "./matchStems.js";
import type { GlobalName, LocalName } from "./nameable.js";
import { globalNames, localNames } from "./namesOf.js";
import { type OperationNames, wordsOfOperations } from "./operations/wordsOfOperations.js";
import { settlePins } from "./pins.js";
import { resourceNames } from "./resourceNames.js";
import { shapeOf } from "./shape.js";
import { shorten } from "./shorten.js";
import type { Spelling } from "./spelling.js";
import type { Strategy } from "./strategy.js";

interface NamingRequest {
  readonly sdk: string;
  /** Class name of the client: a nested resource may take it in front. */
  readonly client: string;
  readonly surface: Surface;
  readonly strategy: Strategy;
  readonly spelling: Spelling;
  readonly operationNames: OperationNames;
  readonly pins: ReadonlyMap<string, Pin>;
  /** Pages of a published SDK, lower case: they choose among the rules' candidates on the first run after a migration. */
  readonly stems: { readonly types: ReadonlySet<string>; readonly resources: ReadonlySet<string> } | null;
}

/**
 * Settles every public name of one SDK, once. Pins are reserved before a rule runs; components keep their own names; then inline types, resource classes and
 * what lives inside them.
 */
export function resolve(request: NamingRequest, report: Report): NameTable {
  const { surface, spelling, pins } = request;
  const words = wordsOfOperations(surface, request.operationNames);
  const globals = globalNames(surface, words.type);
  const names = new Map<Address, Name>();
  const set: SetName = ({ address, kind, shape }, spelled) => void names.set(address, { address, kind, spelled, shape });
  const settled = settlePins(pins, globals);
  const taken = new TakenNames((name) => spelling.companions(name));
  const namespace = (name: GlobalName): string =>
    name.role === "resource"
      ? spelling.resourcesShareTypes
        ? spelling.namespaceOf("model")
        : "resources"
      : spelling.namespaceOf(name.role);
  const pinned = globals.flatMap((name) => {
    const pin = settled.get(name.address);
    return pin === undefined ? [] : [{ name, pin }];
  });
  for (const { name, pin } of [...pinned.filter((one) => !one.pin.moved), ...pinned.filter((one) => one.pin.moved)]) {
    if (pin.moved && taken.has(namespace(name), pin.name)) continue;
    taken.take(namespace(name), pin.name);
    set(name, pin.name);
  }
  const open = globals.filter(({ address }) => !names.has(address));
  const requests = new Set(globals.flatMap(({ role, naming }) => (role === "request" ? (naming.trail[0]?.key ?? []) : [])));
  nameTypes(request, open, requests, namespace, taken, set, report);
  nameData(surface, (address) => names.get(address)?.spelled ?? "", pins, taken, spelling, set);
  const locals = localNames(surface, spelling, words.method, (id) => names.get(id)?.spelled ?? null);
  nameLocals(locals, pins, spelling, set);
  const nameAt = (address: Address): string => {
    const name = names.get(address);
    if (name === undefined) throw new Error(`nothing is named at ${address}`);
    return name.spelled;
  };
  nameLocals(derivedNames(surface, spelling, nameAt), pins, spelling, set);
  return { sdk: request.sdk, names: [...names.values()] };
}

/** The types of errors' data, and the errors whose data is a model: beside the errors, and beside the models, since modules of models hold both. */
function nameData(
  { types }: Surface,
  nameAt: (address: Address) => string,
  pins: ReadonlyMap<string, Pin>,
  taken: TakenNames,
  spelling: Spelling,
  set: SetName,
): void {
  const namespaces = [...new Set([spelling.namespaceOf("error"), spelling.namespaceOf("model")])];
  for (const { id, type, role, wraps } of types) {
    if (role !== "error" || type.kind !== "object") continue;
    const candidates = wraps === null ? spelling.derived.data(nameAt(id)) : errorNames(nameAt(wraps));
    const name =
      wraps === null
        ? { address: dataOf(id), kind: "type" as const, shape: shapeOf(`data ${id}`) }
        : { address: id, kind: "type" as const, shape: shapeOf(`error ${wraps}`) };
    const pin = pins.get(name.address);
    if (pin !== undefined) for (const namespace of namespaces) taken.take(namespace, pin.name);
    set(name, pin?.name ?? taken.claim(namespaces, candidates, candidates[0] ?? "Data"));
  }
}

/** "Check" → CheckError; "CheckError" is taken by the model. */
function errorNames(model: string): readonly string[] {
  return /error$/i.test(model) ? [`${model}Exception`] : [`${model}Error`, `${model}Exception`];
}

type SetName = (name: Pick<Name, "address" | "kind" | "shape">, spelled: string) => void;

function nameTypes(
  request: NamingRequest,
  open: readonly GlobalName[],
  requests: ReadonlySet<string>,
  namespace: (name: GlobalName) => string,
  taken: TakenNames,
  set: SetName,
  report: Report,
): void {
  const { surface, strategy, spelling, stems } = request;
  const types = open.filter(({ kind }) => kind === "type");
  const resources = open.filter(({ kind }) => kind === "resource");
  const reserved = spelling.reserved.type ?? new Set();
  for (const name of spelling.reserved.error ?? []) taken.take(spelling.namespaceOf("error"), name);
  for (const name of reserved) for (const role of ["model", "error", "request"] as const) taken.take(spelling.namespaceOf(role), name);
  const wish = (type: GlobalName): Wish => ({
    address: type.address,
    namespace: namespace(type),
    candidates: [...strategy.candidates(type, spelling, (operation) => requests.has(operation)), ...besideModels(type, request)].map(
      (name) => shorten(name, "type"),
    ),
  });
  const record = (found: ReadonlyMap<Address, string>, among: readonly GlobalName[]): void => {
    for (const type of among) {
      const name = found.get(type.address);
      if (name !== undefined) set(type, name);
    }
  };
  const components = types.filter(({ component }) => component);
  record(firstComeFirstServed(components.map(wish), taken), components);
  const resourceClass = resourceNames({
    resources,
    client: request.client,
    spelling,
    strategy: strategy.name,
    stems: stems?.resources ?? null,
    taken,
    namespace,
  });
  record(resourceClass, resources);
  const made = types.filter((type) => !type.component && type.role !== "model" && type.role !== "error");
  record(firstComeFirstServed(made.map(wish), taken), made);
  const inline = types.filter((type) => !type.component && (type.role === "model" || type.role === "error"));
  const classes = new Set(resources.map((resource) => resourceClass.get(resource.address)?.toLowerCase()));
  const wishes = inline.map(wish).map((one) => ({ ...one, candidates: besideResources(one.candidates, classes, spelling) }));
  const free = wishes.map((one) => ({ ...one, candidates: one.candidates.filter((name) => !taken.has(one.namespace, name)) }));
  const matched = matchStems(free, stems?.types ?? new Set());
  for (const one of wishes) {
    const name = matched.get(one.address);
    if (name !== undefined) taken.take(one.namespace, name);
  }
  record(matched, inline);
  const left = wishes.filter(({ address }) => !matched.has(address));
  if (stems !== null)
    for (const one of left)
      report(stemUnclaimed(surface.types.find(({ id }) => id === one.address)?.type.origin ?? null, { name: one.candidates[0] ?? "" }));
  const rest = strategy.onClash === "first" ? firstComeFirstServed(left, taken) : allLengthen(left, taken);
  record(rest, inline);
}

/** What a made type is called where a schema has its name: CreateUserParams beside the schema CreateUserRequest. */
function besideModels({ role, naming }: GlobalName, { operationNames, spelling }: NamingRequest): readonly string[] {
  const operation = naming.trail[0]?.key ?? "";
  if (operationNames === "whole" || (role !== "request" && role !== "response")) return [];
  return [spelling.type([operation, role === "request" ? "Params" : "Result"])];
}

/** A model that loses its short name to a resource class takes "<Name>Model" next. */
function besideResources(candidates: readonly string[], classes: ReadonlySet<string | undefined>, spelling: Spelling): readonly string[] {
  const [short, ...longer] = candidates;
  return spelling.resourcesShareTypes && short !== undefined && classes.has(short.toLowerCase())
    ? [short, `${short}Model`, ...longer]
    : candidates;
}

/** Each takes its first candidate that is free and not taken by the language; then a number. Names that become files are compared without case. */
function nameLocals(locals: readonly LocalName[], pins: ReadonlyMap<string, Pin>, spelling: Spelling, set: SetName): void {
  const settled = settlePins(pins, locals);
  for (const scope of groups(locals, ({ scope: holder }) => holder).values()) {
    const kept = scope.flatMap((name) => {
      const pin = settled.get(name.address);
      return pin === undefined || pin.moved ? [] : claimed(pin.name, name.kind, spelling);
    });
    const taken = new Set(kept);
    for (const name of [...scope.filter(({ isExact }) => isExact), ...scope.filter(({ isExact }) => !isExact)]) {
      const isFree = (text: string): boolean => !claimed(text, name.kind, spelling).some((one) => taken.has(one));
      const take = (text: string): void => {
        for (const one of claimed(text, name.kind, spelling)) taken.add(one);
      };
      const pin = settled.get(name.address);
      if (pin !== undefined && (!pin.moved || isFree(pin.name))) {
        take(pin.name);
        set(name, pin.name);
        continue;
      }
      const open = name.candidates.filter((candidate) => spelling.reserved[name.kind]?.has(candidate) !== true);
      const base = open[0] ?? name.candidates.at(-1) ?? name.kind;
      let spelled = open.find(isFree) ?? null;
      for (let n = 1; spelled === null; n += 1) {
        const next = spelling.derived.numbered(base, name.kind, n);
        if (isFree(next) && spelling.reserved[name.kind]?.has(next) !== true) spelled = next;
      }
      take(spelled);
      set(name, spelled);
    }
  }
}

/** A name and what comes with it. Functions and modules are files, and some disks know no case. */
function claimed(name: string, kind: LocalName["kind"], spelling: Spelling): readonly string[] {
  if (kind === "function" || kind === "module") return [name.toLowerCase()];
  return kind === "method" ? [name, ...spelling.methodCompanions(name)] : [name];
}
