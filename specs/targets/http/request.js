import { byDefault, credentialPlace, encodeUnsafe, snippetCall, wireRequest } from "sdksmith/target";
import { bodyOf } from "./body.js";
import { commentOf, oneLine } from "./text.js";

/** @import { Credential, Method, Pair, Plan } from "sdksmith/target" */
/** @import { Options } from "./target.js" */

/**
 * All words of one request.
 *
 *     POST {{server}}/v1/tokens/?notify=true      →  { line: "POST {{server}}/v1/tokens/", query: ["?notify=true"], headers: […], body: "{ … }" }
 *
 * @param {Plan} plan @param {Method} method @param {Options} options
 */
export function requestView(plan, method, options) {
  const { docs, accepts, servers } = method;
  const call = snippetCall(plan, method, method.example);
  const given = [...call.credentials, ...call.ownCredentials];
  const request = wireRequest(plan, method, call);
  const body = bodyOf(request.body);
  const credentials = given.flatMap(credentialOf);
  const at = (/** @type {string} */ place) => credentials.filter((one) => one.in === place).map(({ pair }) => pair);
  const query = [...request.query, ...at("query")].map(([name, text]) => `${name}=${text}`);
  const cookies = [...request.cookies, ...at("cookie")].map(([name, text]) => `${name}=${text}`);
  const server = options.server === null && servers[0] !== undefined ? urlOf(servers[0], serverOf(plan)) : "{{server}}";
  return {
    title: oneLine(docs.summary ?? method.id),
    name: method.name,
    comments: [
      ...(options.docs ? commentOf(docs.description) : []),
      ...(docs.deprecated === null ? [] : commentOf(`Deprecated. ${docs.deprecated.message ?? ""}`)),
      ...given.flatMap(({ scheme }) =>
        credentialPlace(scheme) === null ? [`# The credential ${oneLine(scheme.id)} has no place in this format.`] : [],
      ),
      ...body.comments,
    ],
    line: `${method.verb.toUpperCase()} ${server}${request.path}`,
    query: query.map((pair, i) => `${i === 0 ? "?" : "&"}${pair}`),
    headers: [
      ...(accepts.mediaTypes.length === 0 ? [] : [`Accept: ${accepts.mediaTypes.map(oneLine).join(", ")}`]),
      ...request.headers.map(([name, text]) => `${oneLine(name)}: ${oneLine(text)}`),
      ...(cookies.length === 0 ? [] : [`Cookie: ${cookies.join("; ")}`]),
      ...at("header").map(([name, text]) => `${oneLine(name)}: ${text}`),
      ...body.headers,
    ],
    body: body.text,
    variables: credentials.flatMap(({ variables }) => variables),
  };
}

/**
 *     bearer "token"      →  { in: "header", pair: ["Authorization", "Bearer {{token}}"], variables: ["token"] }
 *
 * @param {Credential} credential @returns {readonly { in: string, pair: Pair, variables: readonly string[] }[]}
 */
function credentialOf({ scheme, schemeName: name }) {
  const place = credentialPlace(scheme);
  if (place === null) return [];
  const variables = place.isPair ? [`${name}Username`, `${name}Password`] : [name];
  const secret = variables.map((variable) => `{{${variable}}}`).join(" ");
  return [{ in: place.in, pair: [place.name, `${oneLine(place.before)} ${secret}`.trim()], variables }];
}

/** The server of most requests; one that is relative to the document lies somewhere on this machine. @param {Plan} plan */
export function serverOf({ client: { servers } }) {
  return urlOf(servers[0] === undefined ? "" : byDefault(servers[0]), "http://localhost");
}

/** @param {string} url @param {string} base */
function urlOf(url, base) {
  const [origin = ""] = base.match(/^[^:]*:\/\/[^/]*/) ?? [];
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `${origin}/${url.replace(/^\/+/, "")}`;
  return encodeUnsafe(absolute.replace(/\/+$/, ""));
}
