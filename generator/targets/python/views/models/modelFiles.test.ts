import fc from "fast-check";
import { pythonFiles } from "../../../../../scripts/testing/pythonFiles.js";
import type { Json } from "../../../../ir/json.js";

const count = 7;
const target = fc.integer({ min: 0, max: count - 1 });
const schema = fc.record({ kind: fc.constantFrom("object", "object", "union", "list"), needs: fc.array(target, { maxLength: 3 }) });
const world = fc.record({
  schemas: fc.array(schema, { minLength: count, maxLength: count }),
  uses: fc.array(fc.record({ tag: fc.constantFrom("red", "green", "blue"), schema: target }), { minLength: 1, maxLength: 5 }),
});

function schemaOf({ kind, needs }: { readonly kind: string; readonly needs: readonly number[] }): Json {
  const refs = needs.map((need): Json => ({ $ref: `#/components/schemas/Type${need}` }));
  if (kind === "union") return { anyOf: [{ type: "string" }, ...refs] };
  if (kind === "list") return { type: "array", items: refs[0] ?? { type: "string" } };
  return { type: "object", properties: Object.fromEntries(refs.map((ref, i) => [`field${i}`, ref])) };
}

const documentOf = ({
  schemas,
  uses,
}: {
  readonly schemas: Parameters<typeof schemaOf>[0][];
  readonly uses: { readonly tag: string; readonly schema: number }[];
}): Json => ({
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  servers: [{ url: "https://api.test" }],
  paths: Object.fromEntries(
    uses.map(({ tag, schema }, i) => [
      `/call${i}`,
      {
        get: {
          operationId: `call${i}`,
          tags: [tag],
          responses: {
            200: { description: "ok", content: { "application/json": { schema: { $ref: `#/components/schemas/Type${schema}` } } } },
          },
        },
      },
    ]),
  ),
  components: { schemas: Object.fromEntries(schemas.map((one, i) => [`Type${i}`, schemaOf(one)])) },
});

/** The modules of models: name → text. */
async function modulesOf(document: Json): Promise<ReadonlyMap<string, string>> {
  const files = await pythonFiles(document);
  const modules = new Map<string, string>();
  for (const [path, text] of files) {
    const name = /^src\/acme_sdk\/models\/(_\w+)\.py$/.exec(path)?.[1];
    if (name !== undefined && !name.startsWith("__") && name !== "_stems") modules.set(name, text);
  }
  return modules;
}

/** Modules that a module needs, by name. */
const needsOf = (text: string): readonly string[] => [...text.matchAll(/^from \.(_\w+) import/gm)].map(([, name]) => name ?? "");

function inCircle(modules: ReadonlyMap<string, string>): boolean {
  let left = new Map([...modules].map(([name, text]) => [name, needsOf(text)] as const));
  for (;;) {
    const rest = new Map([...left].filter(([, needs]) => needs.some((need) => left.has(need))));
    if (rest.size === left.size) return rest.size > 0;
    left = rest;
  }
}

test("modules import each other in one direction only, and a class stands before what names it without quotes", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const modules = await modulesOf(documentOf(one));
      expect(inCircle(modules)).toBe(false);
      for (const text of modules.values()) {
        const lines = text.split("\n");
        for (const [, name] of text.matchAll(/^(?:class )?(Type\d\w*)(?:\(| = |: )/gm)) {
          const declared = lines.findIndex((line) => new RegExp(`^(?: {4})?(?:class )?${name}(?:\\(| = |: TypeAlias)`).test(line));
          const used = lines.findIndex((line) => new RegExp(`(?<!["\\w])${name}(?!["\\w])`).test(line) && !line.startsWith("from "));
          expect(used).toBeGreaterThanOrEqual(declared);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("a model is beside the only resource that uses it, and models that several use are together", async () => {
  const object = (...needs: number[]) => ({ kind: "object", needs });
  const document = documentOf({
    schemas: [object(2), object(2, 3), object(), object(), object(), object(), object()],
    uses: [
      { tag: "red", schema: 0 },
      { tag: "green", schema: 1 },
    ],
  });
  const modules = await modulesOf(document);
  const classes = (name: string): readonly string[] =>
    [...(modules.get(name) ?? "").matchAll(/^class (\w+)\(BaseModel/gm)].map(([, found]) => found ?? "");
  expect(classes("_red")).toEqual(["Type0"]);
  expect(classes("_green")).toEqual(["Type3", "Type1"]);
  expect(classes("_shared_type2")).toEqual(["Type2"]);
});
