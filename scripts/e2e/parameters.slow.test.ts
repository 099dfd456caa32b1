import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { isObject, type Json, type JsonObject, list, member, objectOf, text } from "../../generator/ir/json.js";
import { drive } from "./drive.js";
import { type Way, ways } from "./languages.js";
import { generate, root, work } from "./places.js";
import { planCall, resourcesOf } from "./planCalls.js";
import { empty, type Recorded, record } from "./recorder.js";
import { readMap } from "./sdkMap.js";
import { type Described, described, kindOf, readValue } from "./styledValue.js";
import { prepareWireSdk } from "./wireSdks.js";

/** Documents about parameters: each style in each place. */
const documents = ["oapi-codegen-parameters.yaml", "torture/readme/3.1/parameters-style.json"].map((path) =>
  join(root, "../shared/specs", path),
);

const settings = `document: openapi.yaml
sdks:
  python: {packageName: styled-sdk, sdkClassName: Styled}
  typescript: {packageName: styled-sdk, sdkClassName: Styled}
  json: {}
`;

describe.each(documents.filter(existsSync))("%s", (file) => {
  const document: JsonObject = load(readFileSync(file, "utf8"), { schema: CORE_SCHEMA }) as JsonObject;
  const follow = (value: Json | undefined): JsonObject => {
    const ref = text(member(value, "$ref"));
    return ref === null
      ? objectOf(value)
      : follow(
          ref
            .slice(2)
            .split("/")
            .reduce<Json | undefined>((at, key) => member(at, key), document),
        );
  };
  const folder = join(work, "parameters");
  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(file, join(folder, "openapi.yaml"));
    writeFileSync(join(folder, "sdks.yaml"), settings);
    generate("--config", join(folder, "sdks.yaml"), "--out", join(folder, "sdk"));
  });

  test.each(ways.map((way) => [way.mode, way] as const))("a server reads what was given: %s", async (_, way) => {
    const { wrong, read } = await readBack(way, folder, document, follow);
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(20);
  });
});

/** Calls every operation with values of all parameters that its document describes, and reads each of them from the request. */
async function readBack(way: Way, folder: string, document: JsonObject, follow: (value: Json | undefined) => JsonObject) {
  const map = readMap(join(folder, "sdk/json"), way.language.name);
  const [api] = map.apis;
  if (api === undefined) throw new Error("the document has no Api");
  const places = resourcesOf(api, map);
  const planned = api.operations.map((operation, index) => {
    const item = follow(member(member(document, "paths"), operation.path));
    const written = [...list(member(item, "parameters")), ...list(member(member(item, operation.method), "parameters"))].map((one) =>
      described(follow(one), follow),
    );
    const given = written.flatMap((parameter) => {
      const known = operation.parameters.find(({ wire, in: place }) => wire === parameter.name && place === parameter.in);
      return known === undefined ? [] : [{ parameter, slot: known.address, value: hardValue(parameter, parameter.schema, follow) }];
    });
    const { call } = planCall(api, operation, { name: operation.id, arguments: given, body: null }, places.get(operation.id) ?? [], map);
    return { given, call: { ...call, id: String(index) }, template: operation.path };
  });
  const seen = new Map<string, Recorded>();
  const server = await record((request) => {
    seen.set(request.headers["x-call"] ?? "", request);
    return empty(204);
  });
  try {
    const ready = prepareWireSdk(folder, way.language, way.language.name);
    const outcomes = await drive(
      way.command,
      way.mode,
      ready,
      { url: server.url, server: server.url },
      planned.map(({ call }) => call),
    );
    const results = planned.flatMap(({ given, call, template }) => {
      const request = seen.get(call.id);
      const failure = outcomes.find(({ id }) => id === call.id)?.error?.message;
      return given.map(({ parameter, value }) => ({
        parameter: `${template} ${parameter.in} ${parameter.name}`,
        value,
        read: request === undefined ? `not sent: ${failure}` : readValue(parameter, template, request, follow),
        sent: request?.url,
      }));
    });
    return { wrong: results.filter(({ value, read }) => JSON.stringify(value) !== JSON.stringify(read)), read: results.length };
  } finally {
    await server.close();
  }
}

/** A value that is hard to write: what separates, what is reserved, spaces, what is not ASCII, and nothing at all. */
function hardValue({ in: place, style, content }: Described, schema: JsonObject, follow: (value: Json | undefined) => JsonObject): Json {
  const hard = place === "header" ? "é €/?&=#%41;b" : "a, b/é?&=#%41;+.|{}'\"";
  const isSplit = style === "spaceDelimited" || style === "pipeDelimited";
  const write = (of: JsonObject): Json => {
    const [chosen] = list(member(of, "enum"));
    if (chosen !== undefined) return chosen;
    switch (kindOf(of)) {
      case "integer":
        return 7;
      case "number":
        return 1.5;
      case "boolean":
        return false;
      case "array": {
        const item = write(follow(member(of, "items")));
        return [item, item, ...(typeof item === "string" && place === "query" && content === null ? ["", "x"] : [])];
      }
      case "object":
        return Object.fromEntries(
          Object.entries(objectOf(member(of, "properties")))
            .filter(([, value]) => isObject(value))
            .map(([key, value]) => [key, write(follow(value))]),
        );
      default:
        return isSplit ? "a,é&" : hard;
    }
  };
  return write(schema);
}
