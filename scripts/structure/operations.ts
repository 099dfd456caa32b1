import ts from "typescript";
import { placeOf, visit } from "../lib/syntax.js";
import type { Program } from "./program.js";

/** Places in targets that read an operation of the model from what holds it, whatever it is called there: a target decides what the plan should have decided. */
export function operationReads({ files, checker }: Program): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith("targets/"))
    .flatMap(({ path, syntax }) => {
      const found: string[] = [];
      visit(syntax, (node) => {
        const isAccess = ts.isPropertyAccessExpression(node);
        const isBinding = ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent);
        if ((isAccess || isBinding) && isOperation(checker.getTypeAtLocation(node)))
          found.push(placeOf(path, isBinding ? node.parent : node));
      });
      return found;
    });
}

function isOperation(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isOperation);
  const file = type.symbol?.declarations?.[0]?.getSourceFile().fileName;
  return type.symbol?.name === "Operation" && file === "/ir/operation.ts";
}
