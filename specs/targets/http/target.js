import {
  callExample,
  capitalised,
  defineTarget,
  Names,
  snakeCase,
  usualReading,
  usualRules,
  usualSpelling,
  wordsOf,
} from "sdksmith/target";
import { bodyOf } from "./body.js";
import { credentialsOf, variablesOf } from "./credentials.js";
import { commentOf, oneLine } from "./text.js";
import { encodeReserved, pairsOf, textOf } from "./wire.js";

/** @import { Api, Calls, Method, Reading, SdkSettings, Server, Spelling, Surface, TargetRequest } from "sdksmith/target" */
/** @typedef {ReturnType<typeof readOptions>} Options */

const camel = (/** @type {string} */ raw) => {
  const [first = "request", ...others] = wordsOf(raw.replace(/[^A-Za-z0-9]+/g, " "));
  return [first.toLowerCase(), ...others.map((word) => capitalised(word.toLowerCase()))].join("");
};
const kebab = (/** @type {string} */ raw) => {
  const name = snakeCase(raw).replaceAll("_", "-").replace(/-$/, "");
  // Empty, or a device on Windows.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/.test(name) ? `resource-${name}`.replace(/-$/, "") : name;
};

/** Files are called organization-access-tokens.http, requests listTokens; what else has a name is never printed. */
const spelling = usualSpelling({
  type: (parts) => parts.map(camel).join("-"),
  resource: (parts) => kebab(parts.join(" ")),
  attribute: camel,
  method: camel,
  field: camel,
  member: (value) => camel(String(value)),
  reserved: { scheme: new Set(["server"]) },
});

/** @param {SdkSettings} settings */
function readOptions({ options, words }) {
  return {
    reading: usualReading,
    /** @type {Calls} */
    calls: {
      client: words.join(" "),
      style: { bodies: "whole", maxArguments: 0, order: "parameters-first", bodyName: null, security: "value" },
      spelling,
      rules: usualRules,
    },
    server: typeof options.server === "string" ? options.server : null,
    docs: options.docs !== false,
    extension: options.extension === "rest" ? "rest" : "http",
  };
}

/**
 * One file for each resource, and _client.http for the methods of the client itself.
 *
 * @param {TargetRequest<Options>} request
 */
function plan({ surfaces, names, options, templates }) {
  const named = new Names(names);
  const files = surfaces.flatMap((surface) => {
    const inResources = new Set(surface.resources.flatMap(({ methods }) => methods));
    const own = surface.methods.filter(({ address }) => !inResources.has(address));
    return [
      { stem: "_client", docs: surface.api.docs.description, methods: own },
      ...surface.resources.map((resource) => ({
        stem: named.of(resource.address),
        docs: resource.service.docs.description,
        methods: surface.methods.filter(({ address }) => resource.methods.includes(address)),
      })),
    ].flatMap(({ stem, docs, methods }) =>
      methods.length === 0 ? [] : [{ path: `${stem}.${options.extension}`, view: fileView(surface, docs, methods, named, options) }],
    );
  });
  return { files, templates };
}

/** @param {Surface} surface @param {string | null} docs @param {readonly Method[]} methods @param {Names} names @param {Options} options */
function fileView({ api }, docs, methods, names, options) {
  const operations = methods.map(({ operation }) => operation);
  const first = api.servers[0];
  return {
    head: [...commentOf(`${api.title} ${api.version}`), ...(options.docs ? commentOf(docs) : [])],
    variables: [
      { name: "server", value: options.server ?? (first === undefined ? "http://localhost" : urlOf(first)) },
      ...variablesOf(api, operations, names),
    ],
    requests: methods.map((method) => requestView(method, api, names, options)),
  };
}

/** A server with the defaults of its variables; one that is relative to the document lies somewhere on this machine. @param {Server} server */
function urlOf({ url, variables }) {
  const filled = variables.reduce((text, { wire, default: value }) => text.replaceAll(`{${wire}}`, value), url);
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(filled) ? filled : `http://localhost${filled.startsWith("/") ? "" : "/"}${filled}`;
  return encodeReserved(absolute.replace(/(?<=[^:/])\/+$/, ""));
}

/**
 * All words of one request.
 *
 *     POST {{server}}/v1/tokens/?notify=true      →  { line: "POST {{server}}/v1/tokens/", query: ["?notify=true"], headers: […], body: "{ … }" }
 *
 * @param {Method} method @param {Api} api @param {Names} names @param {Options} options
 */
function requestView({ address, operation }, api, names, options) {
  const types = new Map(api.types.map((type) => [type.id, type]));
  const example = callExample(operation, (id) => types.get(id));
  const values = new Map(example.arguments.map(({ slot, value }) => [slot, value]));
  const given = operation.parameters.flatMap((parameter) => {
    const value = values.get(parameter.address);
    return value === undefined ? [] : [{ parameter, value }];
  });
  const at = (/** @type {string} */ place) => given.filter(({ parameter }) => parameter.in === place);
  const credentials = credentialsOf(operation.security ?? api.security, api, names);
  const pairs = (/** @type {string} */ place) =>
    at(place).flatMap(({ parameter, value }) => pairsOf(parameter, value).map(([name, text]) => `${name}=${text}`));
  const query = [...pairs("query"), ...pairs("querystring"), ...credentials.query];
  const cookies = [...pairs("cookie"), ...credentials.cookies];
  const body = bodyOf(operation, example.body);
  const accepted = operation.responses.filter(({ outcome }) => outcome === "success").flatMap(({ contents }) => contents);
  const path = operation.path
    .split(/(\{[^}]*\})/)
    .map((part) => at("path").find(({ parameter }) => part === `{${parameter.wire}}`) ?? part)
    .map((part) => (typeof part === "string" ? encodeReserved(part) : textOf(part.parameter, part.value)));
  const server = operation.servers[0];
  return {
    title: oneLine(operation.docs.summary ?? operation.id),
    name: names.of(address),
    comments: [
      ...(options.docs ? commentOf(operation.docs.description) : []),
      ...(operation.docs.deprecated === null ? [] : commentOf(`Deprecated. ${operation.docs.deprecated.message ?? ""}`)),
      ...credentials.comments,
      ...body.comments,
    ],
    line: `${operation.method.toUpperCase()} ${server === undefined || options.server !== null ? "{{server}}" : urlOf(server)}${path.join("")}`,
    query: query.map((pair, i) => `${i === 0 ? "?" : "&"}${pair}`),
    headers: [
      ...(accepted.length === 0 ? [] : [`Accept: ${[...new Set(accepted.map(({ mediaType }) => oneLine(mediaType)))].join(", ")}`]),
      ...at("header").map(({ parameter, value }) => `${oneLine(parameter.wire)}: ${oneLine(textOf(parameter, value))}`),
      ...(cookies.length === 0 ? [] : [`Cookie: ${cookies.join("; ")}`]),
      ...credentials.headers,
      ...body.headers,
    ],
    body: body.text,
  };
}

export const httpTarget = defineTarget({
  name: "http",
  readOptions,
  start: () => null,
  async render(request) {
    const { files, templates } = plan(request);
    const written = files.map(({ path, view }) => ({ path, text: templates.render("http/resource.http", view) }));
    return [...written, ...templates.runtime("http")].map((file) => ({ ...file, owner: /** @type {const} */ ("generator") }));
  },
});
