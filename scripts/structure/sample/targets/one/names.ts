import { stem } from "./stem.js";

const keywords = new Set(["class"]);

export function safe(word: string): string {
  return keywords.has(word) ? `${word}_` : word;
}

export function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted}${n}`;
  taken.add(name);
  return name;
}

export function beside(name: string, fields: readonly string[]): string {
  const others = new Set(fields.map(stem));
  const clashes = others.has(name);
  return clashes ? `${name}_param` : name;
}

export function unlessAllowed(name: string, allowed: ReadonlySet<string>): string {
  return keywords.has(name) && !allowed.has(name) ? `${name}_` : name;
}
