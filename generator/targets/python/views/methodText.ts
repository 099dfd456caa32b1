import { pythonString } from "../docs/literal.js";
import type { PyArgument, PyMethod } from "../plan.js";
import { defaultText } from "./fieldDefault.js";
import type { ResourceScope } from "./resourceScope.js";
import { callName, resultText } from "./resultText.js";
import { docstring, wrapped } from "./text.js";
import { typeText } from "./typeText.js";

/**
 * Both twins of a method: signature, words, one `return`.
 *
 *     def list(
 *         self,
 *         *,
 *         page: Optional[int] = 1,
 *         retries: OptionalNullable[utils.RetryConfig] = UNSET,
 *         …
 *     ) -> Optional[models.TokensListResponse]:
 *         """List
 *
 *         :param page: Page number, defaults to 1.
 *         """
 *         return self._call(_LIST, {"page": page}, Call(retries, server_url, timeout_ms, http_headers))
 */
export function methodTexts(scope: ResourceScope, method: PyMethod, operation: string, accept: string | null): readonly string[] {
  const parameters = [...ownParameters(scope, method), ...standardParameters(scope, accept)];
  const words = methodDocs(method, accept !== null);
  const call = `(${operation}, ${argumentsText(method)}, ${callOptions(scope, method, accept)})`;
  const { deprecated } = method.method.operation.docs;
  const mark =
    deprecated === null
      ? ""
      : `    @${scope.imports.from("typing_extensions", "deprecated")}(${pythonString(deprecated.message ?? "This will be removed in a future release, please migrate away from it as soon as possible.")})\n`;
  const text = (prefix: string, name: string, twin: "sync" | "async", body: string): string =>
    `${mark}    ${prefix}def ${name}${wrapped("(", ["self", "*", ...parameters], ")", "    ", 400)} -> ${resultText(scope, method, twin)}:\n        ${words}\n        return ${body}${call}`;
  return [
    text("", method.name, "sync", `self.${callName(method)}`),
    text("async ", `${method.name}_async`, "async", `await self.${callName(method)}_async`),
  ];
}

function ownParameters(scope: ResourceScope, method: PyMethod): readonly string[] {
  const security =
    method.security === null
      ? []
      : [
          `security: ${scope.imports.from("typing", "Union")}[${scope.model(method.security, false)}, ${scope.model(method.security, true)}]`,
        ];
  return [...security, ...requestParameters(scope, method)];
}

