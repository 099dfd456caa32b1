import { createHash } from "node:crypto";
import type { NamedType, Type } from "../ir/types.js";

/** A short hash of what a name stands for: it finds a thing again after its address went. Two things may share one. */
export function shapeOf(facts: string): string {
  return createHash("sha256").update(facts).digest("base64url").slice(0, 10);
}

/** What a type looks like from outside: its kind and the names of its parts, without what they refer to. */
export function typeShape(type: NamedType): string {
  switch (type.kind) {
    case "object":
      return shapeOf(`object ${type.fields.map((field) => `${field.wire}:${field.type.kind}`).join(",")}`);
    case "enum":
      return shapeOf(`enum ${type.members.map((member) => JSON.stringify(member.value)).join(",")}`);
    case "union":
      return shapeOf(`union ${type.members.map((member) => smallShape(member.type)).join(",")}`);
    case "alias":
      return shapeOf(`alias ${smallShape(type.of)}`);
  }
}

function smallShape(type: Type): string {
  return type.kind === "ref" ? type.id : type.kind;
}
