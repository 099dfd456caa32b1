import type { Value } from "../../../ir/node.js";
import type { TsArgument, TsMethod, TypeScriptPlan } from "../plan.js";
import { modelLink, requiredMark, typeCell } from "./cells.js";
import { describeField, fieldLabel } from "./fieldRows.js";

/** One row of a Parameters table: name, type, required, description; and its example. */
export interface ParameterRow {
  readonly cells: readonly string[];
  readonly example: Value | null;
}

const place = { toDocs: "../.." };
const requestWords = "The request object to use for the request.";

/** The request or its parts, credentials, and the options that every call has. */
export function parameterRows(plan: TypeScriptPlan, method: TsMethod): readonly ParameterRow[] {
  const { request, security } = method;
  const rows: ParameterRow[] = [];
  switch (request.kind) {
    case "none":
      break;
    case "body":
      rows.push(row("request", bodyCell(plan, request.type), true, requestWords));
      break;
    case "object":
      rows.push(row("request", modelLink(request.model, plan, place), true, requestWords));
      break;
    case "arguments":
      rows.push(
        ...request.arguments.map((argument) => ({
          cells: [
            fieldLabel(argument),
            typeCell(argument.type, plan, place),
            requiredMark(argument.required),
            argumentWords(plan, argument),
          ],
          example: argument.slot.example,
        })),
      );
  }
  if (security !== null)
    rows.push(row("security", modelLink(security.model, plan, place), true, "The security requirements to use for the request."));
  return [
    ...rows,
    row("options", "RequestOptions", false, "Used to set various options for making HTTP requests."),
    row(
      "options.fetchOptions",
      "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
      false,
      "Options that are passed to the underlying HTTP request. This can be used to inject extra headers for examples. All `Request` options, except `method` and `body`, are allowed.",
    ),
    row(
      "options.retries",
      `[RetryConfig](${place.toDocs}/lib/utils/retryconfig.md)`,
      false,
      "Enables retrying HTTP requests under certain failure conditions.",
    ),
  ];
}

/** A request that is a union has a page to go to. */
function bodyCell(plan: TypeScriptPlan, type: Parameters<typeof typeCell>[0]): string {
  const of = type.kind === "nullable" ? type.of : type;
  const model = of.kind === "model" ? plan.modelOf.get(of.id) : undefined;
  return model === undefined || model.kind === "alias" ? typeCell(of, plan, place) : modelLink(model, plan, place);
}

function row(name: string, type: string, required: boolean, description: string): ParameterRow {
  return { cells: [`\`${name}\``, type, requiredMark(required), description], example: null };
}

function argumentWords(plan: TypeScriptPlan, argument: TsArgument): string {
  return argument.argument.place.kind === "body" ? (argument.slot.docs.description ?? "N/A") : describeField(plan, argument);
}
