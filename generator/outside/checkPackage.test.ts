import { targetPackage } from "../targets/package.js";
import { checkOptions } from "./checkOptions.js";
import { checkPackage } from "./checkPackage.js";

const load = async () => ({
  name: "acme",
  start: () => ({
    configure: () => {
      throw new Error("never called");
    },
  }),
});
const whole = targetPackage({ name: "acme", load });

test("a package that says only what it must gets the rest filled in", () => {
  expect(checkPackage({ default: whole })).toBe(whole);
  expect(whole).toMatchObject({ scope: "document", options: {}, templates: null, helpers: {} });
});

test.each<[unknown, string]>([
  [null, "no default export"],
  [{ target: whole }, "no default export"],
  [{ default: undefined }, "did not make"],
  [{ default: { name: "acme", load } }, "did not make"],
  [{ default: { ...whole, contract: "sdksmith/target 0" } }, 'was made for "sdksmith/target 0"'],
  [{ default: { ...whole, name: "a/b" } }, 'name "a/b"'],
  [{ default: { ...whole, scope: "all" } }, 'scope "all"'],
  [{ default: { ...whole, options: [] } }, "options"],
  [{ default: { ...whole, helpers: { each: () => "" } } }, 'helper "each"'],
  [{ default: { ...whole, helpers: { shout: "LOUD" } } }, 'helper "shout"'],
  [{ default: { ...whole, load: null } }, "no function `load`"],
  [{ default: { ...whole, templates: "./templates" } }, "no file URL"],
  [{ default: { ...whole, templates: new URL("file:///none/such") } }, "does not exist: /none/such"],
])("%j is none", (exported, why) => {
  expect(checkPackage(exported)).toContain(why);
});

test.each<[object, readonly string[]]>([
  [{ width: { type: "integer", minimum: 1, default: 80, description: "Width." } }, []],
  [
    {
      paths: { type: "object", additionalProperties: { type: "string" }, properties: { a: { anyOf: [{ type: "string" }, { const: 1 }] } } },
    },
    [],
  ],
  [{ width: 80 }, ["width: it must be a schema"]],
  [{ width: { type: ["integer", "nul"] } }, ["width: its `type` must be of"]],
  [{ list: { type: "array", items: { enum: [] } } }, ["list: its `enum` must be a list"]],
  [{ map: { additionalProperties: { minimum: "1" } } }, ["map: its `minimum` must be a number"]],
  [{ map: { properties: { deep: { required: "a" } } } }, ["map.deep: its `required` must be"]],
  [{ choice: { anyOf: [{ pattern: "[" }] } }, ["choice: its `pattern` must be"]],
  [{ target: { type: "string" }, document: {} }, ["target: every SDK has", "document: every SDK has"]],
])("options %j", (options, said) => {
  const wrong = checkOptions(options).map(({ option, why }) => `${option}: ${why}`);
  expect(wrong).toHaveLength(said.length);
  for (const [i, text] of said.entries()) expect(wrong[i]).toContain(text);
});