function requestParameters(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { request } = method;
  switch (request.kind) {
    case "none":
      return [];
    case "body": {
      const type = typeText(scope, request.type, "input");
      const optional = scope.plan.options.optionalRequest && method.method.operation.body?.presence === "optional";
      if (!optional) return [`request: ${type}`];
      return request.type.kind === "nullable"
        ? [
            `request: ${type.replace(/^Nullable\[/, `${scope.imports.from(".types", "OptionalNullable")}[`)} = ${scope.imports.from(".types", "UNSET")}`,
          ]
        : [`request: ${scope.imports.from("typing", "Optional")}[${type}] = None`];
    }
    case "object": {
      const model = scope.plan.modelOf.get(request.model);
      return model === undefined
        ? []
        : [`request: ${scope.imports.from("typing", "Union")}[${scope.model(model, false)}, ${scope.model(model, true)}]`];
    }
    case "arguments":
      return method.arguments.map((argument) => `${argument.keyword}: ${argumentType(scope, argument)}`);
  }
}

function argumentType(scope: ResourceScope, argument: PyArgument): string {
  const { type } = argument;
  const inner = type.kind === "nullable" ? type.of : type;
  const text = typeText(scope, inner, "input");
  const written = defaultText(scope.plan, argument, (_, id) => {
    const model = scope.plan.models.find((one) => one.id === id);
    return model === undefined ? "" : scope.model(model, false);
  });
  if (argument.required) return type.kind === "nullable" ? `${scope.imports.from(".types", "Nullable")}[${text}]` : text;
  if (type.kind === "nullable") {
    const nothing = scope.imports.from(".types", "UNSET");
    return `${scope.imports.from(".types", "OptionalNullable")}[${text}] = ${written ?? nothing}`;
  }
  return `${scope.imports.from("typing", "Optional")}[${text}] = ${written ?? "None"}`;
}

function standardParameters(scope: ResourceScope, accept: string | null): readonly string[] {
  const { imports } = scope;
  const optional = imports.from("typing", "Optional");
  return [
    `retries: ${imports.from(".types", "OptionalNullable")}[${imports.from(".", "utils")}.RetryConfig] = ${imports.from(".types", "UNSET")}`,
    `server_url: ${optional}[str] = None`,
    `timeout_ms: ${optional}[int] = None`,
    ...(accept === null ? [] : [`accept_header_override: ${optional}[${accept}] = None`]),
    `http_headers: ${optional}[${imports.from("typing", "Mapping")}[str, str]] = None`,
  ];
}

function methodDocs(method: PyMethod, hasAccept: boolean): string {
  const { docs } = method.method.operation;
  const head = [docs.summary ?? "", ...(docs.description === null || docs.description === docs.summary ? [] : ["", docs.description])];
  const own = [
    ...(method.security === null ? [] : [":param security: The credentials of this call."]),
    ...(method.request.kind === "body" || method.request.kind === "object" ? [":param request: The request object to send."] : []),
    ...method.arguments.map((argument) =>
      `:param ${argument.keyword}: ${(argument.slot.docs.description ?? "").replace(/\s*\n\s*/g, " ")}`.trimEnd(),
    ),
  ];
  const standard = [
    ":param retries: Override the default retry configuration for this method",
    ":param server_url: Override the default server URL for this method",
    ":param timeout_ms: Override the default request timeout configuration for this method in milliseconds",
    ...(hasAccept ? [":param accept_header_override: Override the default accept header for this method"] : []),
    ":param http_headers: Additional headers to set or replace on requests.",
  ];
  return docstring([...head, "", ...own, ...standard], "        ");
}

function callOptions(scope: ResourceScope, method: PyMethod, accept: string | null): string {
  const call = scope.imports.from("._runtime.operation", "Call");
  const options = [
    "retries",
    "server_url",
    "timeout_ms",
    "http_headers",
    ...(accept === null ? [] : ["accept_header_override"]),
    ...(method.security === null ? [] : ["security=security"]),
  ];
  return `${call}(${options.join(", ")})`;
}

/** `None`, `request`, `{"id": id}` or, where the fields of a body are arguments, `{"id": id, "body": {"name": name}}`. */
function argumentsText(method: PyMethod): string {
  const { request } = method;
  switch (request.kind) {
    case "none":
      return "None";
    case "body":
    case "object":
      return "request";
    case "arguments": {
      const key = ({ slot, field, type, argument }: PyArgument): string =>
        pythonString(type.kind === "literal" && argument.place.kind !== "body" ? slot.wire : field);
      const pair = (argument: PyArgument): string => `${key(argument)}: ${argument.keyword}`;
      const fields = method.arguments.filter(({ argument }) => argument.place.kind === "field").map(pair);
      const rest = method.arguments.filter(({ argument }) => argument.place.kind === "rest").map(({ keyword }) => `**(${keyword} or {})`);
      const body = [...rest, ...fields];
      const others = method.arguments
        .filter(({ argument }) => argument.place.kind === "parameter" || argument.place.kind === "body")
        .map(pair);
      if (request.model === null) return `{${body.join(", ")}}`;
      const flattened = method.bodyField === null || body.length === 0 ? [] : [`${pythonString(method.bodyField)}: {${body.join(", ")}}`];
      return `{${[...others, ...flattened].join(", ")}}`;
    }
  }
}
