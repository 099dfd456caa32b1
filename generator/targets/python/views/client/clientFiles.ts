import { alternativesSaid } from "../../../../codegen/descriptor.js";
import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { type Code, callCode, layoutCode, objectCode } from "../../../../codegen/layout.js";
import type { Alternatives, Client, Credentials, Model } from "../../../../codegen/plan/plan.js";
import { withoutNull } from "../../../../codegen/types/settledTypes.js";
import type { PythonPlan } from "../../plan.js";
import { docstring, pythonString } from "../../text.js";
import { type TypeScope, typeText } from "../../typeText.js";
import { plainCode } from "../methods/operationDescriptor.js";
import { memberNames, methodsView, resourceLinks } from "../methods/resourceFiles.js";
import { resourceScope } from "../methods/resourceScope.js";

/** The client class, its settings, and the package that offers both. */
export function clientFiles(plan: PythonPlan): readonly GeneratedFile[] {
  const folder = `src/${plan.options.module}`;
  const render = (name: string, view: object): string => plan.templates.render(`python/package/${name}`, view);
  return [
    { path: `${folder}/sdk.py`, text: render("sdk.py", clientView(plan)), owner: plan.options.customRegions ? "both" : "generator" },
    { path: `${folder}/sdkconfiguration.py`, text: render("sdkconfiguration.py", configurationView(plan)), owner: "generator" },
  ];
}

interface Parameter {
  readonly name: string;
  readonly text: string;
  readonly words: string;
}

