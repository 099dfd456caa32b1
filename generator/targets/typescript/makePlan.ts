import { type ServerChoice, serversOf } from "../../codegen/surface/serversOf.js";
import type { Surface } from "../../codegen/surface/surface.js";
import type { Address } from "../../ir/node.js";
import { Names } from "../../naming/names.js";
import type { TargetRequest } from "../target.js";
import type { TypeScriptOptions } from "./options.js";
import type { TsClient, TsSecurity, TypeScriptPlan } from "./plan.js";
import { namedIn, planCodecFiles, planCodecNames } from "./planCodecs.js";
import { planMethods, planResources } from "./planMethods.js";
import { planModels, planProperty, typeLookup } from "./planModels.js";
import { planCredentials } from "./planSecurity.js";
import { camelCase } from "./spelling.js";
import { tsType } from "./tsType.js";

/** Decides everything that the code and the pages of a TypeScript SDK share. */
export function makePlan(request: TargetRequest<TypeScriptOptions>): TypeScriptPlan {
  const { options } = request;
  const [surface] = request.surfaces;
  if (surface === undefined) throw new Error("a TypeScript SDK was asked for without a document");
  const names = new Names(request.names);
  const models = planModels(surface, names, options);
  const modelOf = new Map(models.map((model) => [model.id, model]));
  const methods = planMethods(surface, names, options, modelOf);
  const resources = planResources(surface, names, options, methods);
  const typeOf = typeLookup(surface);
  const codecFiles = planCodecFiles(models, methods, resources, options, (id) => {
    const named = typeOf(id);
    return named?.kind === "alias" ? namedIn(tsType(named.of, typeOf)) : [];
  });
  const client: TsClient = {
    className: options.client,
    variable: camelCase(options.client, "client"),
    resources,
    methods: methods.filter(({ resource }) => resource === null),
    globals: surface.api.globals.map((parameter) => ({ ...planProperty(parameter, names, options, typeOf), required: false })),
    security: planSecurity(surface, names),
    ...planServers(serversOf(surface.api)),
  };
  return {
    options,
    surface,
    typeOf,
    models,
    modelOf,
    resources,
    methods,
    client,
    codecFiles,
    codecNames: planCodecNames(models),
    templates: request.templates,
    generator: request.generator,
  };
}

function planSecurity(surface: Surface, names: Names): TsSecurity {
  const { security, api } = surface;
  switch (security.kind) {
    case "none":
      return { kind: "none" };
    case "flattened":
      return {
        kind: "flattened",
        credentials: planCredentials(api, { security: api.security, alternatives: security.alternatives }, security.type as Address, names),
      };
    case "value":
      return {
        kind: "value",
        model: security.type,
        credentials: planCredentials(api, { security: api.security, alternatives: security.alternatives }, security.type as Address, names),
      };
  }
}

/** Names of options that every client has. */
const fixedOptions = new Set([
  "httpClient",
  "userAgent",
  "retryConfig",
  "timeoutMs",
  "debugLogger",
  "serverURL",
  "validation",
  "onMismatch",
  "server",
  "serverIdx",
  "security",
  "hooks",
]);

function planServers({ servers, by }: ServerChoice): Pick<TsClient, "servers" | "serversBy"> {
  const planned = servers.map((server) => ({
    id: server.name,
    url: server.url,
    docs: server.docs,
    variables: server.variables.map(({ wire, naming, default: byDefault, values, docs }) => {
      const option = camelCase(naming.override ?? wire, "variable");
      return { wire, option: fixedOptions.has(option) ? `${option}Variable` : option, default: byDefault, values, docs };
    }),
  }));
  return { servers: planned, serversBy: by };
}
