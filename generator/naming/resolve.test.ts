import { nameText, pinsOf } from "../../scripts/testing/nameText.js";

const done = 'responses: {"204": {description: Done.}}';
const filter =
  "{name: organization_id, in: query, schema: {title: OrganizationID Filter, anyOf: [{type: string}, {type: array, items: {type: string}}]}}";
const listings = ["tokens", "grants", "orders"]
  .map((what) => `  /${what}: {get: {operationId: "${what}:list", tags: [${what}], parameters: [${filter}], ${done}}}`)
  .join("\n");

test("ordered: who comes first takes the shorter name", () => {
  const { at } = nameText(`paths:\n${listings}`);
  expect(["tokens", "grants", "orders"].map((what) => at(`op:${what}:list/query:organization_id/type`))).toEqual([
    "OrganizationIDFilter",
    "QueryParamOrganizationIDFilter",
    "OrdersListQueryParamOrganizationIDFilter",
  ]);
});

test("shortest: all that want one name take a longer one", () => {
  const { at } = nameText(`paths:\n${listings}`, { strategy: "shortest" });
  expect(["tokens", "grants", "orders"].map((what) => at(`op:${what}:list/query:organization_id/type`))).toEqual([
    "TokensListOrganizationIDFilter",
    "GrantsListOrganizationIDFilter",
    "OrdersListOrganizationIDFilter",
  ]);
});

const schemas = `
paths: {/a: {post: {operationId: a, requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Cart"}}}}, ${done}}}}
components:
  schemas:
    Cart:
      type: object
      properties:
        channel: {type: object, properties: {type: {enum: [a, b]}}}
        payment_methods: {type: array, items: {type: object, properties: {type: {enum: [c, d]}}}}
        country: {title: Country, anyOf: [{title: CountryAlpha2, enum: [de, fr]}, {type: "null"}]}
        choice: {oneOf: [{type: object, properties: {p: {type: string}}}, {type: object, properties: {q: {type: string}}}]}
`;

test("ordered: properties hang below their component, wrappers and members add a word", () => {
  const { at } = nameText(schemas);
  expect(at("schema:Cart/property:channel/type")).toBe("Channel");
  expect(at("schema:Cart/property:channel/type/property:type/type")).toBe("Type");
  expect(at("schema:Cart/property:payment_methods/type/items")).toBe("PaymentMethods");
  expect(at("schema:Cart/property:payment_methods/type/items/property:type/type")).toBe("PaymentMethodsType");
  expect(at("schema:Cart/property:country/type")).toBe("CountryAlpha2");
  expect(["object", "object~2"].map((key) => at(`schema:Cart/property:choice/type/member:${key}`))).toEqual(["One", "Two"]);
});

test("shortest: items are singular, both of a clash lengthen from the root, a union of inline members says so", () => {
  const { at } = nameText(schemas, { strategy: "shortest" });
  expect(at("schema:Cart/property:payment_methods/type/items")).toBe("PaymentMethod");
  expect(at("schema:Cart/property:channel/type/property:type/type")).toBe("CartChannelType");
  expect(at("schema:Cart/property:payment_methods/type/items/property:type/type")).toBe("CartPaymentMethodType");
  expect(at("schema:Cart/property:choice/type")).toBe("ChoiceUnion");
  expect(["object", "object~2"].map((key) => at(`schema:Cart/property:choice/type/member:${key}`))).toEqual(["Choice1", "Choice2"]);
});

test("shortest: an error goes by its status, what it holds by the status and its own word", () => {
  const answer = (code: string) =>
    `"${code}": {description: No., content: {application/json: {schema: {type: object, properties: {code: {enum: [x, y]}}}}}}`;
  const { at } = nameText(`paths: {/a: {get: {operationId: a, responses: {${answer("404")}, ${answer("409")}}}}}`, {
    strategy: "shortest",
  });
  expect(at("op:a/response:404")).toBe("NotFoundError");
  expect(at("op:a/response:404/property:code/type")).toContain("NotFound");
});

test("a component keeps its own name; a resource class that wants it gets SDK behind it", () => {
  const { at } = nameText(`
paths: {/a: {get: {operationId: a, tags: [metrics], responses: {"200": {description: Ok., content: {application/json: {schema: {$ref: "#/components/schemas/Metrics"}}}}}}}}
components: {schemas: {Metrics: {type: object, properties: {n: {type: integer}}}}}
`);
  expect(at("schema:Metrics")).toBe("Metrics");
  expect(at("service:metrics")).toBe("MetricsSDK");
});

