import type { Model, Plan } from "../../codegen/plan/plan.js";
import { wrapsModel } from "../../codegen/plan/planning.js";
import { usersOf } from "../../codegen/types/references.js";
import type { TypeId } from "../../ir/ids.js";

/** Types that have a codec: what a call wraps around a response, and credentials, are put together by the library; an error that wraps a model has that one's. */
export function hasCodec(model: Model): boolean {
  const { role } = model;
  return !wrapsModel(model) && role !== "response" && role !== "security" && role !== "credential";
}

/** `Token$codec`: a name that only the SDK's own files know. */
export function codecName({ valueName }: Model): string {
  return `${valueName}$codec`;
}

/**
 * The file of each codec. What one resource alone uses stands in its file, everything else in `common.ts`: whatever a type refers to is used by at least the
 * same resources, and all types of a cycle by the same, so resource files import from `common.ts` alone and no two files import each other.
 */
export function codecFilesOf(plan: Plan): ReadonlyMap<TypeId, string> {
  const modules = new Map(plan.allResources.map(({ address, module }) => [address, module]));
  const userOf = (resource: Plan["methods"][number]["resource"]): string =>
    (resource === null ? undefined : modules.get(resource)) ?? "client";
  // Payloads of webhooks, and whatever else no call shows, count as one more resource.
  const users = usersOf(
    plan,
    ({ resource }) => userOf(resource),
    () => "webhooks",
  );
  const files = plan.models.filter(hasCodec).map(({ id }): readonly [TypeId, string] => {
    const [only, ...others] = users.get(id) ?? [];
    return [id, `codecs/${only === undefined || others.length > 0 ? "common" : only}.ts`];
  });
  return new Map(files);
}
