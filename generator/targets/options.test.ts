import type { Json, JsonObject } from "../ir/json.js";
import type { OptionProperties, OptionSchema } from "./optionSchema.js";
import { pythonOptions, readPythonOptions } from "./python/options.js";
import type { CoreOptions, SdkSettings } from "./target.js";
import { readTypeScriptOptions, typescriptOptions } from "./typescript/options.js";

const settings = (options: JsonObject, profile: SdkSettings["profile"] = "standard"): SdkSettings => ({
  sdk: "acme",
  options,
  profile,
  pageFormat: null,
  validation: "lax",
  words: ["Acme", "http"],
});

const languages: readonly (readonly [string, OptionProperties, (settings: SdkSettings) => CoreOptions])[] = [
  ["python", pythonOptions, readPythonOptions],
  ["typescript", typescriptOptions, readTypeScriptOptions],
];
const leaves = languages.flatMap(([language, properties, read]) =>
  leavesOf(properties).map(({ path, schema }) => [`${language} ${path.join(".")}`, path, schema, read] as const),
);

it.each(leaves)("%s: the default that the schema shows is the one that is read", (_, path, schema, read) => {
  if (schema.default === undefined) return;
  expect(seen(read(settings(at(path, schema.default))))).toBe(seen(read(settings({}))));
});

/** An option that says something only beside another one. */
const beside: { readonly [key: string]: JsonObject } = { "imports.paths.shared": { imports: { paths: { errors: "" } } } };

it.each(leaves)("%s: another value makes other options", (_, path, schema, read) => {
  const others = beside[path.join(".")] ?? {};
  const plain = seen(read(settings(others)));
  const changed = otherValues(schema).filter((value) => seen(read(settings(merged(others, at(path, value))))) !== plain);
  expect(changed.length).toBeGreaterThan(0);
});

it("the client, its package and what is called after them come from one another", () => {
  expect(readPythonOptions(settings({}))).toMatchObject({ client: "AcmeHTTP", packageName: "acme-http-sdk", module: "acme_http_sdk" });
  expect(readTypeScriptOptions(settings({}))).toMatchObject({
    client: "AcmeHttp",
    packageName: "acme-http-sdk",
    baseError: "AcmeHttpError",
  });
  const named = settings({ sdkClassName: "big shop" });
  for (const [, , read] of languages) expect(read(named)).toMatchObject({ client: "BigShop", packageName: "big-shop-sdk" });
  expect(readPythonOptions(settings({ packageName: "types" })).module).toBe("types_sdk");
});

it("where an option says nothing, an old page format decides", () => {
  expect(readPythonOptions(settings({}, "speakeasy"))).toMatchObject({ asyncPages: false, initHookTakesConfiguration: false });
  expect(readPythonOptions(settings({ asyncPagination: true }, "speakeasy")).asyncPages).toBe(true);
  expect(readPythonOptions(settings({}, "speakeasy")).reading).toMatchObject({ freeObject: "class", tuples: "list", besideRef: "ignored" });
});

it("unknown values and unknown variants are kept or rejected apart", () => {
  const { reading } = readTypeScriptOptions(
    settings({ forwardCompatibleEnumsByDefault: false, forwardCompatibleUnionsByDefault: "tagged-only" }),
  );
  expect(reading).toMatchObject({ unknownValues: "reject", unknownVariants: "keep" });
  expect(readTypeScriptOptions(settings({ forwardCompatibleUnionsByDefault: "false" })).reading.unknownVariants).toBe("reject");
});

/** Everything that options say, as text: names that the spelling makes among it. */
function seen(options: CoreOptions): string {
  const spelling = options.calls?.spelling;
  const spelled = [spelling?.field("some_field", false), spelling?.derived.argument("id", { beside: false })];
  const plain = (value: unknown): unknown => (value instanceof Set ? [...value] : value);
  return JSON.stringify([options, spelled], (_, value: unknown) => plain(value));
}

function leavesOf(
  properties: OptionProperties,
  path: readonly string[] = [],
): readonly { path: readonly string[]; schema: OptionSchema }[] {
  return Object.entries(properties).flatMap(([key, schema]) =>
    schema.properties === undefined ? [{ path: [...path, key], schema }] : leavesOf(schema.properties, [...path, key]),
  );
}

function at([first, ...rest]: readonly string[], value: Json): JsonObject {
  return first === undefined ? {} : { [first]: rest.length === 0 ? value : at(rest, value) };
}

function merged(a: JsonObject, b: JsonObject): JsonObject {
  const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => {
      const [left, right] = [a[key], b[key]];
      return [key, isObject(left) && isObject(right) ? merged(left, right) : (right ?? left ?? null)];
    }),
  );
}

function otherValues(schema: OptionSchema): readonly Json[] {
  if (schema.enum !== undefined) return schema.enum;
  switch (schema.type) {
    case "boolean":
      return [true, false];
    case "integer":
      return [7];
    case "array":
      return [["other"]];
    case "object":
      return [{ other: "1.0" }];
    default:
      return ["other"];
  }
}
