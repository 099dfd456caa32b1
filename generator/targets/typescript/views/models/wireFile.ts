import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { wrapsModel } from "../../../../codegen/plan/planning.js";
import { statusText } from "../../../../ir/behaviour.js";
import type { JsonObject } from "../../../../ir/json.js";
import type { Content, Operation } from "../../../../ir/operation.js";
import type { TypeScriptPlan } from "../../plan.js";
import { commentText } from "../../text.js";
import { namedSchema, wireSchema } from "./wireSchema.js";

/**
 * `src/wire.ts`: requests and responses as they are on the wire, for callers that send some requests themselves. openapi-typescript prints it from a document that is made of the
 * model, so that overlays and filters count; it is slow, so it is loaded only where the option asks for the file.
 */
export async function wireFiles(plan: TypeScriptPlan): Promise<readonly GeneratedFile[]> {
  if (!plan.options.wireTypes) return [];
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const nodes = await openapiTS(JSON.stringify(wireDocument(plan)), { silent: true, alphabetize: false });
  return [{ path: "src/wire.ts", text: astToString(nodes), owner: "generator" }];
}

function wireDocument(plan: TypeScriptPlan): JsonObject {
  const { api } = plan;
  const schemas = plan.models.flatMap((model) => {
    const { id, role, name } = model;
    const type = plan.typeOf(id);
    return type !== undefined && !wrapsModel(model) && (role === "model" || role === "error")
      ? [[name, namedSchema(type, plan)] as const]
      : [];
  });
  const paths = new Map<string, { [method: string]: JsonObject }>();
  for (const operation of api.operations) {
    const method = operation.method.toLowerCase();
    if (!methods.has(method)) continue;
    const item = paths.get(operation.path) ?? {};
    item[method] = wireOperation(operation, plan);
    paths.set(operation.path, item);
  }
  return {
    openapi: "3.1.0",
    info: { title: api.title, version: api.version },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

/** Those that a document of version 3.1 can have. OpenAPI 3.1, 4.8.9. */
const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

function wireOperation(operation: Operation, plan: TypeScriptPlan): JsonObject {
  const parameters = operation.parameters
    .filter((parameter) => parameter.in !== "querystring")
    .map((parameter) => ({
      name: parameter.wire,
      in: parameter.in,
      required: parameter.in === "path" || parameter.presence === "required",
      schema: wireSchema(parameter.type, plan),
    }));
  const { body } = operation;
  const responses = operation.responses.map(
    ({ status, docs, contents }) =>
      [statusText(status), { description: commentText(docs.description ?? ""), ...contentOf(contents, plan) }] as const,
  );
  return {
    operationId: operation.id,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null
      ? {}
      : { requestBody: { required: body.presence === "required", ...contentOf([body.content, ...body.others], plan) } }),
    responses: Object.fromEntries(responses),
  };
}

function contentOf(contents: readonly Content[], plan: TypeScriptPlan): JsonObject {
  return contents.length === 0
    ? {}
    : { content: Object.fromEntries(contents.map(({ mediaType, type }) => [mediaType, { schema: wireSchema(type, plan) }])) };
}
