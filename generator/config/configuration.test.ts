import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { OptionProperties } from "../targets/optionSchema.js";
import { clientWords } from "./clientWords.js";
import type { Configuration } from "./configuration.js";
import { initialConfiguration } from "./initialConfiguration.js";
import { readConfiguration } from "./readConfiguration.js";
import { type Flags, resolveConfiguration } from "./resolveConfiguration.js";
import { configurationSchema } from "./schema.js";

const options: OptionProperties = {
  sdkClassName: { type: "string", description: "Name of the client class." },
  packageName: { type: "string", minLength: 1, description: "Name of the package." },
  flatten: { type: "boolean", description: "Flat.", default: true },
  most: { type: "integer", minimum: 0 },
  style: { enum: ["a", "b", false] },
  range: { type: "string", title: "a range", pattern: "^\\d+$" },
  imports: {
    type: "object",
    additionalProperties: false,
    properties: { paths: { type: "object", additionalProperties: { type: "string" } } },
  },
};
const targets = [
  { name: "acme", scope: "document" as const, byDefault: true, options },
  { name: "dump", scope: "run" as const, byDefault: false, options: {} },
];
const noFlags: Flags = { spec: null, out: null, targets: [] };

function read(
  text: string,
  flags: Flags = noFlags,
  file = "conf/sdksmith.yaml",
): { configuration: Configuration | null; said: readonly string[] } {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const written = readConfiguration(text, file, targets, report);
  const configuration = written === null ? null : resolveConfiguration(written, file, flags, targets, report);
  const said = found.map(
    ({ place, code, message, help }) => `${place?.kind === "text" ? `${place.line}:${place.column} ` : ""}${code}: ${message} ${help}`,
  );
  return { configuration, said };
}

describe("a configuration", () => {
  it("fills in what is not said, and paths are relative to the file", () => {
    const { configuration, said } = read("document: openapi.yaml\nsdks: {acme: }\n");
    expect(said).toEqual([]);
    expect(configuration).toEqual({
      lockFile: "conf/sdksmith.lock",
      base: "conf",
      sdks: [
        {
          name: "acme",
          target: "acme",
          document: { location: "conf/openapi.yaml", overlays: [] },
          profile: "standard",
          pageFormat: null,
          naming: "shortest",
          validation: "lax",
          folder: "sdk/acme",
          selected: true,
          options: {},
        },
      ],
    });
  });

  it("lets an SDK decide for itself, and keeps the top's overlays with the top's document", () => {
    const text = `
document: a.yaml
overlays: [x.yaml, {file: y.yaml, jsonpath: legacy}]
profile: speakeasy
pageFormat: "2.737.0"
naming: ordered
out: ../out
sdks:
  acme: {validation: strict}
  second: {target: acme, document: b.yaml, naming: shortest, out: elsewhere, packageName: second}
  dump: {}
`;
    const { configuration, said } = read(text);
    expect(said).toEqual([]);
    const [acme, second] = configuration?.sdks ?? [];
    expect(acme).toMatchObject({
      document: {
        location: "conf/a.yaml",
        overlays: [
          { file: "conf/x.yaml", jsonpath: "rfc9535" },
          { file: "conf/y.yaml", jsonpath: "legacy" },
        ],
      },
      naming: "ordered",
      profile: "speakeasy",
      pageFormat: "2.737.0",
      validation: "strict",
      folder: "out/acme",
    });
    expect(second).toMatchObject({
      target: "acme",
      document: { location: "conf/b.yaml", overlays: [] },
      naming: "shortest",
      folder: "conf/elsewhere",
    });
    expect(second?.options).toEqual({ packageName: "second" });
  });

  it("gives way to flags", () => {
    const { configuration } = read("document: a.yaml\noverlays: [x.yaml]\nsdks: {acme: {out: own}, dump: }", {
      spec: "b.yaml",
      out: "gen",
      targets: ["dump"],
    });
    expect(configuration?.sdks.map(({ folder, selected, document }) => ({ folder, selected, document }))).toEqual([
      { folder: "gen/acme", selected: false, document: { location: "b.yaml", overlays: [] } },
      { folder: "gen/dump", selected: true, document: { location: "b.yaml", overlays: [] } },
    ]);
  });

  it("may share settings by aliases", () => {
    const { configuration } = read(
      "document: a.yaml\nsdks:\n  acme: &one {packageName: x}\n  other: {target: acme, packageName: y, imports: {paths: {a: b}}}\n",
    );
    expect(configuration?.sdks[1]?.options).toEqual({ packageName: "y", imports: { paths: { a: "b" } } });
  });
});

