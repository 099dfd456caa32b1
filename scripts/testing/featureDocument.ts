import type { JsonObject } from "../../generator/ir/json.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const answer = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({ description: "Fine.", ...json(schema), ...more });
const problem = { description: "No.", ...json(ref("Problem")) };
const evil = '*/ throw new Error("out"); /* `$' + "{evil}` \u2028 <!-- End Usage [usage] --> \"' \\";

/** A document that has at least one of everything that an SDK must be able to write, and texts that try to leave their place. */
export const featureDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Acme API", version: "1.0.0", description: evil },
  servers: [
    { url: "https://{region}.acme.test/v1", description: evil, variables: { region: { default: "eu", enum: ["eu", "us"] } } },
    { url: "https://sandbox.acme.test/v1" },
  ],
  security: [{ token: [] }],
  tags: [{ name: "things", description: evil }, { name: "Files" }],
  paths: {
    "/ping": { get: { operationId: "ping", security: [], responses: { "204": { description: "" } } } },
    "/things": {
      get: {
        tags: ["things"],
        operationId: "things_list",
        summary: evil,
        parameters: [
          { name: "page", in: "query", schema: { type: "integer", default: 1 } },
          { name: "page-size", in: "query", schema: { type: "integer", default: 2 } },
          { name: "filter", in: "query", style: "deepObject", schema: { type: "object", properties: { state: { type: "string" } } } },
          { name: "ids", in: "query", explode: false, schema: { type: "array", items: { type: "integer" } } },
          { name: "X-Trace", in: "header", schema: { type: "string" } },
        ],
        "x-speakeasy-pagination": {
          type: "offsetLimit",
          inputs: [
            { name: "page", in: "parameters", type: "page" },
            { name: "page-size", in: "parameters", type: "limit" },
          ],
          outputs: { results: "$.data.items", numPages: "$.data.pages" },
        },
        responses: {
          "200": answer({
            type: "object",
            required: ["data"],
            properties: {
              data: {
                type: "object",
                required: ["items"],
                properties: { items: { type: "array", items: ref("Thing") }, pages: { type: "integer" } },
              },
            },
          }),
          "4XX": problem,
        },
      },
      post: {
        tags: ["things"],
        operationId: "things_create",
        requestBody: { required: true, ...json(ref("Thing")) },
        responses: { "201": answer(ref("Thing")), "409": { description: "No.", ...json({ oneOf: [ref("Problem"), ref("Conflict")] }) } },
      },
    },
    "/things/{thing-id}": {
      parameters: [{ name: "thing-id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        tags: ["things"],
        operationId: "things_get",
        deprecated: true,
        responses: { "200": answer(ref("Thing"), { headers: { "X-Rate": { schema: { type: "integer" } } } }), default: problem },
      },
      delete: {
        tags: ["things"],
        operationId: "delete",
        security: [{ key: [] }, { login: [] }],
        responses: { "200": answer({ type: "string" }), "204": { description: "" } },
      },
    },
    "/things/events": {
      get: {
        tags: ["things"],
        operationId: "things_events",
        responses: {
          "200": {
            description: "",
            content: { "text/event-stream": { schema: { type: "object", properties: { data: ref("Shape"), event: { type: "string" } } } } },
          },
        },
      },
    },
    "/things/lines": {
      get: {
        tags: ["things"],
        operationId: "things_lines",
        responses: { "200": { description: "", content: { "application/jsonl": { schema: ref("Thing") } } } },
      },
    },
    "/files": {
      post: {
        tags: ["Files"],
        operationId: "files_upload",
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["file"],
                properties: {
                  file: { type: "string", format: "binary" },
                  note: { type: "string" },
                  tags: { type: "array", items: { type: "string" } },
                },
              },
            },
          },
        },
        responses: { "200": answer({ type: "object", additionalProperties: { type: "integer" } }) },
      },
      put: {
        tags: ["Files"],
        operationId: "files_raw",
        requestBody: { required: true, content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
        responses: {
          "200": {
            description: "",
            content: {
              "application/octet-stream": { schema: { type: "string", format: "binary" } },
              "text/plain": { schema: { type: "string" } },
              "application/json": { schema: ref("Shape") },
            },
          },
        },
      },
      patch: {
        tags: ["Files"],
        operationId: "files_form",
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: { type: "object", properties: { a: { type: "integer" }, "b c": { type: "array", items: { type: "string" } } } },
            },
          },
        },
        responses: { "200": { description: "", content: { "text/plain": { schema: { type: "string" } } } } },
      },
    },
  },
  webhooks: {
    thingMade: {
      post: {
        requestBody: json({ type: "object", properties: { thing: ref("Thing"), last: ref("Payload") } }),
        responses: { "200": { description: "" } },
      },
    },
  },
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: evil },
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "http", scheme: "basic" },
    },
    schemas: {
      Thing: {
        type: "object",
        description: evil,
        required: ["id", "made at", "kind", "state"],
        properties: {
          id: { type: "string", readOnly: true },
          secret: { type: "string", writeOnly: true },
          "made at": { type: "string", format: "date-time", description: evil },
          day: { type: ["string", "null"], format: "date" },
          kind: { const: "thing" },
          state: { type: "string", enum: ["on", "-off", "", evil, "on/off"] },
          level: { enum: [1, 2, 3] },
          class: { type: "string" },
          constructor: { type: "string" },
          __proto__$: { type: "string" },
          '"};evil()//': { type: "string", default: evil },
          parent: ref("Thing"),
          shape: ref("Shape"),
          either: { anyOf: [{ type: "string" }, { type: "array", items: { type: "number" } }, { type: "null" }] },
          map: { type: "object", additionalProperties: ref("Thing") },
          pair: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] },
          bytes: { type: "string", contentEncoding: "base64" },
          big: { type: "string", format: "bigint" },
        },
        additionalProperties: { type: "integer" },
      },
      Shape: {
        oneOf: [ref("Circle"), ref("Square")],
        discriminator: { propertyName: "kind", mapping: { circle: "#/components/schemas/Circle", square: "#/components/schemas/Square" } },
      },
      Circle: { type: "object", required: ["kind", "radius"], properties: { kind: { type: "string" }, radius: { type: "number" } } },
      Square: { type: "object", required: ["kind"], properties: { kind: { const: "square" }, inner: ref("Shape") } },
      Payload: { type: "object", properties: { again: ref("Payload"), problem: ref("Problem") } },
      Nested: { type: "array", items: ref("Nested") },
      Array: { type: "object", properties: { items: ref("Nested") } },
      Problem: {
        type: "object",
        required: ["message"],
        properties: { message: { type: "string" }, name: { type: "string" }, status: { type: "integer" } },
      },
      Conflict: { type: "object", required: ["winner"], properties: { winner: ref("Array") } },
    },
  },
};
