import ts from "typescript";
import { visit } from "../lib/syntax.js";
import type { Program } from "./program.js";

/** Who fills the model and who prints it as a whole: neither is a reader. */
const apart = /^(?:ir|lower|targets\/json)\//;

/** What the model and its names are made of. */
const roots = new Set(["Api", "NameTable"]);

/** Fields of the model that no stage reads: "ir/types.ts:96 xml". */
export function unreadFields({ files, checker }: Program): readonly string[] {
  const read = new Set<ts.Node>();
  for (const { path, syntax } of files) {
    if (apart.test(path)) continue;
    visit(syntax, (node) => {
      for (const declaration of readBy(node, checker)?.declarations ?? []) read.add(declaration);
    });
  }
  const unread: string[] = [];
  for (const declaration of modelOf({ files, checker })) {
    const syntax = declaration.getSourceFile();
    visit(declaration, (node) => {
      if (!ts.isPropertySignature(node) || read.has(node)) return;
      unread.push(`${syntax.fileName.slice(1)}:${syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.name.getText()}`);
    });
  }
  return unread.sort();
}

/** The declarations that the roots are made of, wherever in `ir/` they stand; brands of texts hold no field. */
function modelOf({ files, checker }: Program): ReadonlySet<ts.Declaration> {
  const found = new Set<ts.Declaration>();
  const meet = (declaration: ts.Declaration): void => {
    const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
    if (!isType || found.has(declaration) || !declaration.getSourceFile().fileName.startsWith("/ir/") || isBrand(declaration)) return;
    found.add(declaration);
    visit(declaration, (node) => {
      const name = ts.isTypeReferenceNode(node) ? node.typeName : ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
      const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
      const target = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
      for (const next of target?.declarations ?? []) meet(next);
    });
  };
  for (const { path, syntax } of files) {
    if (!path.startsWith("ir/")) continue;
    for (const statement of syntax.statements) if (ts.isInterfaceDeclaration(statement) && roots.has(statement.name.text)) meet(statement);
  }
  return found;
}

/** `string & { readonly __id: "address" }` */
function isBrand(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  return ts.isTypeAliasDeclaration(declaration) && ts.isIntersectionTypeNode(declaration.type) && /__id/.test(declaration.type.getText());
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
