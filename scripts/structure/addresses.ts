import ts from "typescript";
import { placeOf, visit } from "../lib/syntax.js";
import type { Program } from "./program.js";

const own = "ir/address.ts";
const surgeons = new Set([
  "slice",
  "substring",
  "split",
  "replace",
  "replaceAll",
  "startsWith",
  "endsWith",
  "indexOf",
  "lastIndexOf",
  "concat",
  "match",
]);

/** Places that say by themselves that a text is an address. */
export function castsToAddress({ files, checker }: Program): readonly string[] {
  return files
    .filter(({ path }) => path !== own)
    .flatMap(({ path, syntax }) => {
      const found: string[] = [];
      visit(syntax, (node) => {
        if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && isAddress(checker.getTypeFromTypeNode(node.type), checker))
          found.push(placeOf(path, node));
      });
      return found;
    });
}

/** Places that build an address from another one or look into one: templates with a mark of addresses beside it, `+`, and the methods of strings. */
export function surgeryOnAddresses({ files, checker }: Program): readonly string[] {
  const is = (node: ts.Node): boolean => isAddress(checker.getTypeAtLocation(node), checker);
  return files
    .filter(({ path }) => path !== own)
    .flatMap(({ path, syntax }) => {
      const found: string[] = [];
      visit(syntax, (node) => {
        const isTemplate = ts.isTemplateExpression(node) && addsTo(node, is);
        const isSum =
          ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && (is(node.left) || is(node.right));
        const isCut = ts.isPropertyAccessExpression(node) && surgeons.has(node.name.text) && is(node.expression);
        const isJoined = ts.isCallExpression(node) && isConcat(node.expression) && node.arguments.some(is);
        if (isTemplate || isSum || isCut || isJoined) found.push(placeOf(path, node));
      });
      return found;
    });
}

/** `"a".concat(b)`, which lists have as well. */
function isConcat(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === "concat" && ts.isStringLiteralLike(node.expression);
}

/** `${address}/part`; `no ${address}` and `${address} ${other}` are texts about one. */
function addsTo({ head, templateSpans }: ts.TemplateExpression, is: (node: ts.Node) => boolean): boolean {
  return templateSpans.some(({ expression, literal }, i) => {
    const before = templateSpans[i - 1]?.literal ?? head;
    return is(expression) && (/[/:~!]$/.test(before.text) || /^[/:~!]/.test(literal.text) || (before.text === "" && literal.text === ""));
  });
}

/** `string & { readonly __id: "address" }`, also where it may be absent. */
function isAddress(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => isAddress(one, checker));
  const brand = type.isIntersection() ? type.getProperty("__id") : undefined;
  const value = brand === undefined ? undefined : checker.getTypeOfSymbol(brand);
  return value?.isStringLiteral() === true && value.value === "address";
}
