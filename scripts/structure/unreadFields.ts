import ts from "typescript";
import { visit } from "../lib/syntax.js";
import type { Program } from "./program.js";

/** Who fills the model and who prints it as a whole: neither is a reader. */
const apart = /^(?:ir|lower|targets\/json)\//;

/** Fields of the model that no stage reads: "types.ts:96 xml". */
export function unreadFields({ files, checker }: Program): readonly string[] {
  const read = new Set<ts.Node>();
  for (const { path, syntax } of files) {
    if (apart.test(path)) continue;
    visit(syntax, (node) => {
      for (const declaration of readBy(node, checker)?.declarations ?? []) read.add(declaration);
    });
  }
  return files
    .filter(({ path }) => path.startsWith("ir/"))
    .flatMap(({ path, syntax }) => {
      const unread: string[] = [];
      visit(syntax, (node) => {
        if (!ts.isPropertySignature(node) || read.has(node) || node.name.getText() === "__id") return;
        unread.push(`${path}:${syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.name.getText()}`);
      });
      return unread;
    });
}

/** `type.xml`, `const { xml } = type`, `({ xml }) => …` and `type["xml"]` */
function readBy(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && node.dotDotDotToken === undefined) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? checker.getTypeAtLocation(node.parent).getProperty(name.text) : undefined;
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
    return checker.getTypeAtLocation(node.expression).getProperty(node.argumentExpression.text);
  return undefined;
}
