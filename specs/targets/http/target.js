import { defineTarget, readFields, usualReading, usualRules } from "sdksmith/target";
import { fields } from "./options.js";
import { requestView, serverOf } from "./request.js";
import { spelling } from "./spelling.js";
import { commentOf } from "./text.js";

/** @import { Calls, Plan, SdkSettings } from "sdksmith/target" */
/** @typedef {ReturnType<typeof readOptions>} Options */

/** @param {SdkSettings} settings */
function readOptions(settings) {
  /** @type {Calls} */
  const calls = {
    client: settings.words.join(" "),
    style: { bodies: "whole", maxArguments: 0, order: "parameters-first", bodyName: null, security: "value", operationSecurity: "client" },
    spelling,
    rules: usualRules,
  };
  return { reading: usualReading, calls, ...readFields(fields, settings) };
}

/** One file for each resource, and _client.http for the methods of the client itself. @param {Plan} plan @param {Options} options */
function pagesOf(plan, options) {
  const { client, api, allResources } = plan;
  const server = options.server ?? serverOf(plan);
  return [{ module: "_client", docs: client.docs, methods: client.methods }, ...allResources].flatMap(({ module, docs, methods }) => {
    const requests = methods.map((method) => requestView(plan, method, options));
    const variables = new Set(requests.flatMap((request) => request.variables));
    const view = {
      head: [...commentOf(`${client.title} ${api.version}`), ...(options.docs ? commentOf(docs.description) : [])],
      variables: [{ name: "server", value: server }, ...[...variables].map((name) => ({ name, value: `<${name}>` }))],
      requests,
    };
    return requests.length === 0 ? [] : [{ path: `${module}.${options.extension}`, view }];
  });
}

export const httpTarget = defineTarget({
  name: "http",
  readOptions,
  start: () => null,
  async render({ plan, options, templates }) {
    const pages = plan === null ? [] : pagesOf(plan, options);
    const files = pages.map(({ path, view }) => ({ path, text: templates.render("http/resource.http", view) }));
    return [...files, ...templates.runtime("http")].map((file) => ({ ...file, owner: /** @type {const} */ ("generator") }));
  },
});