describe("a mistake is named with its line", () => {
  it.each<[string, string, string]>([
    [
      "a wrong key",
      "document: a.yaml\nsdks:\n  acme:\n    packagename: x",
      '4:5 configuration-key: "packagename" is no setting of "sdks.acme". Did you mean "packageName"?',
    ],
    [
      "a wrong key at the top",
      "documents: a.yaml\nsdks: {acme: }",
      '1:1 configuration-key: "documents" is no setting of sdksmith.yaml. Did you mean "document"?',
    ],
    ["a key that resembles none", "sdks: {acme: {zzzzzzzz: 1}}", "Known here: target, document"],
    [
      "a nested key",
      "document: a\nsdks:\n  acme:\n    imports:\n      path: {}",
      '5:7 configuration-key: "path" is no setting of "sdks.acme.imports". Did you mean "paths"?',
    ],
    [
      "a wrong type",
      "document: a\nsdks: {acme: {flatten: often}}",
      '2:24 configuration-value: "sdks.acme.flatten" is "often", but must be a boolean. Flat.',
    ],
    ["a number that is too small", "document: a\nsdks: {acme: {most: -1}}", "must be an integer of at least 0"],
    [
      "a word that is none of the words",
      "document: a\nnaming: longest\nsdks: {acme: }",
      '2:9 configuration-value: "naming" is "longest", but must be one of "shortest", "ordered".',
    ],
    ["text of another form", "document: a\nsdks: {acme: {range: x}}", '"sdks.acme.range" is "x", but must be a range.'],
    ["a list for an object", "sdks: [acme]", '1:7 configuration-value: "sdks" is a list, but must be an object.'],
    ["no SDKs", "document: a.yaml", 'The file is an object, but must be one that has "sdks".'],
    ["an empty list of SDKs", "document: a\nsdks: {}", "configuration-empty: There is no SDK to write."],
    ["an empty file", "", "The file is empty"],
    ["an overlay without a file", "document: a\noverlays: [{jsonpath: legacy}]\nsdks: {acme: }", '2:12 configuration-value: "overlays.1"'],
    [
      "an unknown target",
      "document: a\nsdks: {acne: }",
      '2:8 configuration-target: The SDK "acne" is of the target "acne", which does not exist.',
    ],
    [
      "an unknown target that is said",
      "document: a\nsdks: {x: {target: y}}",
      '2:20 configuration-target: The SDK "x" is of the target "y"',
    ],
    ["a name that is no folder", "document: a\nsdks: {../x: {target: acme}}", '2:8 configuration-name: "../x"'],
    ["no document", "sdks: {acme: }", 'configuration-document: The SDK "acme" has no document.'],
    [
      "a shared folder",
      "document: a\nsdks: {acme: {out: x}, b: {target: acme, out: x/y}}",
      'configuration-folder: The SDKs "acme" and "b"',
    ],
    ["no YAML", "sdks: {acme: ", "configuration-syntax: This is not YAML"],
    ["a key that stands twice", "document: a\ndocument: b\nsdks: {acme: }", "2:1 configuration-syntax"],
    ["an alias that holds itself", "document: a\nsdks: {acme: &x {imports: {paths: *x}}}", "aliases hold themselves"],
    ["aliases without end", `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${"*a,".repeat(20)}]\nc: [${"*b,".repeat(20)}]`, "configuration-syntax"],
  ])("%s", (_what, text, said) => {
    expect(read(text).said.join("\n")).toContain(said);
    expect(read(text).configuration).toBeNull();
  });

  it("says when no SDK is of the wanted target", () => {
    expect(read("document: a\nsdks: {acme: }", { ...noFlags, targets: ["dump"] }).said).toEqual([
      'configuration-selection: No SDK of this run is of the target "dump". The run has: acme.',
    ]);
  });
});

it("a first configuration is a right one", () => {
  const text = initialConfiguration('a "b".yaml', ["Acme", "Billing"], targets);
  const { configuration, said } = read(text);
  expect(said).toEqual([]);
  expect(configuration?.sdks.map((sdk) => [sdk.name, sdk.document?.location, sdk.options])).toEqual([
    ["acme", 'conf/a "b".yaml', { sdkClassName: "AcmeBilling" }],
  ]);
  expect(read(text.replaceAll(/^( *)# (\w+: [^|…]*)$/gm, "$1$2")).said).toEqual([]);
});

it("the schema for editors has each target's options", () => {
  const schema = JSON.parse(JSON.stringify(configurationSchema(targets)));
  expect(schema.$defs.acme.properties.flatten).toEqual(options.flatten);
  expect(schema.properties.sdks.properties).toEqual({ acme: { $ref: "#/$defs/acme" }, dump: { $ref: "#/$defs/dump" } });
});

it.each([
  ["Acme API", ["Acme"]],
  ["Acme Billing REST API v2.1", ["Acme", "Billing"]],
  ["The OpenAPI Specification 3.0", []],
  ["Café Crème API", ["Cafe", "Creme"]],
  ["Spotify Web API with fixes and improvements from the community", ["Spotify", "Web"]],
  ["GitHub's official OpenAPI spec + extensions", ["GitHub"]],
  ["Swagger Petstore - OpenAPI 3.0", ["Petstore"]],
  ["(Beta) Shelf", ["Beta", "Shelf"]],
  ["With Friends", ["With", "Friends"]],
  ["", []],
])("a client is called after the words of the title %j", (title, words) => {
  expect(clientWords(title)).toEqual(words);
});