test("an inline model that loses its short name to a resource class says that it is a model", () => {
  const { at } = nameText(`
paths: {/a: {get: {operationId: a, tags: [orders], responses: {"200": {description: Ok., content: {application/json: {schema: {$ref: "#/components/schemas/Customer"}}}}}}}}
components: {schemas: {Customer: {type: object, properties: {orders: {type: object, properties: {n: {type: integer}}}}}}}
`);
  expect(at("service:orders")).toBe("Orders");
  expect(at("schema:Customer/property:orders/type")).toBe("OrdersModel");
});

const nested = `
paths:
  /a: {get: {operationId: a, x-speakeasy-group: customers, ${done}}}
  /b: {get: {operationId: b, x-speakeasy-group: portal.customers, ${done}}}
  /c: {get: {operationId: c, x-speakeasy-group: portal.seats, ${done}}}
`;

test("two resource classes of one name: ordered gives the nested one the client's name, shortest its parent's", () => {
  const names = (strategy: "ordered" | "shortest") =>
    ["customers", "portal.customers", "portal.seats"].map((key) => nameText(nested, { strategy }).at(`service:${key}`));
  expect(names("ordered")).toEqual(["Customers", "ShelfCustomers", "Seats"]);
  expect(names("shortest")).toEqual(["Customers", "CustomersPortal", "Seats"]);
});

test("names differ when their case is folded, because they become files", () => {
  const { all } = nameText(
    "components: {schemas: {Book: {type: object, properties: {a: {type: string}}}, BOOK: {type: object, properties: {b: {type: string}}}, book-: {type: object}}}",
  );
  expect(new Set(all("type").map((name) => name.toLowerCase())).size).toBe(3);
});

test("a type of operation and one of a schema do not share a name", () => {
  const { at } = nameText(`
paths: {/a: {get: {operationId: list, parameters: [{name: q, in: query, schema: {type: string}}], responses: {"200": {description: Ok., content: {application/json: {schema: {$ref: "#/components/schemas/ListRequest"}}}}}}}}
components: {schemas: {ListRequest: {type: object, properties: {n: {type: integer}}}}}
`);
  expect(at("schema:ListRequest")).toBe("ListRequest");
  expect(at("op:list/request")).not.toBe("ListRequest");
});

test("a method may be called as a resource is, in another place only", () => {
  const { at } = nameText(`
paths:
  /a: {get: {operationId: files, ${done}}}
  /b: {get: {operationId: b, tags: [files], x-speakeasy-name-override: list, ${done}}}
  /c: {get: {operationId: c, tags: [files], x-speakeasy-name-override: list, ${done}}}
`);
  expect(at("service:files/attribute")).toBe("files");
  expect(at("op:files")).toBe("files_1");
  expect([at("op:b"), at("op:c")]).toEqual(["list", "c"]);
});

test("reserved words and clashes of fields", () => {
  const { all } = nameText(
    "components: {schemas: {Book: {type: object, properties: {class: {type: string}, from: {type: string}, a-b: {type: string}, a_b: {type: string}, '-': {type: string}}}}}",
  );
  // What the document spells as the language does comes first: its attribute is the name on the wire, and no other field may have it.
  expect(all("field")).toEqual(["a_b", "class_", "from_", "a_b_1", "unnamed"]);
});

test("names that no file could have are cut, and stay apart", () => {
  const long = "answer".repeat(60);
  const operations = ["One", "Two"].map(
    (end) =>
      `  /${end}: {get: {operationId: ${long}${end}, tags: [${long}${end}], parameters: [{name: q, in: query, schema: {enum: [a]}}], ${done}}}`,
  );
  for (const strategy of ["ordered", "shortest"] as const) {
    const { names } = nameText(`paths:\n${operations.join("\n")}`, { strategy });
    const files = names.filter(({ kind }) => ["type", "resource", "attribute", "method"].includes(kind)).map(({ spelled }) => spelled);
    expect(Math.max(...files.map((name) => name.length))).toBeLessThan(200);
    expect(new Set(names.filter(({ kind }) => kind === "method").map(({ spelled }) => spelled)).size).toBe(2);
  }
});

