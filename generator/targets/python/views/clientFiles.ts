import { snakeCase } from "../../../codegen/casing.js";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { isRelative, serversOf } from "../../../codegen/surface/serversOf.js";
import type { Server } from "../../../ir/security.js";
import { pythonString } from "../docs/literal.js";
import type { PythonPlan } from "../plan.js";
import { alternativeTexts } from "./operationDescriptor.js";
import { methodsView, resourceLinks, resourceModules } from "./resourceFiles.js";
import { type ResourceScope, resourceScope } from "./resourceScope.js";
import { serverVariables } from "./serverViews.js";
import { docstring, wrapped } from "./text.js";
import { typeText } from "./typeText.js";

/** The client class, its settings, and the package that offers both. */
export function clientFiles(plan: PythonPlan): readonly GeneratedFile[] {
  const file = (path: string, text: string): GeneratedFile => ({ path: `src/${plan.options.module}/${path}`, text, owner: "generator" });
  return [
    file("sdk.py", plan.templates.render("python/package/sdk.py", clientView(plan))),
    file("sdkconfiguration.py", plan.templates.render("python/package/sdkconfiguration.py", configurationView(plan))),
  ];
}

interface Parameter {
  readonly name: string;
  readonly text: string;
  readonly words: string;
}

function clientView(plan: PythonPlan) {
  const scope = resourceScope(plan);
  const { surface, client, options } = plan;
  for (const name of ["flat_security", "logger_of", "resolve_server_url", "supplied"])
    if (name !== "flat_security" || surface.security.kind === "flattened") scope.imports.from("._runtime.setup", name);
  for (const [module, name] of [
    [".basesdk", "RootSDK"],
    [".sdkconfiguration", "SDKConfiguration"],
    [".types", "UNSET"],
    [".types", "OptionalNullable"],
    ["typing", "TYPE_CHECKING"],
    ["typing", "Dict"],
    ["typing", "Optional"],
  ] as const)
    scope.imports.from(module, name);
  const view = methodsView(scope, client.methods);
  const parameters = constructorParameters(scope);
  const settings = constructorSettings(scope);
  const { docs, title } = surface.api;
  const words = [
    `${title === "" ? client.className : title}${docs.summary === null ? "" : `: ${docs.summary}`}`,
    ...(docs.description === null ? [] : ["", docs.description]),
  ];
  return {
    title: docstring([`The client of the ${title === "" ? client.className : title}.`], ""),
    docs: docstring(words, "    "),
    className: client.className,
    imports: scope.imports.text(),
    links: resourceLinks(client.resources, resourceModules(plan)),
    parameters: parameters.map(({ text }) => text),
    words: docstring(
      [
        "Makes a client; it connects when the first request is sent.",
        "",
        ...parameters.map(({ name, words: said }) => `:param ${name}: ${said}`),
      ],
      "        ",
    ),
    settings,
    debugKey: options.envPrefix === null ? "" : `, ${pythonString(`${options.envPrefix}_DEBUG`)}`,
    ...view,
  };
}

/** In the order that callers know: credentials, globals, server, then what all clients take. */
function constructorParameters(scope: ResourceScope): readonly Parameter[] {
  const { plan } = scope;
  const optional = (type: string): string => `${scope.imports.from("typing", "Optional")}[${type}] = None`;
  const { servers, by, needsHost } = serversOf(plan.surface.api);
  const parameter = (name: string, type: string, words: string): Parameter => ({ name, text: `${name}: ${type}`, words });
  const url = parameter("server_url", needsHost === "always" ? "str" : optional("str"), urlWords(servers));
  return [
    ...(needsHost === "always" ? [url] : []),
    ...securityParameter(scope),
    ...plan.client.globals.map((field) =>
      parameter(
        field.name,
        optional(typeText(scope, field.type.kind === "nullable" ? field.type.of : field.type, "value")),
        field.slot.docs.description ?? "Used by all methods that have this parameter and are called without it",
      ),
    ),
    ...(servers.length === 0
      ? []
      : [
          by === "name"
            ? parameter("server", optional("str"), "The server by name to use for all methods")
            : parameter("server_idx", optional("int"), "The index of the server to use for all methods"),
        ]),
    ...serverVariables(servers).map((variable) =>
      parameter(variable.name, optional("str"), variable.docs === "" ? `Value of {${variable.wire}} in the server URL` : variable.docs),
    ),
    ...(servers.length === 0
      ? []
      : [
          ...(needsHost === "always" ? [] : [url]),
          parameter("url_params", optional("Dict[str, str]"), "Parameters to optionally template the server URL with"),
        ]),
    parameter("client", optional("HttpClient"), "The HTTP client to use for all synchronous methods"),
    parameter("async_client", optional("AsyncHttpClient"), "The Async HTTP client to use for all asynchronous methods"),
    parameter("retry_config", "OptionalNullable[RetryConfig] = UNSET", "The retry configuration to use for all supported methods"),
    parameter("timeout_ms", optional("int"), "Optional request timeout applied to each operation in milliseconds"),
    parameter("debug_logger", optional("Logger"), "Where requests and responses are logged"),
  ];
}

