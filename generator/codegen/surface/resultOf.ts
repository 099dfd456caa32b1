import { partAddress } from "../../ir/address.js";
import type { Content, Operation, Response } from "../../ir/operation.js";
import { type NamedType, plainText, type Type, type UnionType } from "../../ir/types.js";
import type { Result, ResultCase } from "./surface.js";
import { plainField, syntheticObject } from "./syntheticType.js";

/**
 * Decides what a call gives: nothing, the body's value, a union of bodies, or a response type that holds the body as `result` (pages, declared headers).
 */
export function resultOf(operation: Operation): { readonly result: Result; readonly type: NamedType | null } {
  const success = operation.responses.filter(isSuccess);
  const cases = success.flatMap((response): ResultCase[] =>
    response.contents.length === 0
      ? [{ status: response.status, content: null }]
      : response.contents.map((content) => ({ status: response.status, content })),
  );
  const contents = cases.flatMap(({ content }) => content ?? []);
  const mayBeEmpty = cases.some(({ content }) => content === null);
  const types = distinctTypes(contents);
  const headers = success.find((response) => response.headers.length > 0)?.headers ?? [];
  const first = contents[0];
  if (headers.length > 0 || (operation.pagination !== null && first !== undefined)) {
    const owner = partAddress(operation.address, "response");
    const value = first?.type ?? null;
    const strings: Type = { kind: "array", items: plainText, limits: null };
    const fields = [
      ...(headers.length > 0 ? [plainField(owner, operation.origin, "Headers", { kind: "map", values: strings }, "required")] : []),
      ...(value === null ? [] : [plainField(owner, operation.origin, "Result", value, "required")]),
    ];
    const type = syntheticObject(operation, "response", fields);
    return { result: { cases, shape: { kind: "wrapper", type: type.id, value, headers }, mayBeEmpty }, type };
  }
  if (first === undefined) return { result: { cases, shape: { kind: "nothing" }, mayBeEmpty }, type: null };
  if (types.length === 1) return { result: { cases, shape: { kind: "value" }, mayBeEmpty }, type: null };
  const type = responseUnion(operation, types);
  return { result: { cases, shape: { kind: "union", type: type.id }, mayBeEmpty }, type };
}

/** A default response without a body says nothing of successes. */
function isSuccess({ outcome, status, contents }: Response): boolean {
  return outcome === "success" && (status.kind !== "default" || contents.length > 0);
}

function distinctTypes(contents: readonly Content[]): readonly Content[] {
  const seen = new Set<string>();
  return contents.filter(({ type, codec }) => {
    const key = `${codec.kind === "events" || codec.kind === "lines" ? codec.kind : ""} ${JSON.stringify(type)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function responseUnion(operation: Operation, contents: readonly Content[]): UnionType {
  const { fields: _, rest: __, ...base } = syntheticObject(operation, "response", []);
  return {
    ...base,
    kind: "union",
    members: contents.map(({ type, mediaType }) => ({
      address: partAddress(base.id, "member", mediaType),
      type,
      naming: { trail: [...base.naming.trail, { role: "member" as const, key: mediaType, title: null }], override: null },
    })),
    choice: { kind: "untagged" },
    open: false,
  };
}