test("with all names pinned, a parameter in front moves nothing", () => {
  const before = nameText(`paths:\n${listings}`);
  const fresh = `{name: status, in: query, schema: {title: OrganizationID Filter, enum: [a, b]}}, ${filter}`;
  const after = nameText(`paths:\n${listings.replace(filter, fresh)}`, { pins: pinsOf(before.names) });
  for (const { address, spelled } of before.names) expect([address, after.at(address)]).toEqual([address, spelled]);
  expect(after.at("op:tokens:list/query:status/type")).toBe("TokensListQueryParamOrganizationIDFilter");
});

test("the names of a run, pinned, are the names of the next one; without pins too", () => {
  for (const strategy of ["ordered", "shortest"] as const) {
    const first = nameText(schemas, { strategy });
    const second = nameText(schemas, { strategy, pins: pinsOf(first.names) });
    const plain = (names: typeof first.names) =>
      names.map(({ address, kind, spelled, shape }) => `${kind} ${address} ${spelled} ${shape}`).sort();
    expect(plain(second.names)).toEqual(plain(first.names));
    expect(nameText(schemas, { strategy }).names).toEqual(first.names);
  }
});

test("a pin whose address went moves to the one new address of its shape", () => {
  const pins = new Map(pinsOf(nameText(schemas).names));
  const type = pins.get("schema:Cart/property:country/type");
  pins.set("schema:Cart/property:country/type", { name: "Land", shape: type?.shape ?? "", gone: false });
  expect(nameText(schemas.replace("country:", "country_code:"), { pins }).at("schema:Cart/property:country_code/type")).toBe("Land");
});

test("a pin of something that is still there does not move to a new thing of its shape", () => {
  const text = (fields: string) =>
    `components: {schemas: {A: {type: object, properties: {id: {type: string}}}, B: {type: object, properties: {${fields}}}}}`;
  const pins = new Map(pinsOf(nameText(text("n: {type: integer}")).names));
  pins.set("schema:A/property:id", { name: "key", shape: pins.get("schema:A/property:id")?.shape ?? "", gone: false });
  const { at } = nameText(text("id: {type: string}, n: {type: integer}"), { pins });
  expect([at("schema:A/property:id"), at("schema:B/property:id")]).toEqual(["key", "id"]);
});

test("a pin that moves gives way to one that stayed", () => {
  const text = (wire: string) =>
    `components: {schemas: {A: {type: object, properties: {${wire}: {type: string}, other: {type: integer}}}}}`;
  const before = nameText(text("id"));
  const pins = new Map(pinsOf(before.names));
  pins.set("schema:A/property:other", { name: "id", shape: "", gone: false });
  pins.set("schema:A/property:gone", {
    name: "id",
    shape: nameText(text("key")).names.find(({ address }) => address === "schema:A/property:key")?.shape ?? "",
    gone: false,
  });
  const { at } = nameText(text("key"), { pins });
  expect([at("schema:A/property:other"), at("schema:A/property:key")]).toEqual(["id", "key"]);
});

test("a pin that is gone reserves nothing that others need, and comes back with its address", () => {
  const pins = new Map([["schema:Cart/property:channel/type", { name: "Kanal", shape: "", gone: true }]]);
  expect(nameText(schemas, { pins }).at("schema:Cart/property:channel/type")).toBe("Kanal");
});

test("the pages of a published SDK decide among the rules' candidates, and what none fits is reported", () => {
  const stems = { types: new Set(["organizationidfilter", "queryparamorganizationidfilter"]), resources: new Set<string>() };
  const { at, codes } = nameText(`paths:\n${listings}`, { stems });
  expect([at("op:tokens:list/query:organization_id/type"), at("op:grants:list/query:organization_id/type")]).toEqual([
    "OrganizationIDFilter",
    "QueryParamOrganizationIDFilter",
  ]);
  expect(codes).toEqual(["name-not-published"]);
});

test("the pages win over the rules' favourite", () => {
  const stems = {
    types: new Set(["cartchannel", "type", "paymentmethodstype", "cartpaymentmethods", "countryalpha2", "choice", "one", "two"]),
    resources: new Set<string>(),
  };
  const { at, codes } = nameText(schemas, { stems });
  expect(at("schema:Cart/property:channel/type")).toBe("CartChannel");
  expect(at("schema:Cart/property:payment_methods/type/items")).toBe("CartPaymentMethods");
  expect(codes).toEqual([]);
});
