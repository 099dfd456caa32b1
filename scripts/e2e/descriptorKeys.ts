import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { here, root } from "./places.js";

/** The keys of descriptors in one language, nested ones as "pages.kind", all in camel case: what the library knows, and what each operation of an SDK holds. */
export interface DescriptorKeys {
  readonly known: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `templates/CONTRACT.md`: `| pages.kind | both | … |` */
export function documentedKeys(language: "python" | "typescript"): ReadonlySet<string> {
  const text = readFileSync(join(root, "templates/CONTRACT.md"), "utf8");
  const rows = [...text.matchAll(/^\| `([\w.]+)` \| (both|Python|TypeScript) \|/gm)];
  return new Set(rows.flatMap(([, key = "", where = ""]) => (where === "both" || where.toLowerCase() === language ? [key] : [])));
}

/** By importing the package. */
export function pythonKeys(sdk: string, python: string): DescriptorKeys {
  const { stdout, stderr, status } = spawnSync(python, [join(here, "drivers/descriptors.py"), sdk], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const { known, held }: { known: readonly string[]; held: { readonly [id: string]: readonly string[] } } = JSON.parse(stdout);
  return {
    known: new Set(known.map(camel)),
    held: new Map(Object.entries(held).map(([id, keys]) => [id, new Set(keys.map(camel))])),
  };
}

function camel(key: string): string {
  return key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The interfaces that stand behind keys of `Operation`. */
const nested = { body: "Body", responses: "Rule", wrap: "Wrap", pages: "Pages", retry: "Retry" } as const;

/** By reading the sources: the library's interfaces, and the literals of the functions. */
export function typescriptKeys(sdk: string): DescriptorKeys {
  const interfaces = sourceOf(join(sdk, "src/lib/operation.ts")).statements.filter(ts.isInterfaceDeclaration);
  const members = (name: string): readonly string[] =>
    (interfaces.find((one) => one.name.text === name)?.members ?? []).flatMap(({ name: key }) =>
      key !== undefined && ts.isIdentifier(key) ? [key.text] : [],
    );
  const known = [
    ...members("Operation"),
    ...Object.entries(nested).flatMap(([key, name]) => members(name).map((inner) => `${key}.${inner}`)),
  ];
  const folder = join(sdk, "src/funcs");
  const held = readdirSync(folder).flatMap((file) => descriptorIn(sourceOf(join(folder, file))));
  return { known: new Set(known), held: new Map(held) };
}

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022);
}

/** const operation: Operation<…> = { id: "tokens:list", … } */
function descriptorIn(source: ts.SourceFile): readonly (readonly [id: string, keys: ReadonlySet<string>])[] {
  const literals = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => (initializer !== undefined && ts.isObjectLiteralExpression(initializer) ? [initializer] : []));
  return literals.flatMap((literal) => {
    const id = entriesOf(literal).find(([key]) => key === "id")?.[1];
    return id !== undefined && ts.isStringLiteral(id) ? [[id.text, new Set(keysIn(literal))] as const] : [];
  });
}

function keysIn(literal: ts.ObjectLiteralExpression): readonly string[] {
  return entriesOf(literal).flatMap(([key, value]) => {
    const inner = !(key in nested) ? [] : ts.isArrayLiteralExpression(value) ? [...value.elements] : [value];
    return [
      key,
      ...inner.flatMap((one) => (ts.isObjectLiteralExpression(one) ? entriesOf(one).map(([innerKey]) => `${key}.${innerKey}`) : [])),
    ];
  });
}

function entriesOf(literal: ts.ObjectLiteralExpression): readonly (readonly [key: string, value: ts.Expression])[] {
  return literal.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) ? [[property.name.text, property.initializer] as const] : [],
  );
}
