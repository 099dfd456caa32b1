import { credentialPlace, encodeUnsafe, snippetCall, wireRequest } from "sdksmith/target";
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
  const request = wireRequest(plan, method, call);
  const body = bodyOf(request.body);
  const credentials = [...call.credentials, ...call.ownCredentials].map(credentialOf);
  const at = (/** @type {string} */ place) => credentials.filter((one) => one.in === place).map(({ pair }) => pair);
  const query = [...request.query, ...at("query")].map(([name, text]) => `${name}=${text}`);
  const cookies = [...request.cookies, ...at("cookie")].map(([name, text]) => `${name}=${text}`);
  const server = options.server === null && servers[0] !== undefined ? urlOf(servers[0]) : "{{server}}";
  return {
    title: oneLine(docs.summary ?? method.id),
    name: method.name,
    comments: [
      ...(options.docs ? commentOf(docs.description) : []),
      ...(docs.deprecated === null ? [] : commentOf(`Deprecated. ${docs.deprecated.message ?? ""}`)),
      ...at("nowhere").map(([name]) => `# Needs the credential ${oneLine(name)}, which this format cannot say.`),
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
 * @param {Credential} credential @returns {{ in: string, pair: Pair, variables: readonly string[] }}
 */
function credentialOf({ scheme, name }) {
  const place = credentialPlace(scheme);
  if (place === null) return { in: "nowhere", pair: [scheme.id, ""], variables: [] };
  const variables = place.isPair ? [`${name}Username`, `${name}Password`] : [name];
  const secret = variables.map((variable) => `{{${variable}}}`).join(" ");
  return { in: place.in, pair: [place.name, `${oneLine(place.before)} ${secret}`.trim()], variables };
}

/** A server that is relative to the document lies somewhere on this machine. @param {string} url */
export function urlOf(url) {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://localhost${url.startsWith("/") ? "" : "/"}${url}`;
  return encodeUnsafe(absolute.replace(/(?<=[^:/])\/+$/, ""));
}
