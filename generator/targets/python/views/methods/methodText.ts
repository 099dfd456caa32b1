import { placeDocs } from "../../../../codegen/docs/describe.js";
import type { Argument, Method, Model } from "../../../../codegen/plan/plan.js";
import { withoutNull } from "../../../../codegen/types/settledTypes.js";
import { docstring, pythonString, wrapped } from "../../text.js";
import { type TypeScope, typeText } from "../../typeText.js";
import { defaultText } from "../models/fieldDefault.js";
import { callName, formText, resultText } from "./resultText.js";

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
 *
 * Where an argument decides whether the answer is a stream, what each of its values gives stands before them:
 *
 *     @overload
 *     def ask(self, *, prompt: str, stream: Literal[True], …) -> eventstreaming.EventStream[models.Chunk]: ...
 */
export function methodTexts(scope: TypeScope, method: Method): readonly string[] {
  const parameters = parametersOf(scope, method, null);
  const words = methodDocs(method);
  const call = `(${method.constant}, ${argumentsText(scope, method)}, ${callOptions(scope, method)})`;
  const { deprecated } = method.docs;
  const reason = deprecated?.message ?? "This will be removed in a future release, please migrate away from it as soon as possible.";
  const mark = deprecated === null ? "" : `    @${scope.imports.from("typing_extensions", "deprecated")}(${pythonString(reason)})\n`;
  const head = (prefix: string, taken: readonly string[], returns: string): string =>
    `${mark}    ${prefix}${wrapped("(", ["self", "*", ...taken], ")", "    ", 400)} -> ${returns}:`;
  const text = (prefix: string, name: string, twin: "sync" | "async", body: string): string => {
    const returns = resultText(scope, method, twin);
    const forms = streamForms(scope, method, twin).map(
      (form) =>
        `    @${scope.imports.from("typing", "overload")}\n${head(`${prefix}def ${name}`, parametersOf(scope, method, form.flag), form.returns ?? returns)} ...\n\n`,
    );
    return `${forms.join("")}${head(`${prefix}def ${name}`, parameters, returns)}\n        ${words}\n        return ${body}${call}`;
  };
  return [
    text("", method.name, "sync", `self.${callName(method)}`),
    text("async ", `${method.name}_async`, "async", `await self.${callName(method)}_async`),
  ];
}

/** `flag`: what is written for the argument that asks for a stream, where it is not all that it may be. */
function parametersOf(scope: TypeScope, method: Method, flag: string | null): readonly string[] {
  return [...ownParameters(scope, method, flag), ...standardParameters(scope, method)];
}

interface StreamForm {
  readonly flag: string | null;
  /** Null: either of them. */
  readonly returns: string | null;
}

/** What a method gives for each value of the argument that asks for a stream: first what it gives where the argument is there, then where it is not, last for a value that only running tells. */
function streamForms(scope: TypeScope, { streaming, result }: Method, twin: "sync" | "async"): readonly StreamForm[] {
  const argument = streaming?.argument ?? null;
  if (streaming === null || argument === null) return [];
  const { imports } = scope;
  const literal = (value: string): string => `${imports.from("typing", "Literal")}[${value}]`;
  const optional = argument.type.kind === "nullable" ? "OptionalNullable" : "Optional";
  const usual = (value: string): string =>
    argument.required
      ? literal(value)
      : `${optional === "Optional" ? imports.from("typing", optional) : imports.from(".types", optional)}[${literal(value)}] = ${initialText(scope, argument)}`;
  const { initially } = streaming;
  const mayBeEmpty = result.kind === "value" && result.mayBeEmpty;
  const returns = (form: Parameters<typeof formText>[1]): string =>
    mayBeEmpty ? `${imports.from("typing", "Optional")}[${formText(scope, form, twin)}]` : formText(scope, form, twin);
  const streamed = { flag: initially ? usual("True") : literal("True"), returns: returns(streaming.streamed) };
  const whole = { flag: initially ? literal("False") : usual("False"), returns: returns(streaming.whole) };
  return [...(initially ? [whole, streamed] : [streamed, whole]), { flag: "bool", returns: null }];
}

/** `Union[models.X, models.XTypedDict]` */
function eitherText(scope: TypeScope, model: Model): string {
  return `${scope.imports.from("typing", "Union")}[${scope.model(model, false)}, ${scope.model(model, true)}]`;
}

function ownParameters(scope: TypeScope, { security, request, streaming }: Method, flag: string | null): readonly string[] {
  const credentials = security.kind === "own" ? [`security: ${credentialsText(scope, security)}`] : [];
  switch (request.kind) {
    case "none":
      return credentials;
    case "body": {
      const { type, optional } = request.body;
      const required = !(optional && scope.plan.options.optionalRequest);
      return [...credentials, `request: ${valueText(scope, { type, required, default: null })}`];
    }
    case "object":
      return [...credentials, `request: ${eitherText(scope, request.model)}`];
    case "arguments":
      return [
        ...credentials,
        ...request.arguments.map((argument) => {
          const text = flag !== null && argument === streaming?.argument ? flag : valueText(scope, argument);
          return `${argument.name}: ${text}`;
        }),
      ];
  }
}

function credentialsText(scope: TypeScope, { model, optional }: Extract<Method["security"], { kind: "own" }>): string {
  const text = eitherText(scope, model);
  return optional ? `${scope.imports.from("typing", "Optional")}[${text}] = None` : text;
}

