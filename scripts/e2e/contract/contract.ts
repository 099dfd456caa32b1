import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import type { JsonObject } from "../../../generator/ir/json.js";
import { below, childrenOf, flagAt, type Place, rootOf } from "./place.js";
import { type Fits, schemasOf } from "./schemas.js";
import { upgraded } from "./upgrade.js";

/** A document that messages are compared with. */
export interface Contract {
  readonly root: Place;
  readonly operations: readonly Operation[];
  readonly request: Readers;
  readonly response: Readers;
}

interface Readers {
  readonly value: Fits;
  readonly text: Fits;
}

/** One operation of the document, and how its path is recognised. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  /** Names of the path's values, in the order of the pattern's groups. */
  readonly names: readonly string[];
  /** Of a path that has one: "beta=true". */
  readonly query: string;
  readonly place: Place;
  /** Those of the path and its own, by place and name. */
  readonly parameters: readonly Place[];
}

/** Reads a document of OpenAPI 3 whose references stay inside. */
export function readContract(path: string): Contract {
  // A parsed YAML file: an object of JSON values, or the check of the version fails.
  const written = load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA, json: true }) as JsonObject;
  const version = written.openapi;
  if (typeof version !== "string" || !/^3\.[012]\./.test(version)) throw new Error(`${path} is no document of OpenAPI 3`);
  const document = upgraded(written);
  const root = rootOf(document);
  return { root, operations: operationsOf(root), request: schemasOf(document, "request"), response: schemasOf(document, "response") };
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

function operationsOf(root: Place): readonly Operation[] {
  return [...childrenOf(below(root, "paths"))].flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const place = below(item, method);
      if (place === null) return [];
      const byName = new Map(
        [item, place].flatMap((owner) =>
          [...childrenOf(below(owner, "parameters")).values()].map(
            (one) => [`${below(one, "in")?.value} ${below(one, "name")?.value}`, one] as const,
          ),
        ),
      );
      const open = new Set([...byName].flatMap(([key, one]) => (flagAt(one, "allowReserved") === true ? [key] : [])));
      const isOpen = (name: string): boolean => open.has(`path ${name}`);
      return [{ method: method.toUpperCase(), path, ...patternOf(path, isOpen), place, parameters: [...byName.values()] }];
    }),
  );
}

/** "/a/{id}.{format}" → /^\/a\/([^/]*)\.([^/]*)$/ with ["id", "format"]; what may have slashes is "(.*)". A query of the path stands apart, a fragment tells twins apart and is never sent. */
function patternOf(written: string, isOpen: (name: string) => boolean): Pick<Operation, "pattern" | "names" | "query"> {
  const [path = "", query = ""] = written.split("#")[0]?.split(/\?(.*)/s) ?? [];
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const literals = path
    .replace(/#.*/s, "")
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const groups = literals.map((literal, i) => (i === 0 ? literal : `${isOpen(names[i - 1] ?? "") ? "(.*)" : "([^/]*)"}${literal}`));
  return { pattern: new RegExp(`^${groups.join("")}$`), names, query };
}

/** The operations that a request may mean: a path without values goes before one with. OpenAPI 3.1, 4.8.8. */
export function operationsFor({ operations }: Contract, method: string, path: string): readonly Operation[] {
  const fitting = operations.filter((one) => one.method === method && one.pattern.test(path));
  const fewest = Math.min(...fitting.map(({ names }) => names.length));
  return fitting.filter(({ names }) => names.length === fewest);
}

/** What is wrong by the one of several operations that fits best. */
export function leastProblems(
  operations: readonly Operation[],
  problemsOf: (operation: Operation) => readonly string[],
): readonly string[] {
  return operations.map(problemsOf).sort((a, b) => a.length - b.length)[0] ?? [];
}
