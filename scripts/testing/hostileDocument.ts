import type { Json } from "../../generator/ir/json.js";

const text: Json = { type: "string" };
const whole: Json = { type: "integer" };
const moment: Json = { type: "string", format: "date-time" };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: Json): Json => ({ description: 'o"k\\ """', content: { "application/json": { schema } } });
const get = (tag: string, schema: Json): Json => ({ get: { operationId: `${tag}:get`, tags: [tag], responses: { 200: answer(schema) } } });
const object = (properties: { readonly [name: string]: Json }, rest: { readonly [keyword: string]: Json } = {}): Json => ({
  type: "object",
  properties,
  ...rest,
});

/** Names that hide what their own annotations need, that pydantic has uses for, or that no language takes; text that tries to end its string. */
export const hostileDocument: Json = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  servers: [{ url: "https://api.test" }],
  paths: {
    "/hiding": get("alpha", ref("Hiding")),
    "/odd": get("alpha", ref("Odd")),
    "/owner": get("beta", ref("Owner")),
    "/tree": get("beta", { type: "array", items: ref("Pet") }),
    "/json": get("gamma", ref("Json")),
    "/imported": get("gamma", ref("Tag")),
  },
  components: {
    schemas: {
      Hiding: object({
        int: { type: "integer", default: 3 },
        most: whole,
        str: text,
        quote: { type: "string", default: 'a"""\n\\' },
        float: { type: "number" },
        share: { type: "number" },
        bool: { type: "boolean" },
        List: { type: "array", items: text },
        datetime: moment,
        later: moment,
        date: { type: "string", format: "date" },
        pydantic: text,
        'we ird"': text,
        id: { const: 'i"d' },
        thing: ref("ID"),
        Literal: { const: "x" },
      }),
      ID: { type: "string", enum: ["x", 'b"\\', "c\nd", ""] },
      Odd: object(
        {
          price: { type: "string", format: "decimal" },
          prices: { type: "array", items: { type: "number", format: "decimal" } },
          counts: { type: "array", items: { type: "string", format: "bigint" } },
          _under: { type: "string", description: 'line\n\n"""\\' },
          model_config: text,
          serialize_model: text,
          additional_properties: whole,
          __class__: text,
          self: ref("Odd"),
          copy: text,
          old: { type: "string", deprecated: true },
        },
        { required: ["_under"], description: 'quote " back \\ triple """ end\\', additionalProperties: whole },
      ),
      Owner: object({ pets: { type: "array", items: ref("Pet") } }),
      Pet: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog", kitten: "#/components/schemas/Cat" },
        },
      },
      Cat: object({ kind: { type: "string", enum: ["cat", "kitten"] }, friend: ref("Pet"), owner: ref("Owner") }, { required: ["kind"] }),
      Dog: object({ kind: { const: "dog" }, mood: ref("Mood") }, { required: ["kind"] }),
      Mood: { anyOf: [text, ref("Dog"), { type: "array", items: ref("Mood") }] },
      Json: {
        anyOf: [text, { type: "number" }, { type: "array", items: ref("Json") }, { type: "object", additionalProperties: ref("Json") }],
      },
      Tag: object({ any: ref("Any"), enum: ref("Enum"), pages: ref("Pages") }),
      Any: object({ tag: ref("Discriminator") }),
      Enum: { type: "string", enum: ["a", "b"] },
      Pages: object({ field: ref("FieldMetadata") }),
      Discriminator: object({ none: ref("OpenEnumMeta") }),
      FieldMetadata: { oneOf: [object({ a: text }), object({ b: whole })] },
      OpenEnumMeta: { type: "string", enum: ["a"] },
    },
  },
};
