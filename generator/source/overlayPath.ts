import { JSONPathEnvironment, JSONPathError, type JSONPathNode, type JSONPathQuery, jsonpath } from "json-p3";
import { MAX_DEPTH } from "./limits.js";
import { type Draft, type DraftObject, isDraftObject } from "./values.js";

/**
 * How the paths of an overlay are read. `rfc9535`: a filter tests the children of what it is applied to. `legacy`, from before the standard:
 * on an object it tests that object itself, so `$.paths.*.*[?@.deprecated]` selects operations; on a list both test the items.
 */
export type OverlayDialect = "rfc9535" | "legacy";

/** A value that a path selected, and where it stands. The root has no container. */
export interface Match {
  readonly value: Draft;
  readonly keys: readonly string[];
  readonly container: Draft[] | DraftObject | null;
}

/** What a path selects, in document order, each value once; or why it is no path. */
type Selection = { readonly kind: "matches"; readonly matches: readonly Match[] } | { readonly kind: "invalid"; readonly problem: string };

/** Evaluates a JSONPath on a document. RFC 9535. */
export function select(root: DraftObject, path: string, dialect: OverlayDialect): Selection {
  const environment = new JSONPathEnvironment({ maxRecursionDepth: 2 * MAX_DEPTH });
  try {
    const query = environment.compile(path);
    if (dialect === "legacy") testObjectsThemselves(query);
    const matches = new Map<string, Match>();
    for (const node of query.query(root)) {
      const keys = node.location.map(String);
      matches.set(JSON.stringify(keys), matchAt(root, keys));
    }
    return { kind: "matches", matches: [...matches.values()] };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    // The library ends its message with an excerpt of the path and an offset; the whole path is printed anyway.
    const sentence = error.message.replace(/ \('[\s\S]*':\d+\)$/, "");
    return { kind: "invalid", problem: `${sentence} (at character ${error.token.index + 1})` };
  }
}

function matchAt(root: DraftObject, keys: readonly string[]): Match {
  let container: Draft[] | DraftObject | null = null;
  let value: Draft = root;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) break;
    container = value;
    value = (Array.isArray(value) ? value[Number(key)] : value[key]) ?? null;
  }
  return { value, keys, container };
}

/** A filter of the legacy dialect. */
class LegacyFilter extends jsonpath.selectors.FilterSelector {
  override resolve(node: JSONPathNode): JSONPathNode[] {
    const value = node.value as Draft;
    if (!isDraftObject(value)) return super.resolve(node);
    const holds = this.expression.evaluate({ environment: this.environment, currentValue: value, rootValue: node.root });
    return holds ? [node] : [];
  }

  override *lazyResolve(node: JSONPathNode): Generator<JSONPathNode> {
    yield* this.resolve(node);
  }
}

/** Puts filters of the legacy dialect into a parsed query, also into the queries inside its filters. */
function testObjectsThemselves(query: JSONPathQuery): void {
  for (const { selectors } of query.segments) {
    selectors.forEach((selector, index) => {
      if (!(selector instanceof jsonpath.selectors.FilterSelector)) return;
      visitExpression(selector.expression);
      selectors[index] = new LegacyFilter(selector.environment, selector.token, selector.expression);
    });
  }
}

function visitExpression(expression: jsonpath.expressions.FilterExpression): void {
  const { FilterQuery, FunctionExtension, InfixExpression, LogicalExpression, PrefixExpression } = jsonpath.expressions;
  if (expression instanceof FilterQuery) testObjectsThemselves(expression.path);
  else if (expression instanceof LogicalExpression) visitExpression(expression.expression);
  else if (expression instanceof PrefixExpression) visitExpression(expression.right);
  else if (expression instanceof InfixExpression) [expression.left, expression.right].forEach(visitExpression);
  else if (expression instanceof FunctionExtension) expression.args.forEach(visitExpression);
}
