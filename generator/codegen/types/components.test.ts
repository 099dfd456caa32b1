import fc from "fast-check";
import { components } from "./components.js";

const graph = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }));

function reaches(needs: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [...(needs[from] ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(needs[node] ?? []));
  }
  return false;
}

test("a group is a circle, and what it needs stands before it", () => {
  fc.assert(
    fc.property(graph, (needs) => {
      const nodes = needs.map((_, i) => i);
      const groups = components(nodes, (node) => needs[node] ?? []);
      const place = new Map(groups.flatMap((group, i) => group.map((node) => [node, i] as const)));
      expect(groups.flat().sort((a, b) => a - b)).toEqual(nodes);
      for (const a of nodes) {
        for (const need of needs[a] ?? []) expect(place.get(need)).toBeLessThanOrEqual(place.get(a) ?? -1);
        for (const b of nodes) if (a !== b) expect(place.get(a) === place.get(b)).toBe(reaches(needs, a, b) && reaches(needs, b, a));
      }
    }),
  );
});

test("a chain may be longer than the call stack", () => {
  const nodes = Array.from({ length: 200_000 }, (_, i) => i);
  expect(components(nodes, (node) => (node + 1 < nodes.length ? [node + 1] : [])).length).toBe(nodes.length);
});
