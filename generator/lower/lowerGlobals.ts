import { singleAddress } from "../ir/address.js";
import type { Operation, Parameter } from "../ir/operation.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerParameter } from "./lowerParameter.js";
import { child, childObject, children, deref, isObject, member, type Scope } from "./scope.js";

/** x-speakeasy-globals: { parameters: [{ name, in, schema }] } → parameters that the client holds for all operations that declare them. */
export function lowerGlobals(scope: Scope, top: Located): readonly Parameter[] {
  const written = childObject(top, "x-speakeasy-globals");
  if (written === null) return [];
  return children(child(written, "parameters")).flatMap(([, entry]) => {
    const parameter = lowerParameter(scope, entry, { address: singleAddress("global", scope.prefix), trail: [] });
    const value = deref(scope, entry)?.target.value ?? {};
    const hidden = isObject(value) && member(value, "x-speakeasy-globals-hidden") === true;
    return parameter === null ? [] : [{ ...parameter, global: hidden ? ("hidden" as const) : ("visible" as const) }];
  });
}

/** Marks the parameters of an operation whose value the client may hold. */
export function globalFlag(operation: Operation, globals: readonly Parameter[]): Operation {
  if (globals.length === 0) return operation;
  const parameters = operation.parameters.map((parameter) => {
    const held = globals.find((one) => one.in === parameter.in && one.wire === parameter.wire);
    return held === undefined ? parameter : { ...parameter, global: held.global };
  });
  return { ...operation, parameters };
}
