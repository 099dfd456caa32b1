import { snakeCase } from "../../../codegen/casing.js";
import type { Server } from "../../../ir/security.js";

export interface VariableView {
  readonly wire: string;
  readonly name: string;
  readonly default: string;
  readonly docs: string;
}

/** The variables of all servers, each once. */
export function serverVariables(servers: readonly Server[]): readonly VariableView[] {
  const found = new Map<string, VariableView>();
  for (const { variables } of servers) {
    for (const variable of variables) {
      const snake = snakeCase(variable.wire);
      const name = snake === "" || /^\d/.test(snake) || taken.has(snake) ? `server_${snake}` : snake;
      if (!found.has(variable.wire))
        found.set(variable.wire, { wire: variable.wire, name, default: variable.default, docs: variable.docs.description ?? "" });
    }
  }
  return [...found.values()];
}

const taken = new Set([
  "server",
  "server_idx",
  "server_url",
  "url_params",
  "client",
  "async_client",
  "retry_config",
  "timeout_ms",
  "debug_logger",
  "security",
  "self",
]);
