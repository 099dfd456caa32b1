import type { Method } from "../../../../codegen/plan/plan.js";

/**
 *     Delete a token
 *
 *     @remarks
 *     It cannot be restored.
 *
 *     @deprecated Use `revoke` instead.
 */
export function methodDocs({ docs, name }: Method): string {
  const { summary, description, link, deprecated } = docs;
  const parts = [summary ?? description ?? name];
  if (summary !== null && description !== null && description.trim() !== "" && description !== summary)
    parts.push(`@remarks\n${description}`);
  if (link !== null) parts.push(`@see {@link ${link.url}}${link.description === null ? "" : ` - ${link.description}`}`);
  if (deprecated !== null) parts.push(`@deprecated ${deprecated.message ?? "This will be removed in a future release."}`);
  return parts.join("\n\n");
}
