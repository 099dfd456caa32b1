import { rootAddress } from "../ir/address.js";
import type { Service } from "../ir/api.js";
import type { OperationId } from "../ir/ids.js";
import type { JsonObject } from "../ir/json.js";
import type { Docs } from "../ir/node.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs, noDocs } from "./lowerDocs.js";
import { child, children, isObject, list, member, type Scope, text } from "./scope.js";

interface Group {
  readonly key: string;
  readonly operations: OperationId[];
  readonly groups: Map<string, Group>;
}

/** Sorts operations into the tree that the SDK's resources mirror: `x-speakeasy-group` with dots for nesting, else each tag; neither: the client itself. */
export class ServiceTree {
  private readonly root: Group = { key: "", operations: [], groups: new Map() };

  add(id: OperationId, operation: JsonObject): void {
    for (const path of groupsOf(operation)) {
      let at = this.root;
      for (const key of path) {
        const found: Group = at.groups.get(fold(key)) ?? { key, operations: [], groups: new Map() };
        at.groups.set(fold(key), found);
        at = found;
      }
      if (!at.operations.includes(id)) at.operations.push(id);
    }
  }

  rootOperations(): readonly OperationId[] {
    return this.root.operations;
  }

  services(scope: Scope, document: Located): readonly Service[] {
    const tags = new Map(
      children(child(document, "tags")).flatMap(([, tag]) =>
        isObject(tag.value) ? [[fold(text(member(tag.value, "name")) ?? ""), tag] as const] : [],
      ),
    );
    const build = (group: Group, path: readonly string[]): Service => {
      const here = [...path, group.key];
      const tag = path.length === 0 ? tags.get(fold(group.key)) : undefined;
      const docs: Docs = tag !== undefined && isObject(tag.value) ? lowerDocs(tag.value) : noDocs;
      return {
        address: rootAddress(scope.prefix, "service", here.map(fold).join(".")),
        origin: tag?.origin ?? document.origin,
        extensions: {},
        naming: { trail: here.map((key) => ({ role: "group" as const, key, title: null })), override: null },
        docs,
        operations: group.operations,
        services: [...group.groups.values()].map((inner) => build(inner, here)),
      };
    };
    return [...this.root.groups.values()].map((group) => build(group, []));
  }
}

function groupsOf(operation: JsonObject): readonly (readonly string[])[] {
  const group = text(member(operation, "x-speakeasy-group"));
  if (group !== null) return [group.split(".").filter((part) => part !== "")];
  const tags = list(member(operation, "tags")).filter((tag) => typeof tag === "string" && tag.trim() !== "") as string[];
  return tags.length === 0 ? [[]] : tags.map((tag) => [tag]);
}

/** Tags that differ in case and punctuation only are one resource. */
function fold(key: string): string {
  const folded = key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return folded === "" ? key : folded;
}
