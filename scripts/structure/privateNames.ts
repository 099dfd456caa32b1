import ts from "typescript";
import { placeOf, visit } from "../lib/syntax.js";
import type { Program } from "./program.js";

/**
 * Places in targets that make a name unique by themselves: a name is tried against a set or a map until it is free, or changed where one that was computed has it. Names
 * come from the NameTable. Words that a language reserves stand in sets of their own and are no such places.
 *
 *     for (let n = 2; taken.has(name); n += 1) name = `${wanted}_${n}`;
 *     const property = names.has("rest") ? "rest_" : "rest";
 */
export function privateNames({ files, checker }: Program): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith("targets/"))
    .flatMap(({ path, syntax }) => {
      const found: string[] = [];
      visit(syntax, (node) => {
        if (tries(node, checker) || changes(node, checker)) found.push(placeOf(path, node));
      });
      return found;
    });
}

/** A loop that goes on while a set has the name. */
function tries(node: ts.Node, checker: ts.TypeChecker): boolean {
  const isLoop = ts.isForStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node);
  const condition = isLoop ? (ts.isForStatement(node) ? node.condition : node.expression) : undefined;
  return condition !== undefined && lookups(condition, checker).length > 0;
}

/** A name that becomes another one where a set that was computed has it. */
function changes(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (!ts.isConditionalExpression(node)) return false;
  const isComputed = lookups(node.condition, checker).some((set) => !isConstant(set, checker));
  const branches = [node.whenTrue, node.whenFalse];
  const isText = branches.every((branch) => isString(checker.getTypeAtLocation(branch)));
  return isComputed && isText && branches.some((branch) => ts.isTemplateExpression(branch) || ts.isStringLiteral(branch));
}

/** The sets and maps with texts as keys that make a condition true, by themselves or through a constant; behind a `!` stands what is allowed. */
function lookups(condition: ts.Expression, checker: ts.TypeChecker): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return;
    ts.forEachChild(node, look);
    const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    const isFlag = declaration !== undefined && ts.isVariableDeclaration(declaration) && isBoolean(checker.getTypeAtLocation(declaration));
    if (isFlag && declaration.initializer !== undefined) found.push(...lookups(declaration.initializer, checker));
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== "has") return;
    const type = checker.getTypeAtLocation(node.expression.expression);
    const [key] = /^(?:Readonly)?(?:Set|Map)$/.test(type.symbol?.name ?? "") ? checker.getTypeArguments(type as ts.TypeReference) : [];
    if (key !== undefined && isString(key)) found.push(node.expression.expression);
  };
  look(condition);
  return found;
}

/** Plain text: an address, whose type is narrower, is no name. */
function isString(type: ts.Type): boolean {
  return type.isUnion() ? type.types.every(isString) : (type.flags & ts.TypeFlags.StringLike) !== 0;
}

function isBoolean(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.BooleanLike) !== 0;
}

/** Declared at the top of a file and never added to: words that are known beforehand. */
function isConstant(set: ts.Expression, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(set)?.declarations?.[0];
  const target = declaration !== undefined && ts.isImportSpecifier(declaration) ? imported(declaration, checker) : declaration;
  return target !== undefined && ts.isVariableDeclaration(target) && ts.isSourceFile(target.parent.parent.parent);
}

function imported(specifier: ts.ImportSpecifier, checker: ts.TypeChecker): ts.Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(specifier.name);
  return symbol === undefined ? undefined : checker.getAliasedSymbol(symbol).declarations?.[0];
}
