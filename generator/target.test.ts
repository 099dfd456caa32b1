import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { planOf } from "../scripts/testing/planOf.js";
import {
  type Code,
  type LiteralWords,
  layoutCode,
  literal,
  modelPages,
  type PageLanguage,
  type Plan,
  sdkPages,
  snippetCall,
} from "./target.js";

const entry = join(dirname(fileURLToPath(import.meta.url)), "target.ts");

test("no name is exported twice: of two the language would take none", () => {
  const { statements } = ts.createSourceFile(entry, readFileSync(entry, "utf8"), ts.ScriptTarget.Latest);
  const names = statements.filter(ts.isExportDeclaration).flatMap(({ exportClause, moduleSpecifier }) => {
    if (exportClause !== undefined && ts.isNamedExports(exportClause)) return exportClause.elements.map(({ name }) => name.text);
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? declaredIn(moduleSpecifier.text) : [];
  });
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

/** The names that a module exports by itself. */
function declaredIn(module: string): readonly string[] {
  const text = readFileSync(join(dirname(entry), module.replace(/\.js$/, ".ts")), "utf8");
  return [
    ...new Set([...text.matchAll(/^export (?:abstract )?(?:interface|type|class|function|const) (\w+)/gm)].map(([, name = ""]) => name)),
  ];
}

const document = `security: [{key: []}]
paths:
  /books/{id}:
    put:
      operationId: replace
      tags: [books]
      summary: Replaces a book
      parameters: [{name: id, in: path, required: true, schema: {type: string}, example: "7"}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Book"}, example: {title: It, size: 320}}}}
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Book"}}}}
        "404": {description: None., content: {application/json: {schema: {$ref: "#/components/schemas/Missing"}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Book: {type: object, required: [title], properties: {title: {type: string, description: On the cover.}, size: {$ref: "#/components/schemas/Size"}}}
    Size: {type: integer, enum: [320, 640]}
    Missing: {type: object, properties: {message: {type: string}}}
`;

test("a language from outside writes pages with the engine, and values in its own words", () => {
  const language = languageOf(planOf(document));
  const pages = [...sdkPages(language), ...modelPages(language)]
    .filter(({ path }) => !/request|missing|security/.test(path))
    .map(({ path, text }) => [path, JSON.parse(text)]);
  expect(pages).toMatchObject([
    [
      "docs/sdks/books/README.md",
      {
        template: "sdk.md",
        methods: [
          {
            item: "[replace](#books-replace) - Replaces a book",
            snippets: [{ call: "id: '7', book: {\n  :title: 'It',\n  :size: 320,\n}", needs: ["key"] }],
            parameters: expect.stringMatching(/`request` +\| \[ReplaceRequest\]\(\.\.\/\.\.\/models\/replacerequest\.md\)/),
            errors: expect.stringMatching(/Missing +\| 404 +\| application\/json/),
          },
        ],
      },
    ],
    [
      "docs/models/book.md",
      {
        template: "object.md",
        title: "Book",
        table: expect.stringMatching(/`title` +\| string +\| :heavy_check_mark: +\| On the cover\./),
      },
    ],
    ["docs/models/size.md", { template: "enum.md", title: "Size" }],
  ]);
});

function languageOf(plan: Plan): PageLanguage {
  const words: LiteralWords = {
    plan,
    nothing: "nil",
    scalar: (value) => (typeof value === "string" ? `'${value}'` : String(value)),
    key: (text) => `:${text}`,
    fieldKey: (name) => `:${name}`,
    special: () => null,
    member: (model, value) => model.members.find((member) => member.value === value)?.name ?? null,
    ambiguous: "first",
    showsDefaults: () => true,
    restField: () => null,
  };
  const code = (value: Code): string => layoutCode(value, "", { width: 100, before: 0 });
  return {
    plan,
    pages: { nameOf: ({ name }) => name, pathOf: ({ name }) => `models/${name.toLowerCase()}` },
    render: (template, view) => JSON.stringify({ template, ...view }),
    end: (text) => text,
    nullExample: "nil",
    typeCell: ({ type }) => type.kind,
    describing: () => ({ beside: true, model: true }),
    sdk: {
      clientPage: "withMethods",
      clientTitle: plan.client.className,
      clientOverview: "",
      title: ({ className }) => className,
      pathLine: () => "",
      order: "document",
      anchor: ({ path, name }) => [...path, name].join("-"),
      snippets: (method) => {
        const call = snippetCall(plan, method, method.example);
        const given = call.arguments.map(
          ({ argument, value }) => `${argument.name}: ${code(literal(words, value ?? null, argument.type))}`,
        );
        return [{ call: given.join(", "), needs: call.credentials.map(({ name }) => name) }];
      },
      response: ({ result }) => result.kind,
      errorName: ({ name }) => name,
      defaultError: "Failure",
      bodyCell: ({ kind }) => kind,
      argumentLabel: ({ name }) => name,
      securityRow: () => null,
      optionRows: () => [],
    },
    model: {
      place: () => ({ toDocs: ".." }),
      borrowed: () => null,
      restRow: () => null,
      fieldKind: () => "field",
      view: () => ({}),
    },
  };
}
