import type { Value } from "../../../ir/node.js";
import type { PyField, PyMethod, PythonPlan } from "../plan.js";
import { modelLink, pageStem, TypeCells } from "./cells.js";
import { describeField, requiredMark } from "./modelPages.js";

/** One row of a Parameters table: name, type, required, description; and its example. */
export interface ParameterRow {
  readonly cells: readonly string[];
  readonly example: Value | null;
}

const place = { toDocs: "../.." };

/** The rows in the order of the signature: credentials, arguments, retries, server. */
export function parameterRows(plan: PythonPlan, method: PyMethod): readonly ParameterRow[] {
  const cells = new TypeCells(plan, place);
  const { request } = method;
  const rows: ParameterRow[] = [];
  switch (request.kind) {
    case "none":
      break;
    case "body":
      rows.push(row("request", cells.type(request.type), true, "The request object to use for the request."));
      break;
    case "object": {
      const model = plan.modelOf.get(request.model);
      rows.push(
        row(
          "request",
          model === undefined ? "*Any*" : modelLink(model, `models.${model.name}`, place),
          true,
          "The request object to use for the request.",
        ),
      );
      break;
    }
    case "arguments":
      rows.push(
        ...method.arguments.map((argument) => ({
          cells: [label(argument), cells.field(argument), requiredMark(argument.required), words(plan, argument)],
          example: argument.slot.example,
        })),
      );
  }
  const withOwn = method.security === null ? rows : withSecurity(plan, method, rows);
  const retries = row(
    "retries",
    `[Optional[utils.RetryConfig]](${place.toDocs}/models/utils/retryconfig.md)`,
    false,
    "Configuration to override the default retry behavior of the client.",
  );
  const hasServers = method.method.operation.servers.length > 0;
  const server: ParameterRow = {
    ...row("server_url", "*Optional[str]*", false, "An optional server URL to use."),
    example: { value: "http://localhost:8080" },
  };
  return [...withOwn, retries, ...(hasServers ? [server] : [])];
}

function row(name: string, type: string, required: boolean, description: string): ParameterRow {
  return { cells: [`\`${name}\``, type, requiredMark(required), description], example: null };
}

/** The name as it stands; that it is deprecated is said in its description. */
function label({ name }: PyField): string {
  return `\`${name}\``;
}

function words(plan: PythonPlan, argument: PyMethod["arguments"][number]): string {
  switch (argument.argument.place.kind) {
    case "parameter":
      return describeField(plan, argument, true);
    case "field":
      return describeField(plan, argument, false);
    case "body":
    case "rest":
      return argument.slot.docs.description ?? "N/A";
  }
}

/** Before the arguments of a method that takes its values one by one, behind the request of one that takes it whole. */
function withSecurity(plan: PythonPlan, method: PyMethod, rows: readonly ParameterRow[]): readonly ParameterRow[] {
  const model = method.security;
  if (model === null) return rows;
  const label_ = `models.${model.name}`;
  if (method.request.kind === "arguments") return [row("security", modelLink(model, label_, place), true, "N/A"), ...rows];
  const link =
    plan.options.quirks.securityLink === "missingFolder"
      ? `[${label_}](${place.toDocs}/${pageStem(model.name)}.md)`
      : modelLink(model, label_, place);
  return [...rows, row("security", link, true, "The security requirements to use for the request.")];
}