function urlWords(servers: readonly Server[]): string {
  const words = "The server URL to use for all methods";
  return servers.some(isRelative) ? `${words}; a host alone is completed by the path of a relative server` : words;
}

function securityParameter(scope: ResourceScope): readonly Parameter[] {
  const { security } = scope.plan.surface;
  const typing = (name: string): string => scope.imports.from("typing", name);
  switch (security.kind) {
    case "none":
      return [];
    case "flattened": {
      const name = snakeCase(security.scheme.naming.override ?? security.scheme.id);
      const type = `${typing("Optional")}[${typing("Union")}[${typing("Optional")}[str], ${typing("Callable")}[[], ${typing("Optional")}[str]]]] = None`;
      return [
        {
          name,
          text: `${name}: ${type}`,
          words: `The ${name} required for authentication, or a function that returns it, called for each request`,
        },
      ];
    }
    case "value": {
      const models = `${scope.imports.from(".", "models")}.Security`;
      return [
        {
          name: "security",
          text: `security: ${typing("Optional")}[${typing("Union")}[${models}, ${typing("Callable")}[[], ${models}]]] = None`,
          words: "The security details required for authentication, or a function that returns them, called for each request",
        },
      ];
    }
  }
}

/** The arguments of SDKConfiguration that the constructor decides. */
function constructorSettings(scope: ResourceScope): readonly string[] {
  const { plan } = scope;
  const { security } = plan.surface;
  const { servers, by } = serversOf(plan.surface.api);
  const variables = serverVariables(servers);
  const prefix = plan.options.envPrefix;
  const globals = plan.client.globals.map((field) => {
    const type = field.type.kind === "nullable" ? field.type.of : field.type;
    const cast = type.kind === "scalar" && ["str", "int", "float"].includes(type.name) ? type.name : "str";
    return prefix === null
      ? `${field.name}=${field.name}`
      : `${field.name}=${scope.imports.from(".utils.values", "get_global_from_env")}(${field.name}, ${pythonString(`${prefix}_${field.name.toUpperCase()}`)}, ${cast})`;
  });
  const name = security.kind === "flattened" ? snakeCase(security.scheme.naming.override ?? security.scheme.id) : "";
  return [
    ...(globals.length === 0 ? [] : [`globals=${scope.imports.from(".models.internal", "Globals")}(${globals.join(", ")})`]),
    ...(security.kind === "flattened"
      ? [`security=flat_security(lambda: ${scope.imports.from(".", "models")}.Security, ${pythonString(name)}, ${name})`]
      : security.kind === "value"
        ? ["security=security"]
        : []),
    `server_url=resolve_server_url(server_url, ${servers.length === 0 ? "None" : "url_params"})`,
    ...(servers.length === 0 ? [] : [by === "name" ? "server=server" : "server_idx=server_idx"]),
    ...(variables.length === 0
      ? []
      : [`server_variables={${variables.map(({ wire, name: python }) => `${pythonString(wire)}: ${python}`).join(", ")}}`]),
    "retry_config=retry_config",
    "timeout_ms=timeout_ms",
  ];
}

function configurationView(plan: PythonPlan) {
  const { options, surface } = plan;
  const { servers, by } = serversOf(plan.surface.api);
  const named = by === "name";
  const variables = serverVariables(servers);
  const entries = servers.map((server) => ({
    constant: `SERVER_${snakeCase(server.name ?? "").toUpperCase()}`,
    name: pythonString(server.name ?? ""),
    url: pythonString(server.url),
    docs: docstring([server.docs.description ?? ""], ""),
    defaults: `{${server.variables.map(({ wire, default: value }) => `${pythonString(wire)}: ${pythonString(value)}`).join(", ")}}`,
  }));
  const errors = options.errorsModule;
  return {
    errors,
    imports: [...new Set([errors, ...(surface.security.kind === "none" ? [] : ["models"])])].sort().join(", "),
    named: named ? [{ entries, first: entries[0]?.constant ?? "" }] : [],
    listed: !named && servers.length > 0 ? [{ entries }] : [],
    noServers: servers.length === 0,
    hasVariables: variables.length > 0,
    hasGlobals: plan.client.globals.length > 0,
    hasSecurity: surface.security.kind !== "none",
    strict: options.validation === "strict",
    envPrefix: options.envPrefix === null ? "" : pythonString(options.envPrefix),
    alternatives:
      surface.security.kind === "none" ? "" : wrapped("[", alternativeTexts(plan, surface.security.alternatives), "]", "    ", 19),
    asyncNext: options.asyncPages,
    defaultError: options.defaultError,
  };
}
