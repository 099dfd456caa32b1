import { buildSurface } from "../../generator/codegen/surface/buildSurface.js";
import type { CallStyle } from "../../generator/codegen/surface/callStyle.js";
import type { Surface } from "../../generator/codegen/surface/surface.js";
import type { Pin } from "../../generator/config/lock.js";
import type { Name } from "../../generator/ir/names.js";
import type { OperationNames } from "../../generator/naming/operations/wordsOfOperations.js";
import { ordered } from "../../generator/naming/ordered.js";
import { resolve } from "../../generator/naming/resolve.js";
import { shortest } from "../../generator/naming/shortest.js";
import { lowerText } from "./lowerText.js";
import { plainSpelling } from "./plainSpelling.js";

export const style: CallStyle = {
  bodies: "whole",
  maxArguments: 100,
  order: "parameters-first",
  bodyName: null,
  security: "flattened",
  operationSecurity: "client",
};

export interface NamingCase {
  readonly strategy: "ordered" | "shortest";
  readonly operationNames: OperationNames;
  readonly pins: ReadonlyMap<string, Pin>;
  readonly stems: { readonly types: ReadonlySet<string>; readonly resources: ReadonlySet<string> } | null;
  readonly style: CallStyle;
}

export interface NamedText {
  readonly surface: Surface;
  readonly names: readonly Name[];
  readonly codes: readonly string[];
  /** The name at an address; null where nothing is named. */
  at(address: string): string | null;
  /** Names of one kind in the order of the document. */
  all(kind: Name["kind"]): readonly string[];
}

const usual: NamingCase = { strategy: "ordered", operationNames: "whole", pins: new Map(), stems: null, style };

/** Names everything in the text of a document, as one SDK would. */
export function nameText(text: string, given: Partial<NamingCase> = {}): NamedText {
  const { strategy, operationNames, pins, stems, style: calls } = { ...usual, ...given };
  const surface = buildSurface(lowerText(text).api, calls);
  const codes: string[] = [];
  const request = {
    sdk: "shelf",
    client: "Shelf",
    surface,
    strategy: { ordered, shortest }[strategy],
    spelling: plainSpelling,
    operationNames,
    pins,
    stems,
  };
  const { names } = resolve(request, ({ code }) => void codes.push(code));
  return {
    surface,
    names,
    codes,
    at: (address) => names.find((name) => name.address === address)?.spelled ?? null,
    all: (kind) => names.filter((name) => name.kind === kind).map(({ spelled }) => spelled),
  };
}

/** The pins that a lock holds after a run that gave these names. */
export function pinsOf(names: readonly Name[]): ReadonlyMap<string, Pin> {
  return new Map(names.map(({ address, spelled, shape }) => [address, { name: spelled, shape, gone: false }]));
}
