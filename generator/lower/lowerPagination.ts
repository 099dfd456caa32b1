import { paginationUnreadable } from "../diagnostics/lower.js";
import type { Input, Pagination, Path } from "../ir/behaviour.js";
import { entries, isObject, type Json, type JsonObject, list, member, text } from "../ir/json.js";
import type { Located } from "../openapi/openApiDocument.js";
import type { Scope } from "./scope.js";

/**
 * x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }], outputs: { results: $.items, numPages: $.pagination.max_page } }
 * → { kind: "page", input: …, items: ["items"], last: ["pagination", "max_page"] }. What cannot be read leaves the operation without pages.
 */
export function lowerPagination(scope: Scope, source: Located<JsonObject>): Pagination | null {
  const written = member(source.value, "x-speakeasy-pagination");
  if (written === undefined) return null;
  const found = isObject(written) ? readPagination(written) : null;
  if (found === null) scope.report(paginationUnreadable(`${source.origin}/x-speakeasy-pagination`, {}));
  return found;
}

function readPagination(written: JsonObject): Pagination | null {
  const inputs = list(member(written, "inputs")).filter(isObject);
  const outputs = new Map(entries(member(written, "outputs")));
  const input = (type: string): Input | null => {
    const entry = inputs.find((one) => one.type === type);
    const name = entry === undefined ? null : text(member(entry, "name"));
    if (entry === undefined || name === null) return null;
    return entry.in === "requestBody" ? { in: "body", path: name.split(".") } : { in: "parameter", path: [name] };
  };
  const results = pathOf(outputs.get("results"));
  const limit = input("limit");
  switch (member(written, "type")) {
    case "offsetLimit": {
      const page = input("page");
      const at = page ?? input("offset");
      return at === null
        ? null
        : { kind: page === null ? "offset" : "page", input: at, limit, items: results ?? [], last: pathOf(outputs.get("numPages")) };
    }
    case "cursor": {
      const at = input("cursor");
      const next = pathOf(outputs.get("nextCursor"));
      return at === null || next === null ? null : { kind: "cursor", input: at, items: results, next };
    }
    case "url": {
      const next = pathOf(outputs.get("nextUrl"));
      return next === null ? null : { kind: "url", items: results, next };
    }
    case "link":
      return { kind: "link", items: results };
    default:
      return null;
  }
}

/**
 * "$.pagination.max_page" → ["pagination", "max_page"], "$.data[-1].id" → ["data", -1, "id"]; null for any other JSONPath. RFC 9535, 2.3.
 * The last item was written "[(@.length-1)]" before negative indexes had a standard.
 */
function pathOf(written: Json | undefined): Path | null {
  if (typeof written !== "string" || !written.startsWith("$")) return null;
  const path = written.replace(/\[\(@\.length\s*-\s*(\d+)\)\]/g, "[-$1]");
  const steps: (string | number)[] = [];
  const pattern = /\.([A-Za-z_][\w-]*)|\[(-?\d+)\]|\['([^'\\]*)'\]|\["([^"\\]*)"\]/y;
  pattern.lastIndex = 1;
  while (pattern.lastIndex < path.length) {
    const step = pattern.exec(path);
    if (step === null) return null;
    steps.push(step[2] === undefined ? (step[1] ?? step[3] ?? step[4] ?? "") : Number(step[2]));
  }
  return steps;
}
