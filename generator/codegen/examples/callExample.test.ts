import { lowerSchemas, lowerText } from "../../../scripts/testing/lowerText.js";
import type { CallExample } from "../../ir/operation.js";
import { callExample } from "./callExample.js";
import { exampleValue } from "./exampleValue.js";

/** The example of a schema called It. */
function example(schema: string, others = ""): unknown {
  const { api, type } = lowerSchemas(`Holder: {type: object, required: [it], properties: {it: ${schema}}}\n${others}`);
  const holder = type("schema:Holder");
  const field = holder.kind === "object" ? holder.fields[0] : undefined;
  if (field === undefined) throw new Error("no field");
  const types = new Map(api.types.map((one) => [one.id, one]));
  return exampleValue(field.type, field, (id) => types.get(id));
}

test.each([
  ["{type: string}", "<value>"],
  ["{type: string, example: abc, default: d}", "abc"],
  ["{type: string, default: d}", "d"],
  ["{type: string, minLength: 10}", "<value>xxx"],
  ["{type: string, maxLength: 3}", "val"],
  ["{type: string, format: email}", "user@example.com"],
  ["{type: string, format: toString}", "<value>"],
  ["{type: string, format: date}", "2024-01-31"],
  ["{type: integer}", 1],
  ["{type: integer, minimum: 5}", 6],
  ["{type: integer, maximum: 0}", -1],
  ["{type: integer, multipleOf: 25, minimum: 30}", 50],
  ["{type: number, minimum: 0.2, maximum: 0.3}", 0.21],
  ["{type: integer, minimum: 7, maximum: 7}", 7],
  ["{type: integer, multipleOf: 10, maximum: -5}", -10],
  ["{type: boolean, example: '<value>'}", false],
  ["{type: array, items: {type: string}, example: one}", ["one"]],
  ["{type: string, format: date, example: '12:00', default: '2020-01-01'}", "2020-01-01"],
  ["{type: string, enum: [a, b], example: c}", "a"],
  ["{type: array, items: {type: integer}, minItems: 5}", [1, 1, 1, 1, 1]],
  ["{enum: [b, a]}", "b"],
  ["{const: x}", "x"],
  ["{type: [string, 'null']}", "<value>"],
  ["{type: array, items: {type: integer}}", []],
  ["{type: array, items: {type: integer}, minItems: 2}", [1, 1]],
  ["{type: object, additionalProperties: {type: string}}", {}],
  ["{type: object, required: [a], properties: {a: {type: boolean}, b: {type: string}}}", { a: false }],
  [
    "{oneOf: [{type: object, required: [k], properties: {k: {const: one}}}, {type: object, required: [k], properties: {k: {const: two}}}]}",
    { k: "one" },
  ],
])("%s", (schema, value) => {
  expect(example(schema)).toEqual(value);
});

test("a tag that is no constant is filled in", () => {
  const others = `
A: {type: object, required: [kind], properties: {kind: {type: string}}}
B: {type: object, properties: {kind: {type: string}}}`;
  expect(
    example(
      '{oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}], discriminator: {propertyName: kind, mapping: {a: A, b: B}}}',
      others,
    ),
  ).toEqual({ kind: "a" });
});

test("a type that must hold itself ends", () => {
  const node =
    'Node: {type: object, required: [next, list], properties: {next: {$ref: "#/components/schemas/Node"}, list: {type: array, minItems: 1, items: {$ref: "#/components/schemas/Node"}}}}';
  expect(example('{$ref: "#/components/schemas/Node"}', node)).toEqual({ next: {}, list: [{}] });
  const levels = Array.from(
    { length: 30 },
    (_, i) =>
      `L${i}: {type: object, required: [a, b], properties: {a: {$ref: "#/components/schemas/L${i + 1}"}, b: {$ref: "#/components/schemas/L${i + 1}"}}}`,
  );
  expect(JSON.stringify(example('{$ref: "#/components/schemas/L0"}', `${levels.join("\n")}\nL30: {type: object}`)).length).toBeLessThan(
    10_000,
  );
});

const { api } = lowerText(`
paths:
  /a/{id}:
    post:
      operationId: a
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: page, in: query, schema: {type: integer}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}
      responses: {"204": {description: Done.}}
`);
const types = new Map(api.types.map((type) => [type.id, type]));
const called = (examples: readonly CallExample[]) => {
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("no operation");
  return callExample({ ...operation, examples }, (id) => types.get(id));
};
const named = (name: string): CallExample => ({ name, arguments: [], body: null });

test("a call that nobody gave is made up of what is required", () => {
  expect(called([])).toEqual({
    name: "default",
    arguments: [{ slot: "op:a/path:id", value: "<value>" }],
    body: { value: { n: 1 } },
  });
});

test("one that was given is completed and keeps its own values", () => {
  const page = api.operations[0]?.parameters.find(({ wire }) => wire === "page");
  const given: CallExample = { ...named("x"), arguments: page === undefined ? [] : [{ slot: page.address, value: 4 }] };
  expect(called([given])).toMatchObject({ arguments: [{ slot: "op:a/path:id" }, { slot: "op:a/query:page", value: 4 }] });
});

test("an example that somebody named is shown before a default one", () => {
  expect(called([named("tool-default-a"), named("small")]).name).toBe("small");
  expect(called([named("default")]).name).toBe("default");
});

test.each([
  ["", [{ n: 1 }]],
  ["example: {n: 4}, ", [{ n: 4 }]],
  ["example: [{n: 4}, {n: 5}], ", [{ n: 4 }, { n: 5 }]],
])("a body of lines is a list of what %j shows of one", (shown, value) => {
  const { api: lines } = lowerText(`
paths:
  /a:
    post:
      requestBody: {required: true, content: {application/jsonl: {${shown}schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}
      responses: {"204": {description: Done.}}
`);
  const typesOfLines = new Map(lines.types.map((type) => [type.id, type]));
  expect(lines.operations.map((operation) => callExample(operation, (id) => typesOfLines.get(id)).body)).toEqual([{ value }]);
});
