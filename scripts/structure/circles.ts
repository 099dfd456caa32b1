import { posix } from "node:path";
import { importsOf } from "../lib/syntax.js";
import type { Program } from "./program.js";

/** Groups of files that import each other in a circle, types too, each in one line; the recursion of schemas within `lower` is one that must be. */
export function circlesOfFiles({ files }: Program): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const graph = new Map(
    files.map(({ path, syntax }) => {
      const targets = importsOf(syntax).map(({ module }) => posix.join(posix.dirname(path), module).replace(/\.js$/, ".ts"));
      return [path, targets.filter((target) => known.has(target))];
    }),
  );
  return componentsOf(graph)
    .filter((circle) => !circle.every((path) => path.startsWith("lower/")))
    .map((circle) => circle.join(" "));
}

/** Strongly connected components of more than one node. Tarjan 1972. */
function componentsOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const walk = (node: string): number => {
    const mine = order.size;
    order.set(node, mine);
    stack.push(node);
    let low = mine;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, walk(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next) ?? mine);
    }
    lowest.set(node, low);
    if (low === mine) found.push(stack.splice(stack.indexOf(node)).sort());
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) walk(node);
  return found.filter((component) => component.length > 1).sort((a, b) => (a.join() < b.join() ? -1 : 1));
}
