import { snakeCase } from "../../../codegen/casing.js";
import type { Server } from "../../../ir/security.js";
import type { PythonPlan } from "../plan.js";

/** Servers that a client can use as they stand; a relative URL needs the caller's own host. */
export function usableServers(plan: PythonPlan): readonly Server[] {
  return plan.surface.api.servers.filter(({ url }) => /^https?:\/\//i.test(url));
}

/** Whether servers go by names of their own. */
export function namedServers(servers: readonly Server[]): boolean {
  const names = new Set(servers.map(({ name }) => name));
  return servers.length > 0 && servers.every(({ name }) => name !== null) && names.size === servers.length;
}

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
