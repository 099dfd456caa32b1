import type { Origin, Report } from "../diagnostics/diagnostic.js";
import { documentEmpty, operationIdDuplicate, operationUnreadable } from "../diagnostics/lower.js";
import { escapeKey } from "../diagnostics/origin.js";
import type { Api } from "../ir/api.js";
import type { OperationId } from "../ir/ids.js";
import { isObject, type JsonObject, member, text } from "../ir/json.js";
import type { Operation, Parameter } from "../ir/operation.js";
import type { Reading } from "../ir/reading.js";
import type { Located, OpenApiDocument } from "../openapi/openApiDocument.js";
import { defaultChecker } from "./checkDefaults.js";
import { heirsOf } from "./hierarchy.js";
import { lowerDocs } from "./lowerDocs.js";
import { withFiles } from "./lowerForms.js";
import { globalFlag, lowerGlobals } from "./lowerGlobals.js";
import { lowerOperation, methodsOf, type OperationPlace } from "./lowerOperation.js";
import { lowerReference } from "./lowerReference.js";
import { lowerSchemes, lowerSecurity, reportUndeclared } from "./lowerSecurity.js";
import { lowerServers } from "./lowerServers.js";
import { ServiceTree } from "./lowerServices.js";
import { childObject, children, deref, type Scope } from "./scope.js";
import { settleChoices } from "./settleChoices.js";
import { TypeTable } from "./typeTable.js";
import { reportUnreadExtensions } from "./unreadExtensions.js";

/**
 * OpenAPI document → intermediate model. Each operation is lowered on its own and becomes part of the Api or an entry of `skipped`; types are entered at
 * their first use, in document order. Vendor extensions are understood here and nowhere later. Returns null after an error.
 */
export function lower(document: OpenApiDocument, options: Reading, report: Report): Api | null {
  const origin = "0#" as Origin;
  const top: Located<JsonObject> = { value: document.root, origin };
  const skipped: string[] = [];
  const components = childObject(top, "components");
  const scope: Scope = { document, report, options, types: new TypeTable(), heirs: heirsOf({ document }, components) };
  const tree = new ServiceTree(options.dottedTags);
  const globals = lowerGlobals(scope, top);
  const operations = lowerPaths(scope, top, tree, skipped).map((operation) => globalFlag(operation, globals));
  const webhooks = lowerWebhooks(scope, top, skipped);
  const schemes = lowerSchemes(scope, components);
  if (operations.length === 0 && webhooks.length === 0) {
    const schemas = children(components === null ? null : childObject(components, "schemas"));
    if (schemas.length === 0 && skipped.length === 0) {
      report(documentEmpty(origin, {}));
      return null;
    }
    // A document of schemas alone is a library of types.
    for (const [key] of schemas)
      lowerReference(scope, { value: { $ref: `#/components/schemas/${escapeKey(key)}` }, origin }, { address: "" as never, trail: [] });
  }
  const security = lowerSecurity(document.root) ?? [];
  reportUndeclared(scope, components, [{ origin, security }, ...operations]);
  reportUnreadExtensions(document.root, origin, report);
  const info = member(document.root, "info");
  const checked = defaultChecker(scope);
  const withChecked = <O extends { readonly parameters: readonly Parameter[] }>(one: O): O => ({
    ...one,
    parameters: one.parameters.map(checked),
  });
  return {
    sources: document.source.sources,
    title: text(member(info, "title")) ?? "",
    version: String(member(info, "version") ?? ""),
    docs: { ...lowerDocs(info), link: lowerDocs(document.root).link },
    servers: lowerServers(top, null),
    schemes,
    security,
    globals: globals.map(checked),
    services: tree.services(top),
    operations: operations.map(withChecked),
    webhooks,
    showcase: showcaseOf(top, operations),
    types: withFiles(scope, [...operations, ...webhooks], settleChoices(scope.types)).map((type) =>
      type.kind === "object" ? { ...type, fields: type.fields.map(checked) } : type,
    ),
    skipped,
  };
}

function lowerPaths(scope: Scope, top: Located, tree: ServiceTree, skipped: string[]): readonly Operation[] {
  const seen = new Map<string, string>();
  return children(childObject(top, "paths")).flatMap(([path, written]) => {
    if (path.startsWith("x-")) return [];
    const item = deref(scope, written)?.target;
    if (item === undefined) {
      scope.report(operationUnreadable(written.origin, { label: path, why: "its path item is no object" }));
      skipped.push(path);
      return [];
    }
    return methodsOf(scope, item).flatMap(([method, source]) => {
      if (member(source.value, "x-speakeasy-ignore") === true) return [];
      const label = `${method} ${path}`;
      const fallback = `${method}_${path}`;
      const wanted = text(member(source.value, "operationId"));
      const first = wanted === null ? undefined : seen.get(wanted);
      if (first !== undefined) scope.report(operationIdDuplicate(source.origin, { id: wanted ?? "", first, name: fallback }));
      const id = (wanted === null || wanted === "" || first !== undefined ? fallback : wanted) as OperationId;
      seen.set(id, label);
      const place: OperationPlace = { kind: "op", method, path, id };
      tree.add(id, source.value);
      return [lowerOperation(scope, item, source, place)];
    });
  });
}

/** webhooks of 3.1; `x-webhooks` was its name before. OpenAPI 3.1, 4.8.1. */
function lowerWebhooks(scope: Scope, top: Located, skipped: string[]): readonly Operation[] {
  const holder = childObject(top, "webhooks") ?? childObject(top, "x-webhooks");
  return children(holder).flatMap(([name, written]) => {
    const item = deref(scope, written)?.target;
    if (item === undefined) {
      skipped.push(name);
      return [];
    }
    return methodsOf(scope, item).map(([method, source]) => {
      const id = (text(member(source.value, "operationId")) ?? `${name}_${method}`) as OperationId;
      return lowerOperation(scope, item, source, { kind: "webhook", method, path: name, id });
    });
  });
}

/** The operation that is marked as the usage example, else the first one. */
function showcaseOf(top: Located, operations: readonly Operation[]): OperationId | null {
  for (const [path, item] of children(childObject(top, "paths"))) {
    for (const [method, operation] of children(item)) {
      const marked = member(operation.value, "x-speakeasy-usage-example");
      if (marked === true || isObject(marked)) return operations.find((one) => one.path === path && one.method === method)?.id ?? null;
    }
  }
  return operations[0]?.id ?? null;
}
