import type { Terminal } from "./terminal.js";

/** One line on standard error that says where a run is and is gone when it ends; nothing at all where nobody watches. */
export function progressLine(terminal: Terminal, isShown: boolean): { show(stage: string): void; clear(): void } {
  if (!isShown) return { show: () => undefined, clear: () => undefined };
  return {
    show: (stage) => terminal.err(`\r\u001b[2K${stage} …`),
    clear: () => terminal.err("\r\u001b[2K"),
  };
}
