import type { Status } from "../../ir/behaviour.js";
import { failureOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { ErrorCase } from "../surface/surface.js";
import type { ErrorRow, Failure, Model } from "./plan.js";
import type { NameLookup } from "./planning.js";

/** One row per error class, content type, declared headers and class of status; each row's highest status gives its place. */
export function errorRows(errors: readonly ErrorCase[], modelOf: ReadonlyMap<TypeId, Model>): readonly ErrorRow[] {
  const rows = new Map<string, { model: Model; statuses: Status[]; mediaType: string }>();
  for (const { status, content, types, headers } of errors) {
    for (const id of types) {
      const model = modelOf.get(id);
      if (model === undefined) continue;
      const key = [id, content.mediaType, headers.length > 0, Math.floor(rank(status) / 100)].join(" ");
      const row = rows.get(key) ?? { model, statuses: [], mediaType: content.mediaType };
      row.statuses.push(status);
      rows.set(key, row);
    }
  }
  const sorted = [...rows.values()].map((row) => ({ ...row, statuses: [...row.statuses].sort((a, b) => rank(a) - rank(b)) }));
  const last = (row: ErrorRow): number => rank(row.statuses.at(-1) ?? { kind: "default" });
  return sorted
    .map((row, i) => ({ row, i }))
    .sort((a, b) => last(a.row) - last(b.row) || a.i - b.i)
    .map(({ row }) => row);
}

/** How failed answers are read: those whose body is an object of the API, or one of several. `holder`: the resource, or the client. */
export function failuresOf(
  errors: readonly ErrorCase[],
  holder: Address,
  modelOf: ReadonlyMap<TypeId, Model>,
  names: NameLookup,
): readonly Failure[] {
  return errors.flatMap((error) => {
    const found = error.types.flatMap((id) => {
      const model = modelOf.get(id);
      const address = failureOf(holder, error, id);
      return model?.kind === "object" ? [{ model, constant: names.has(address) ? names.of(address) : model.name }] : [];
    });
    return found.length === 0 ? [] : [{ status: error.status, content: error.content, errors: found }];
  });
}

/** Codes before their range, ranges before what stands for all. */
function rank(status: Status): number {
  switch (status.kind) {
    case "code":
      return status.code;
    case "range":
      return status.hundreds * 100 + 99.5;
    case "default":
      return 1000;
  }
}
