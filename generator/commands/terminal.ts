/** What a command may do to the world besides files: the only way to the console, so that commands can be tested. */
export interface Terminal {
  /** Standard output: results. */
  out(text: string): void;
  /** Standard error: diagnostics and progress. */
  err(text: string): void;
  /** Whether somebody watches standard error, so that a line that overwrites itself makes sense. */
  readonly isWatched: boolean;
  /** Seconds since some fixed moment. */
  seconds(): number;
}

/** Exit codes, the same for every command. */
export const exitCode = { done: 0, failed: 1, usage: 2, bug: 70 } as const;
