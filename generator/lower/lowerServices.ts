import { rootAddress } from "../ir/address.js";
import type { Service } from "../ir/api.js";
import type { OperationId } from "../ir/ids.js";
import { type JsonObject, list, member, text } from "../ir/json.js";
import type { Reading } from "../ir/reading.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs } from "./lowerDocs.js";
import { child, children } from "./scope.js";

interface Group {
  readonly key: string;
  readonly operations: OperationId[];
  readonly groups: Map<string, Group>;
}

/**
 * Sorts operations into the tree that the SDK's resources mirror: `x-speakeasy-group` with dots for nesting, else each tag, where words between dots may nest
 * as well; neither: the client itself.
 */
export class ServiceTree {
  private readonly root: Group = { key: "", operations: [], groups: new Map() };

  constructor(private readonly dottedTags: Reading["dottedTags"]) {}

  add(id: OperationId, operation: JsonObject): void {
    for (const path of groupsOf(operation, this.dottedTags)) {
      let at = this.root;
      for (const key of path) {
        const found: Group = at.groups.get(fold(key)) ?? { key, operations: [], groups: new Map() };
        at.groups.set(fold(key), found);
        at = found;
      }
      if (!at.operations.includes(id)) at.operations.push(id);
    }
  }

  services(document: Located): readonly Service[] {
    const tags = new Map(children(child(document, "tags")).map(([, tag]) => [fold(text(member(tag.value, "name")) ?? ""), tag] as const));
    const build = (group: Group, path: readonly string[]): Service => {
      const here = [...path, group.key];
      const tag = path.length === 0 || this.dottedTags === "nested" ? tags.get(fold(here.join("."))) : undefined;
      return {
        address: rootAddress("service", here.map(fold).join(".")),
        origin: tag?.origin ?? document.origin,
        naming: { trail: here.map((key) => ({ role: "group" as const, key, title: null })), override: null },
        docs: lowerDocs(tag?.value),
        operations: group.operations,
        services: [...group.groups.values()].map((inner) => build(inner, here)),
      };
    };
    return [...this.root.groups.values()].map((group) => build(group, []));
  }
}

function groupsOf(operation: JsonObject, dotted: Reading["dottedTags"]): readonly (readonly string[])[] {
  const group = text(member(operation, "x-speakeasy-group"));
  if (group !== null) return [group.split(".").filter((part) => part !== "")];
  const tags = list(member(operation, "tags")).filter((tag) => typeof tag === "string" && tag.trim() !== "") as string[];
  return tags.length === 0 ? [[]] : tags.map((tag) => (dotted === "nested" && words.test(tag) ? tag.split(".") : [tag]));
}

/** "beta.agents", but neither "v1.2" nor "e.g. this". */
const words = /^\p{L}{2}[\p{L}\p{N}_ -]*(?:\.\p{L}{2}[\p{L}\p{N}_ -]*)+$/u;

/** Tags that differ in case and punctuation only are one resource. */
function fold(key: string): string {
  const folded = key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return folded === "" ? key : folded;
}
