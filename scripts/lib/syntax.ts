import ts from "typescript";

/** What one file takes from another. */
export interface Import {
  readonly module: string;
  readonly typesOnly: boolean;
  readonly line: number;
}

/** Static imports, re-exports and `import()` with a literal. */
export function importsOf(syntax: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  visit(syntax, (node) => {
    const line = syntax.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typesOnly = ts.isImportDeclaration(node) ? areTypes(node.importClause) : node.isTypeOnly;
      found.push({ module: node.moduleSpecifier.text, typesOnly, line });
    }
    const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (argument !== undefined && ts.isStringLiteral(argument)) found.push({ module: argument.text, typesOnly: false, line });
  });
  return found;
}

function areTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { namedBindings, name } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** "plan.ts:12 return text as Address": where a finding stands, and the beginning of it. */
export function placeOf(path: string, node: ts.Node): string {
  const syntax = node.getSourceFile();
  const line = syntax.getLineAndCharacterOfPosition(node.getStart(syntax)).line + 1;
  return `${path}:${line} ${node.getText(syntax).replace(/\s+/g, " ").slice(0, 100)}`;
}
