import type { Origin, Report } from "../diagnostics/diagnostic.js";
import { extensionUnread } from "../diagnostics/lower.js";
import { childOrigin } from "../diagnostics/origin.js";
import { isObject, type Json } from "../ir/json.js";

/** Those that tell a generator of SDKs what to do. */
const vendors = /^x-(?:speakeasy|fern|stainless)-/;

/** Those that are read beside this file. */
export const readExtensions: ReadonlySet<string> = new Set(
  (
    "custom-security-scheme deprecation-message enums error-message example globals globals-hidden group ignore " +
    "name-override pagination retries server-id sse-sentinel timeout token-endpoint-additional-properties unknown-values usage-example"
  )
    .split(" ")
    .map((word) => `x-speakeasy-${word}`),
);

/** Says once for each extension of a known vendor that nothing here reads it; examples are not looked into. */
export function reportUnreadExtensions(root: Json, origin: Origin, report: Report): void {
  const seen = new Set<string>();
  const visit = (value: Json, at: () => Origin): void => {
    if (Array.isArray(value)) value.forEach((item: Json, i) => void visit(item, () => childOrigin(at(), String(i))));
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === "example" || key === "examples" || key === "default") continue;
      if (vendors.test(key) && !readExtensions.has(key) && !seen.has(key)) {
        seen.add(key);
        report(extensionUnread(childOrigin(at(), key), { key }));
      }
      visit(child, () => childOrigin(at(), key));
    }
  };
  visit(root, () => origin);
}
