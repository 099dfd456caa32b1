import type { Report } from "../diagnostics/diagnostic.js";
import { originOf, splitOrigin } from "../diagnostics/origin.js";
import { entries, isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { textPlace } from "../source/provenance.js";
import type { SourceDocument } from "../source/sourceDocument.js";
import { setOwn } from "../source/values.js";
import { texts } from "./texts.js";
import { type Fresh, place, startUpgrade, type Upgrade, upgradeMap, type Written } from "./upgrade.js";
import { bodyOfParameter } from "./upgradeBody.js";
import { upgradeFragment } from "./upgradeFragment.js";
import { upgradePathItem, upgradeResponse } from "./upgradeOperation.js";
import { upgradeParameter } from "./upgradeParameter.js";
import { upgradeSchema } from "./upgradeSchema.js";
import { upgradeSecurityScheme } from "./upgradeSecurity.js";

/**
 * A Swagger 2.0 document in the shape of OpenAPI 3.1, with the files that it refers to; the same places of the text are found through it. Nothing
 * is resolved or left out: what 3.1 has no place for is dropped only where it says nothing about a call. Swagger 2.0 specification.
 */
export function upgradeSwagger2(source: SourceDocument, report: Report): SourceDocument {
  const locating = (origin: Parameters<SourceDocument["positionOf"]>[0]) => ({ kind: "located", ...source.positionOf(origin) }) as const;
  const upgrade = startUpgrade(source, (diagnostic) => {
    // These name places of the text as it is written, which mean something else in the upgraded shape.
    report(diagnostic.place?.kind === "node" ? { ...diagnostic, place: locating(diagnostic.place.origin) } : diagnostic);
  });
  const root = isObject(source.root) ? upgradeRoot(upgrade, source.root) : source.root;
  const files = new Map<number, Json>([[0, root]]);
  return {
    root,
    sources: source.sources,
    open(reference, from) {
      const opened = source.open(reference, from);
      if (opened === null) return null;
      const known =
        files.get(opened.index) ?? upgradeFragment(upgrade, opened.root, { source: opened.index, into: opened.index, keys: [] });
      files.set(opened.index, known);
      return { index: opened.index, root: known };
    },
    positionOf(origin) {
      const { source: index, keys } = splitOrigin(origin);
      const written = textPlace(upgrade.provenances, files.get(index), index, keys);
      return source.positionOf(originOf(written.source, written.keys));
    },
  };
}

/** The keys of the root that have no place at the same spot of the new shape. */
const replaced: ReadonlySet<string> = new Set([
  ...["swagger", "host", "basePath", "schemes", "consumes", "produces"],
  ...["definitions", "parameters", "responses", "securityDefinitions"],
]);

function upgradeRoot(upgrade: Upgrade, root: JsonObject): JsonObject {
  const at = (...keys: readonly string[]): Written => ({ source: 0, into: 0, keys });
  const upgraded: Fresh = {};
  place(upgrade, upgraded, "openapi", "3.1.0", at("swagger"));
  for (const [key, value] of Object.entries(root)) {
    if (replaced.has(key)) continue;
    const holdsPaths = key === "paths" || key === "x-webhooks";
    setOwn(upgraded, key, holdsPaths ? upgradeMap(value, at(key), (item, here) => upgradePathItem(upgrade, item, here)) : value);
  }
  const components: Fresh = {};
  const component = (
    key: string,
    written: string,
    each: (value: JsonObject, here: Written) => Json,
    values = member(root, written),
  ): void => {
    const value = upgradeMap(values, at(written), each);
    if (Object.keys(value).length > 0) place(upgrade, components, key, value, at(written));
  };
  const parameters = (wanted: (where: Json | undefined) => boolean): JsonObject =>
    Object.fromEntries(entries(root.parameters).filter(([, parameter]) => wanted(member(parameter, "in"))));
  const bodies = parameters((where) => where === "body");
  const others = parameters((where) => where !== "body" && where !== "formData");
  const { consumes, produces } = upgrade;
  component("schemas", "definitions", (schema, here) => upgradeSchema(upgrade, schema, here));
  component("responses", "responses", (response, here) => upgradeResponse(upgrade, response, here, produces));
  component("parameters", "parameters", (parameter, here) => upgradeParameter(upgrade, parameter, here), others);
  component("requestBodies", "parameters", (parameter, here) => bodyOfParameter(upgrade, { parameter, at: here }, consumes), bodies);
  component("securitySchemes", "securityDefinitions", upgradeSecurityScheme);
  if (Object.keys(components).length > 0) place(upgrade, upgraded, "components", components, at());
  const servers = serversOf(root);
  if (servers.length > 0) place(upgrade, upgraded, "servers", servers, at("host"));
  return upgraded;
}

/** `host`, `basePath` and `schemes` as URLs: `https` where no scheme is said, relative to the document's own place where no host is. */
function serversOf(root: JsonObject): readonly JsonObject[] {
  const host = member(root, "host");
  const basePath = member(root, "basePath");
  const path = typeof basePath === "string" ? basePath.replace(/\/$/, "") : "";
  if (typeof host !== "string") return path === "" ? [] : [{ url: path }];
  return (texts(member(root, "schemes")) ?? ["https"]).map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}
