import { posix } from "node:path";
import type { Report } from "../diagnostics/diagnostic.js";
import { keysOf, pointerOf } from "../diagnostics/origin.js";
import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { type Provenances, recordProvenance } from "../source/provenance.js";
import type { SourceDocument } from "../source/sourceDocument.js";
import { decoded, setOwn } from "../source/values.js";
import { type Resolver, resolver } from "./reference.js";
import { texts } from "./texts.js";
import { upgradePointer } from "./upgradePointer.js";

/** An object of the upgraded document while it is put together. */
export type Fresh = { [key: string]: Json };

/** A value of a 2.0 file and where it stands: the file it is read from, the file that its upgrade becomes part of, its keys in the former. */
export interface Written {
  readonly source: number;
  readonly into: number;
  readonly keys: readonly string[];
}

/** What all parts of the upgrade share: the document as it is written, and where each new part comes from. */
export interface Upgrade {
  readonly document: SourceDocument;
  readonly resolve: Resolver;
  readonly provenances: Provenances;
  readonly report: Report;
  /** `consumes` and `produces` of the whole document. */
  readonly consumes: readonly string[] | null;
  readonly produces: readonly string[] | null;
}

export function startUpgrade(document: SourceDocument, report: Report): Upgrade {
  return {
    document,
    resolve: resolver(document),
    provenances: new Map(),
    report,
    consumes: texts(member(document.root, "consumes")),
    produces: texts(member(document.root, "produces")),
  };
}

export function below(at: Written, ...keys: readonly string[]): Written {
  return { ...at, keys: [...at.keys, ...keys] };
}

/** Puts a value under a key of a new object and remembers where it was written. */
export function place(upgrade: Upgrade, target: Fresh | Json[], key: string, value: Json, at: Written): void {
  if (Array.isArray(target)) target[Number(key)] = value;
  else setOwn(target, key, value);
  recordProvenance(upgrade.provenances, target, key, { kind: "elsewhere", source: at.source, keys: at.keys });
}

/** Upgrades each value of a map, such as `definitions`, in its order. */
export function upgradeMap(value: Json | undefined, at: Written, each: (value: JsonObject, at: Written) => Json): Fresh {
  const upgraded: Fresh = {};
  if (!isObject(value)) return upgraded;
  for (const [key, item] of Object.entries(value)) setOwn(upgraded, key, isObject(item) ? each(item, below(at, key)) : item);
  return upgraded;
}

/**
 * The reference for the upgraded document: `#/definitions/Pet` → `#/components/schemas/Pet`. Other files keep their layout, so only references
 * into the entry document change; those of a part that moves into another file get that file's view of the path.
 */
export function upgradeReference({ document }: Upgrade, ref: string, { source, into }: Pick<Written, "source" | "into">): string {
  const hash = ref.indexOf("#");
  const file = hash === -1 ? ref : ref.slice(0, hash);
  const pointer = hash === -1 ? "" : ref.slice(hash + 1);
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(file)) return ref;
  const index = file === "" ? source : (document.open(file, source)?.index ?? null);
  const fragment = index === 0 && pointer.startsWith("/") ? pointerOf(upgradePointer(document.root, keysOf(decoded(pointer)))) : pointer;
  return `${source === into ? file : rebased(document, file, source, into)}${hash === -1 ? "" : `#${fragment}`}`;
}

function rebased(document: SourceDocument, file: string, source: number, into: number): string {
  const folder = (index: number): string => posix.dirname(document.sources[index] ?? "");
  const path = file === "" ? (document.sources[source] ?? "") : posix.join(folder(source), file);
  return source !== into && path === document.sources[into] ? "" : posix.relative(folder(into), path);
}