function clientView(plan: PythonPlan) {
  const { client, options } = plan;
  const given = [...client.globals, ...client.variables].map(({ option }) => option);
  const scope = resourceScope(plan, [...memberNames(client.resources, client.methods), ...given]);
  for (const name of ["logger_of", "resolve_server_url", "supplied"]) scope.imports.from("._runtime.setup", name);
  for (const [module, name] of [
    [".basesdk", "RootSDK"],
    [".sdkconfiguration", "SDKConfiguration"],
    [".types", "UNSET"],
    [".types", "OptionalNullable"],
    ["typing", "TYPE_CHECKING"],
    ...(client.servers.length > 0 ? ([["typing", "Dict"]] as const) : []),
    ["typing", "Optional"],
  ] as const)
    scope.imports.from(module, name);
  const view = methodsView(scope, client.methods);
  const parameters = constructorParameters(scope);
  const settings = constructorSettings(scope);
  const { docs, title } = client;
  const words = [
    `${title === "" ? client.className : title}${docs.summary === null ? "" : `: ${docs.summary}`}`,
    ...(docs.description === null ? [] : ["", docs.description]),
  ];
  return {
    title: docstring([`The client of the ${title === "" ? client.className : title}.`], ""),
    docs: docstring(words, "    "),
    className: client.className,
    imports: scope.imports.text(),
    regions: options.customRegions,
    links: resourceLinks(client.resources, client.className),
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
function constructorParameters(scope: TypeScope): readonly Parameter[] {
  const { client } = scope.plan;
  const optional = (type: string): string => `${scope.imports.from("typing", "Optional")}[${type}] = None`;
  const parameter = (name: string, type: string, words: string): Parameter => ({ name, text: `${name}: ${type}`, words });
  const always = client.needsHost === "always";
  const url = parameter("server_url", always ? "str" : optional("str"), urlWords(client));
  const hasServers = client.servers.length > 0;
  return [
    ...(always ? [url] : []),
    ...securityParameter(scope),
    ...client.globals.map(({ option, type, slot }) =>
      parameter(
        option,
        optional(typeText(scope, withoutNull(type), "value")),
        slot.docs.description ?? "Used by all methods that have this parameter and are called without it",
      ),
    ),
    ...(!hasServers
      ? []
      : client.serversBy === "name"
        ? [parameter("server", optional("str"), "The server by name to use for all methods")]
        : [parameter("server_idx", optional("int"), "The index of the server to use for all methods")]),
    ...client.variables.map(({ option, wire, docs }) =>
      parameter(option, optional("str"), docs.description || `Value of {${wire}} in the server URL`),
    ),
    ...(hasServers
      ? [
          ...(always ? [] : [url]),
          parameter("url_params", optional("Dict[str, str]"), "Parameters to optionally template the server URL with"),
        ]
      : []),
    parameter("client", optional("HttpClient"), "The HTTP client to use for all synchronous methods"),
    parameter("async_client", optional("AsyncHttpClient"), "The Async HTTP client to use for all asynchronous methods"),
    parameter("retry_config", "OptionalNullable[RetryConfig] = UNSET", "The retry configuration to use for all supported methods"),
    parameter("timeout_ms", optional("int"), "Optional request timeout applied to each operation in milliseconds"),
    parameter("debug_logger", optional("Logger"), "Where requests and responses are logged"),
  ];
}

function urlWords({ servers }: Client): string {
  const words = "The server URL to use for all methods";
  return servers.some(({ relative }) => relative) ? `${words}; a host alone is completed by the path of a relative server` : words;
}

/**
 *     access_token: Optional[Union[str, Callable[[], Optional[str]]]] = None
 *     login: Optional[Union[models.SchemeLogin, models.SchemeLoginTypedDict, Callable[[], Union[…]]]] = None
 *     security: Optional[Union[models.Security, models.SecurityTypedDict, Callable[[], Union[…]]]] = None
 */
function securityParameter({ imports, plan }: TypeScope): readonly Parameter[] {
  const { security } = plan.client;
  if (security.kind === "none") return [];
  const typing = (name: string): string => imports.from("typing", name);
  const given = (name: string, types: string, result: string, words: string): Parameter => {
    const type = `${typing("Optional")}[${typing("Union")}[${types}, ${typing("Callable")}[[], ${result}]]] = None`;
    return { name, text: `${name}: ${type}`, words };
  };
  const either = ({ name }: Model, orToken: boolean): readonly [types: string, result: string] => {
    const models = imports.from(".", "models");
    const types = [`${models}.${name}`, `${models}.${name}TypedDict`, ...(orToken ? ["str"] : [])].join(", ");
    return [types, `${typing("Union")}[${types}]`];
  };
  const options = security.credentials.schemes.flatMap(({ option, model, scheme, tokenUrl }) => {
    if (option === null) return [];
    const text = scheme.kind === "custom" ? typing("Any") : "str";
    const [types, result] = model === null ? [text, `${typing("Optional")}[${text}]`] : either(model, tokenUrl !== null);
    return [
      given(option, types, result, `The ${option} required for authentication, or a function that returns it, called for each request`),
    ];
  });
  const whole = "The security details required for authentication, or a function that returns them, called for each request";
  return [...options, ...(security.isWhole ? [given("security", ...either(security.model, false), whole)] : [])];
}

/** The arguments of SDKConfiguration that the constructor decides. */
function constructorSettings(scope: TypeScope): readonly string[] {
  const { client } = scope.plan;
  const hasServers = client.servers.length > 0;
  const variables = client.variables.map(({ wire, option }) => `${pythonString(wire)}: ${option}`);
  return [
    ...globalsSetting(scope),
    ...securitySetting(scope),
    `server_url=resolve_server_url(server_url, ${hasServers ? "url_params" : "None"})`,
    ...(hasServers ? [client.serversBy === "name" ? "server=server" : "server_idx=server_idx"] : []),
    ...(variables.length === 0 ? [] : [`server_variables={${variables.join(", ")}}`]),
    "retry_config=retry_config",
    "timeout_ms=timeout_ms",
  ];
}

/** `globals=Globals(region=get_global_from_env(region, "ACME_REGION", str))` */
function globalsSetting({ imports, plan }: TypeScope): readonly string[] {
  const model = plan.models.find(({ role }) => role === "globals");
  if (model === undefined) return [];
  const prefix = plan.options.envPrefix;
  const values = plan.client.globals.map(({ option, name, type }) => {
    if (prefix === null) return `${name}=${option}`;
    const read = imports.from(".utils.values", "get_global_from_env");
    return `${name}=${read}(${option}, ${pythonString(`${prefix}_${option.toUpperCase()}`)}, ${castOf(withoutNull(type).kind)})`;
  });
  return [`globals=${imports.from(".models.internal", model.name)}(${values.join(", ")})`];
}

/** What makes a value of the text of a variable. */
function castOf(kind: string): string {
  return kind === "integer" ? "int" : kind === "number" ? "float" : "str";
}

/** `security=security_of_client(lambda: models.Security, security, {"token": token, "login": login})` */
function securitySetting({ imports, plan }: TypeScope): readonly string[] {
  const { security } = plan.client;
  if (security.kind === "none") return [];
  const options = security.credentials.schemes.flatMap(({ name, option }) => (option === null ? [] : [[name, option] as const]));
  const call = callCode(imports.from("._runtime.setup", "security_of_client"), [
    `lambda: ${imports.from(".", "models")}.${security.model.name}`,
    security.isWhole ? "security" : "None",
    ...(options.length === 0 ? [] : [table(options)]),
  ]);
  return [`security=${layoutCode(call, "                ", { width: 140, before: 9 }, "    ")}`];
}

function configurationView(plan: PythonPlan) {
  const { options, client } = plan;
  const { servers, security } = client;
  const named = client.serversBy === "name";
  const entries = servers.map((server) => ({
    constant: server.constant ?? "",
    name: pythonString(server.name ?? ""),
    url: pythonString(server.url),
    docs: docstring([server.docs.description ?? ""], ""),
    defaults: `{${server.variables.map(({ wire, default: value }) => `${pythonString(wire)}: ${pythonString(value)}`).join(", ")}}`,
  }));
  const errors = options.errorsModule;
  return {
    errors,
    imports: [...new Set([errors, ...(security.kind === "none" ? [] : ["models"])])].sort().join(", "),
    named: named ? [{ entries, first: entries[0]?.constant ?? "" }] : [],
    listed: !named && servers.length > 0 ? [{ entries }] : [],
    noServers: servers.length === 0,
    hasVariables: client.variables.length > 0,
    hasField: client.variables.length > 0 || security.kind !== "none",
    security: security.kind === "none" ? "" : security.model.name,
    globals: plan.models.find(({ role }) => role === "globals")?.name ?? "",
    strict: options.validation === "strict",
    environment: options.envPrefix === null || security.kind === "none" ? "" : environmentText(options.envPrefix, security.credentials),
    alternatives: security.kind === "none" ? "" : alternativesText(security.credentials.alternatives),
    asyncNext: options.asyncPages,
    defaultError: options.defaultError,
  };
}

/** `{"token": token}` */
function table(entries: readonly (readonly [name: string, code: Code])[]): Code {
  return { ...objectCode(entries.map(([name, code]) => [pythonString(name), code])), spaced: false };
}

/** `{"token": "ACME_TOKEN", "login": {"username": "ACME_USERNAME", "password": "ACME_PASSWORD"}}` */
function environmentText(prefix: string, { schemes }: Credentials): string {
  const variable = (name: string | undefined): string => pythonString(`${prefix}_${name ?? ""}`.toUpperCase());
  const entries = schemes.map(
    ({ name, model, variables }) =>
      [name, model === null ? variable(variables[0]) : table(model.fields.map((part, i) => [part.name, variable(variables[i])]))] as const,
  );
  return layoutCode(table(entries), "    ", { width: 140, before: 18 }, "    ");
}

function alternativesText(alternatives: Alternatives): string {
  return layoutCode(plainCode(alternativesSaid(alternatives)), "    ", { width: 140, before: 19 }, "    ");
}