/** `str`, `Optional[int] = 1`, `OptionalNullable[str] = UNSET` */
function valueText(scope: TypeScope, value: Pick<Argument, "type" | "required" | "default">): string {
  const { imports } = scope;
  const nullable = value.type.kind === "nullable";
  const text = typeText(scope, withoutNull(value.type), "input");
  if (value.required) return nullable ? `${imports.from(".types", "Nullable")}[${text}]` : text;
  const word = nullable ? imports.from(".types", "OptionalNullable") : imports.from("typing", "Optional");
  return `${word}[${text}] = ${initialText(scope, value)}`;
}

/** What an argument is when nobody gives it. */
function initialText(scope: TypeScope, value: Pick<Argument, "type" | "default">): string {
  const nothing = (): string => (value.type.kind === "nullable" ? scope.imports.from(".types", "UNSET") : "None");
  return defaultText(scope.plan, value, (model) => scope.model(model, false)) ?? nothing();
}

function standardParameters({ imports }: TypeScope, method: Method): readonly string[] {
  const optional = imports.from("typing", "Optional");
  return [
    `retries: ${imports.from(".types", "OptionalNullable")}[${imports.from(".", "utils")}.RetryConfig] = ${imports.from(".types", "UNSET")}`,
    `server_url: ${optional}[str] = None`,
    `timeout_ms: ${optional}[int] = None`,
    ...(hasChoice(method) ? [`accept_header_override: ${optional}[${method.accepts.name}] = None`] : []),
    `http_headers: ${optional}[${imports.from("typing", "Mapping")}[str, str]] = None`,
  ];
}

/** Whether an answer comes in several forms, so that callers may ask for one. */
export function hasChoice({ accepts }: Method): boolean {
  return accepts.mediaTypes.length > 1;
}

function methodDocs(method: Method): string {
  const { docs, request } = method;
  const head = [docs.summary ?? "", ...(docs.description === null || docs.description === docs.summary ? [] : ["", docs.description])];
  const given = request.kind === "arguments" ? request.arguments : [];
  const own = [
    ...(method.security.kind === "own" ? [":param security: The credentials of this call."] : []),
    ...(request.kind === "body" || request.kind === "object" ? [":param request: The request object to send."] : []),
    ...given.map(({ name, slot }) => `:param ${name}: ${(placeDocs(slot).description ?? "").replace(/\s*\n\s*/g, " ")}`.trimEnd()),
  ];
  const standard = [
    ":param retries: Override the default retry configuration for this method",
    ":param server_url: Override the default server URL for this method",
    ":param timeout_ms: Override the default request timeout configuration for this method in milliseconds",
    ...(hasChoice(method) ? [":param accept_header_override: Override the default accept header for this method"] : []),
    ":param http_headers: Additional headers to set or replace on requests.",
  ];
  return docstring([...head, "", ...own, ...standard], "        ");
}

function callOptions({ imports }: TypeScope, method: Method): string {
  const options = [
    "retries",
    "server_url",
    "timeout_ms",
    "http_headers",
    ...(hasChoice(method) ? ["accept_header_override"] : []),
    ...(method.security.kind === "own" ? ["security=security"] : []),
  ];
  return `${imports.from("._runtime.operation", "Call")}(${options.join(", ")})`;
}

/**
 * `None`, `request`, `{"id": id}` or, where the fields of a body are arguments, `{"id": id, "body": {"name": name}}`; a body that may be left out is
 * `optional_body({"name": name, "size": size}, {"size": 10})`: there is none where every part is as nobody gave it.
 */
function argumentsText(scope: TypeScope, { request }: Method): string {
  switch (request.kind) {
    case "none":
      return "None";
    case "body":
    case "object":
      return "request";
    case "arguments": {
      // A constant goes by its name on the wire: its attribute is in capitals.
      const keyOf = ({ slot, field, type, source }: Argument): string =>
        pythonString(type.kind === "literal" && source.kind !== "body" ? slot.wire : (field ?? slot.wire));
      const pair = (argument: Argument): string => `${keyOf(argument)}: ${argument.name}`;
      const of = (...kinds: readonly Argument["source"]["kind"][]) => request.arguments.filter(({ source }) => kinds.includes(source.kind));
      const body = [...of("rest").map(({ name }) => `**(${name} or {})`), ...of("field").map(pair)];
      if (request.model === null) return `{${body.join(", ")}}`;
      const parts = of("field");
      const text = request.body?.optional === true ? optionalBody(scope, body, parts, keyOf) : `{${body.join(", ")}}`;
      const flattened = request.bodyField === null || body.length === 0 ? [] : [`${pythonString(request.bodyField)}: ${text}`];
      return `{${[...of("parameter", "body").map(pair), ...flattened].join(", ")}}`;
    }
  }
}

function optionalBody(
  scope: TypeScope,
  body: readonly string[],
  parts: readonly Argument[],
  keyOf: (argument: Argument) => string,
): string {
  const initial = parts.flatMap((argument) => {
    const text = initialText(scope, argument);
    return text === "None" ? [] : [`${keyOf(argument)}: ${text}`];
  });
  const make = scope.imports.from("._runtime.operation", "optional_body");
  return `${make}({${body.join(", ")}}${initial.length === 0 ? "" : `, {${initial.join(", ")}}`})`;
}
