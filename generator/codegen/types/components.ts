interface Visit<T> {
  readonly node: T;
  readonly needs: readonly T[];
  next: number;
}

/**
 * The circles of a graph, and each node that is in none as a circle of one: what a group needs stands in groups before it (Tarjan 1972). Without
 * recursion, since chains of types may be longer than the call stack. The same graph in the same order gives the same groups in the same order.
 */
export function components<T>(nodes: readonly T[], needsOf: (node: T) => readonly T[]): readonly (readonly T[])[] {
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open = new Set<T>();
  const stack: T[] = [];
  const found: T[][] = [];
  const visits: Visit<T>[] = [];
  const enter = (node: T): void => {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    open.add(node);
    stack.push(node);
    visits.push({ node, needs: needsOf(node), next: 0 });
  };
  const lower = (node: T, value: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? value, value));
  };
  const close = (node: T): void => {
    const at = stack.lastIndexOf(node);
    const group = stack.splice(at);
    for (const one of group) open.delete(one);
    found.push(group);
  };
  for (const start of nodes) {
    if (order.has(start)) continue;
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node, needs } = visit;
      const need = needs[visit.next];
      visit.next += 1;
      if (need !== undefined) {
        if (!order.has(need)) enter(need);
        else if (open.has(need)) lower(node, order.get(need) ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lower(parent.node, lowest.get(node) ?? 0);
      if (lowest.get(node) === order.get(node)) close(node);
    }
  }
  return found;
}
