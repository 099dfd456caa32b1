import { lowerText } from "../../scripts/testing/lowerText.js";
import type { LockedExample } from "../config/lock.js";
import { usualReading } from "../ir/reading.js";
import { runPasses } from "./runPasses.js";

const json = (schema: string) => `{description: Ok., content: {application/json: {schema: {$ref: "#/components/schemas/${schema}"}}}}`;
const body = (schema: string) =>
  `requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/${schema}"}}}}`;

function passed(text: string, examples: ReadonlyMap<string, ReadonlyMap<string, LockedExample>> = new Map()) {
  const { api } = lowerText(text);
  const result = runPasses(api, { ...usualReading, examples });
  const shown = result.types.map((type) => [
    type.id,
    type.use,
    type.kind === "object" ? type.fields.map(({ wire, type: part }) => (part.kind === "ref" ? `${wire}:${part.id}` : wire)) : type.kind,
  ]);
  return { before: api, api: result, shown };
}

const token = `
components:
  schemas:
    Token: {type: object, required: [id, name], properties: {id: {type: string, readOnly: true}, name: {type: string}, owner: {$ref: "#/components/schemas/Owner"}}}
    Owner: {type: object, properties: {since: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}}
    Plain: {type: object, properties: {n: {type: integer}}}
`;

test("a type that is sent and received becomes two; the one that lacks nothing keeps its name", () => {
  const { api, shown } = passed(`
paths: {/a: {post: {operationId: a, ${body("Token")}, responses: {"200": ${json("Token")}}}}}
components:
  schemas:
    Token: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}
`);
  expect(shown).toEqual([
    ["schema:Token", "output", ["id", "name"]],
    ["schema:Token~input", "input", ["name"]],
  ]);
  const [, input] = api.types;
  expect(input).toMatchObject({
    naming: { trail: [{ role: "component", key: "Token input" }] },
    fields: [{ address: "schema:Token~input/property:name" }],
  });
  expect(api.operations[0]?.body?.content.type).toEqual({ kind: "ref", id: "schema:Token~input" });
  expect(api.operations[0]?.responses[0]?.contents[0]?.type).toEqual({ kind: "ref", id: "schema:Token" });
});

test("what holds such a type is split with it, and a type that reads differently in both directions has two variants", () => {
  const { shown } = passed(`paths: {/a: {post: {operationId: a, ${body("Token")}, responses: {"200": ${json("Token")}}}}}\n${token}`);
  expect(shown).toEqual([
    ["schema:Token~output", "output", ["id", "name", "owner:schema:Owner~output"]],
    ["schema:Token~input", "input", ["name", "owner:schema:Owner~input"]],
    ["schema:Owner~output", "output", ["since"]],
    ["schema:Owner~input", "input", ["secret"]],
  ]);
});

test("a type that goes one way only loses the fields and keeps its name", () => {
  const sent = passed(`paths: {/a: {post: {operationId: a, ${body("Token")}, responses: {"200": ${json("Plain")}}}}}\n${token}`);
  expect(sent.shown).toEqual([
    ["schema:Token", "input", ["name", "owner:schema:Owner"]],
    ["schema:Owner", "input", ["secret"]],
    ["schema:Plain", "output", ["n"]],
  ]);
  const received = passed(`paths: {/a: {get: {operationId: a, responses: {"200": ${json("Token")}}}}}\n${token}`);
  expect(received.shown).toEqual([
    ["schema:Token", "output", ["id", "name", "owner:schema:Owner"]],
    ["schema:Owner", "output", ["since"]],
  ]);
});

test("a webhook's body is received, a callback's too", () => {
  expect(passed(`webhooks: {made: {post: {${body("Token")}, responses: {"200": ${json("Plain")}}}}}\n${token}`).shown).toEqual([
    ["schema:Token", "output", ["id", "name", "owner:schema:Owner"]],
    ["schema:Owner", "output", ["since"]],
    ["schema:Plain", "input", ["n"]],
  ]);
});

test("types that hold themselves, unions and aliases are split as well", () => {
  const { shown } = passed(`
paths: {/a: {post: {operationId: a, ${body("Node")}, responses: {"200": ${json("Node")}}}}}
components:
  schemas:
    Node: {type: object, properties: {id: {type: string, readOnly: true}, next: {$ref: "#/components/schemas/Node"}, any: {$ref: "#/components/schemas/Either"}, list: {$ref: "#/components/schemas/List"}}}
    Either: {oneOf: [{$ref: "#/components/schemas/Node"}, {type: string}]}
    List: {type: array, items: {oneOf: [{$ref: "#/components/schemas/List"}, {$ref: "#/components/schemas/Node"}]}}
`);
  expect(shown.map(([id]) => id)).toEqual(expect.arrayContaining(["schema:Node~input", "schema:Either~input", "schema:List~input"]));
  expect(JSON.stringify(shown.find(([id]) => id === "schema:Node~input"))).toContain("next:schema:Node~input");
});

test("an Api in which nothing differs by direction only learns the use of its types", () => {
  const { before, api, shown } = passed(
    `paths: {/a: {post: {operationId: a, ${body("Plain")}, responses: {"200": ${json("Plain")}}}}}\n${token}`,
  );
  expect(shown).toEqual([["schema:Plain", "both", ["n"]]]);
  expect(api).toEqual(before);
});

const called = `
paths:
  /a/{id}:
    post:
      operationId: a
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: page, in: query, example: 3, schema: {type: integer}}
      requestBody: {content: {application/json: {schema: {type: object}, examples: {small: {value: {n: 1}}, large: {value: {n: 9}}}}}}
      responses: {"204": {description: Done.}}
`;

test("stored calls come before those of the document, and values of parameters that are gone are left behind", () => {
  const stored: LockedExample = {
    path: { id: "7" },
    query: { gone: 1 },
    header: {},
    cookie: {},
    bodies: { "application/json": {}, "text/gone": 1 },
  };
  const { api } = passed(called, new Map([["a", new Map([["usual", stored]])]]));
  expect(api.operations[0]?.examples).toEqual([{ name: "usual", arguments: [{ slot: "op:a/path:id", value: "7" }], body: { value: {} } }]);
});

test("without stored calls the document's examples are calls", () => {
  const { api } = passed(called);
  expect(api.operations[0]?.examples).toEqual([
    {
      name: "small",
      arguments: [{ slot: "op:a/query:page", value: 3 }],
      body: { value: { n: 1 } },
    },
    {
      name: "large",
      arguments: [{ slot: "op:a/query:page", value: 3 }],
      body: { value: { n: 9 } },
    },
  ]);
});

test("an example of a form that SDKs do not send is no call", () => {
  const form = called.replace("application/json:", "application/x-www-form-urlencoded: {example: {n: form}}, application/json:");
  expect(passed(form).api.operations[0]?.examples.map(({ body }) => body?.value)).toEqual([{ n: 1 }, { n: 9 }]);
});
