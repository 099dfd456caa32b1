import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type GenerateRequest, generate, type Outcome } from "../index.js";
import { builtInTargets } from "../targets/registry.js";
import type { FileTree } from "../write/fileTree.js";
import { outcomeJson, printOutcome } from "./outcome.js";
import { printFound } from "./printFound.js";
import { progressLine } from "./progressLine.js";
import { exitCode, type Terminal } from "./terminal.js";

interface GenerateFlags {
  readonly config: string | null;
  readonly spec: string | null;
  readonly out: string | null;
  readonly targets: readonly string[];
  /** Compare only: nothing is written, any difference is a failure. */
  readonly check: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Run although nothing has changed since the last time. */
  readonly force: boolean;
  readonly adopt: boolean;
}

/** `sdksmith generate`: runs the pipeline on the disk, says what was found and what came of it. `stage` is told where the run is, for the report of a bug. */
export async function generateCommand(
  flags: GenerateFlags,
  tree: FileTree,
  terminal: Terminal,
  stage: (name: string) => void,
): Promise<number> {
  const begin = terminal.seconds();
  const progress = progressLine(terminal, terminal.isWatched && !flags.quiet && !flags.json);
  const found: Diagnostic[] = [];
  const request: GenerateRequest = {
    config: flags.config,
    spec: flags.spec,
    out: flags.out,
    targets: flags.targets,
    mode: flags.check ? "check" : "write",
    strict: flags.strict,
    force: flags.force,
    adopt: flags.adopt,
  };
  const outcome = await generate(request, {
    tree,
    targets: builtInTargets,
    report: (diagnostic) => void found.push(diagnostic),
    progress: (name) => {
      stage(name);
      progress.show(name);
    },
  });
  progress.clear();
  const seconds = terminal.seconds() - begin;
  if (flags.json) {
    terminal.out(`${JSON.stringify(outcomeJson(outcome, found, seconds), null, 2)}\n`);
  } else {
    terminal.err(printFound(flags.quiet ? found.filter((diagnostic) => diagnostic.severity === "error") : found));
    if (!flags.quiet || outcome.status === "differs") terminal.out(printOutcome(outcome, found, seconds));
  }
  return codeOf(outcome);
}

function codeOf(outcome: Outcome): number {
  switch (outcome.status) {
    case "written":
    case "unchanged":
      return exitCode.done;
    case "differs":
    case "stopped":
      return exitCode.failed;
  }
}
