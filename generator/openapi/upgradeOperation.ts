import { escapeKey } from "../diagnostics/origin.js";
import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { isArray, setOwn } from "../source/values.js";
import { responseTypes } from "./mediaTypes.js";
import { texts } from "./texts.js";
import { below, type Fresh, place, type Upgrade, upgradeMap, type Written } from "./upgrade.js";
import { type BodyParameter, bodyOfForm, bodyOfParameter } from "./upgradeBody.js";
import { isDescribed, upgradeBareReference, upgradeHeader, upgradeParameter } from "./upgradeParameter.js";
import { upgradeSchema } from "./upgradeSchema.js";

export const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** The parameters of a path item or an operation, sorted by what becomes of them. */
interface Sorted {
  readonly parameters: readonly Json[];
  readonly bodies: readonly BodyParameter[];
  readonly forms: readonly BodyParameter[];
}

/** A path item: its operations, with the body and the form fields that it defines for all of them. Swagger 2.0, "Path Item Object". */
export function upgradePathItem(upgrade: Upgrade, item: JsonObject, at: Written): JsonObject {
  const shared = sortParameters(upgrade, member(item, "parameters"), below(at, "parameters"));
  const upgraded: Fresh = {};
  for (const [key, value] of Object.entries(item)) {
    if (key === "parameters" && isArray(value)) upgraded.parameters = shared.parameters;
    else if (key === "$ref") Object.assign(upgraded, upgradeBareReference(upgrade, { $ref: value }, at));
    else if (methods.has(key) && isObject(value)) upgraded[key] = upgradeOperation(upgrade, value, below(at, key), shared);
    else setOwn(upgraded, key, value);
  }
  return upgraded;
}

/** An operation: `body` and `formData` parameters become its request body, `consumes` and `produces` the media types of bodies and responses. */
export function upgradeOperation(upgrade: Upgrade, operation: JsonObject, at: Written, shared: Sorted = nothing): JsonObject {
  const mine = sortParameters(upgrade, member(operation, "parameters"), below(at, "parameters"));
  const consumes = texts(member(operation, "consumes")) ?? upgrade.consumes;
  const produces = texts(member(operation, "produces")) ?? upgrade.produces;
  const [body] = [...mine.bodies, ...shared.bodies];
  const forms = new Map([...shared.forms, ...mine.forms].map((form) => [member(form.parameter, "name"), form]));
  const upgraded: Fresh = {};
  for (const [key, value] of Object.entries(operation)) {
    if (key === "consumes" || key === "produces" || key === "schemes") continue;
    if (key === "parameters" && isArray(value)) upgraded.parameters = mine.parameters;
    else if (key === "responses")
      upgraded.responses = upgradeMap(value, below(at, key), (response, here) => upgradeResponse(upgrade, response, here, produces));
    else setOwn(upgraded, key, value);
  }
  const requestBody = body === undefined ? bodyOfForm(upgrade, [...forms.values()], consumes) : bodyOf(upgrade, body, operation, consumes);
  if (requestBody !== null) place(upgrade, upgraded, "requestBody", requestBody, body?.at ?? [...forms.values()][0]?.at ?? at);
  return upgraded;
}

const nothing: Sorted = { parameters: [], bodies: [], forms: [] };

/** Follows references as far as needed to know what a parameter is: one to a body stays with the operation, where the body now stands. */
function sortParameters(upgrade: Upgrade, list: Json | undefined, at: Written): Sorted {
  const parameters: Json[] = [];
  const bodies: BodyParameter[] = [];
  const forms: BodyParameter[] = [];
  if (!isArray(list)) return nothing;
  list.forEach((item, index) => {
    const here = below(at, String(index));
    const target = isObject(item) ? described(upgrade, item, here) : null;
    const where = member(target?.parameter, "in");
    if (target !== null && where === "body") bodies.push(target);
    else if (target !== null && where === "formData") forms.push(target);
    else place(upgrade, parameters, String(parameters.length), isObject(item) ? upgradeParameter(upgrade, item, here) : item, here);
  });
  return { parameters, bodies, forms };
}

/** The parameter behind a chain of references; null when it leads nowhere, which is for `checkReferences` to say. */
function described(upgrade: Upgrade, parameter: JsonObject, at: Written): BodyParameter | null {
  let target: BodyParameter = { parameter, at };
  for (let steps = 0; steps < 20; steps += 1) {
    const ref = member(target.parameter, "$ref");
    if (isDescribed(target.parameter) || typeof ref !== "string") return target;
    const found = upgrade.resolve(ref, target.at.source);
    if (found.kind !== "found" || !isObject(found.value)) return null;
    target = { parameter: found.value, at: { source: found.source, into: at.into, keys: found.keys } };
  }
  return null;
}

/** A body; one that several operations share stays shared, unless the operation consumes something of its own. */
function bodyOf(upgrade: Upgrade, { parameter, at }: BodyParameter, operation: JsonObject, consumes: readonly string[] | null): JsonObject {
  const [map, name, ...rest] = at.keys;
  const isShared = at.source === 0 && at.into === 0 && map === "parameters" && name !== undefined && rest.length === 0;
  if (isShared && member(operation, "consumes") === undefined) return { $ref: `#/components/requestBodies/${escapeKey(name)}` };
  return bodyOfParameter(upgrade, { parameter, at }, consumes);
}

/**
 * A response: its schema and examples become its content, once for each media type that is produced.
 *
 *     { description: ok, schema: S, examples: { application/json: E } }   →   { description: ok, content: { application/json: { schema: S, example: E } } }
 */
export function upgradeResponse(upgrade: Upgrade, response: JsonObject, at: Written, produces: readonly string[] | null): JsonObject {
  if (!isDescribed(response)) return upgradeBareReference(upgrade, response, at);
  const upgraded: Fresh = {};
  for (const [key, value] of Object.entries(response)) {
    if (key === "schema" || key === "examples") continue;
    if (key === "headers") upgraded.headers = upgradeMap(value, below(at, key), (header, here) => upgradeHeader(upgrade, header, here));
    else setOwn(upgraded, key, value);
  }
  const schema = member(response, "schema");
  const examples = member(response, "examples");
  const types = responseTypes(response, produces);
  // One value for all media types: it is one type.
  const type = isObject(schema) ? upgradeSchema(upgrade, schema, below(at, "schema")) : null;
  const content: Fresh = {};
  for (const mediaType of types) {
    const media: Fresh = {};
    if (type !== null) place(upgrade, media, "schema", type, below(at, "schema"));
    const example = member(examples, mediaType);
    if (example !== undefined) place(upgrade, media, "example", example, below(at, "examples", mediaType));
    place(upgrade, content, mediaType, media, at);
  }
  if (types.length > 0) place(upgrade, upgraded, "content", content, at);
  return upgraded;
}
