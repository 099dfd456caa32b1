#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { exitCode, type Terminal } from "./commands/terminal.js";
import { version } from "./version.js";
import { diskTree } from "./write/diskTree.js";

/** Arguments in, exit code out. The only place that knows the console and the process; each command is loaded when it is called. */

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  seconds: () => performance.now() / 1000,
};

/** Where the run is, for the report of a bug. */
let stage = "arguments";

process.stdout.on("error", leaveOnClosedPipe);
process.stderr.on("error", leaveOnClosedPipe);
process.on("uncaughtException", (error) => process.exit(explain(error)));
process.on("unhandledRejection", (error) => process.exit(explain(error)));

try {
  await commandLine().parseAsync(process.argv);
} catch (error) {
  process.exitCode = explain(error);
}

function commandLine(): Command {
  const program = new Command("sdksmith")
    .description("Turns an OpenAPI document into SDKs and their reference docs.")
    .version(version)
    .addOption(new Option("--debug", "write the stack of an internal error to sdksmith-bug.txt").hideHelp())
    .showHelpAfterError("(add --help for the options)")
    .exitOverride();
  program
    .command("generate")
    .description("write the SDKs of a configuration, or of a document alone")
    .option("--config <file>", "configuration to read; without it and --spec: sdksmith.yaml")
    .option("--spec <file>", "OpenAPI document; needs no configuration")
    .option("--out <folder>", "folder of all SDKs; without it ./sdk, or what the configuration says")
    .option("--target <name>", "only SDKs of this target (repeatable)", collect)
    .option("--check", "write nothing; exit with 1 when files differ from what would be written", false)
    .option("--strict", "treat warnings as errors", false)
    .option("--json", "print one JSON object instead of text", false)
    .option("--quiet", "print errors only", false)
    .option("--force", "run although nothing has changed since the last time", false)
    .option("--adopt", "replace files that stand in the way although sdksmith did not write them", false)
    .action(async (options: Parsed) => {
      const { generateCommand } = await import("./commands/generate.js");
      const flags = {
        config: text(options.config),
        spec: text(options.spec),
        out: text(options.out),
        targets: texts(options.target),
        check: options.check === true,
        strict: options.strict === true,
        json: options.json === true,
        quiet: options.quiet === true,
        force: options.force === true,
        adopt: options.adopt === true,
      };
      process.exitCode = await generateCommand(flags, diskTree(), terminal, (name) => {
        stage = name;
      });
    });
  program
    .command("init <spec>")
    .description("write a commented sdksmith.yaml for a document into the working folder")
    .action(async (spec: string) => {
      const { initCommand } = await import("./commands/init.js");
      process.exitCode = await initCommand(path(spec), diskTree(), terminal);
    });
  program
    .command("migrate")
    .description("write a configuration from what another generator left in published SDKs")
    .requiredOption("--from <folder>", "folder of a published SDK (repeatable)", collect)
    .requiredOption("--out <folder>", "folder to write to")
    .action(async (options: Parsed) => {
      const { migrateCommand } = await import("./commands/migrate.js");
      process.exitCode = migrateCommand({ from: texts(options.from), out: text(options.out) ?? "." }, diskTree(), terminal);
    });
  program
    .command("schema")
    .description("print the JSON Schema of sdksmith.yaml")
    .option("--markdown", "print the reference page of all settings instead", false)
    .action(async (options: Parsed) => {
      const { schemaCommand } = await import("./commands/schema.js");
      process.exitCode = schemaCommand({ markdown: options.markdown === true }, terminal);
    });
  return program;
}

type Parsed = Readonly<Record<string, unknown>>;

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** Paths have `/` everywhere inside. */
function path(value: string): string {
  return process.platform === "win32" ? value.replaceAll("\\", "/") : value;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? path(value) : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item) => path(String(item))) : [];
}

/** Says what went wrong in words, never with a stack, and gives the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && "syscall" in error && "code" in error) {
    terminal.err(`sdksmith: ${message}\n`);
    return exitCode.failed;
  }
  const origin = error instanceof Error && "origin" in error ? ` at ${String(error.origin)}` : "";
  terminal.err(
    `sdksmith ${version}: a bug of sdksmith, not of your document. Nothing more was written.\n  stage: ${stage}${origin}\n  ${message.split("\n")[0] ?? ""}\n`,
  );
  terminal.err(
    "Please report these lines with the document, or the smallest part of it that does the same. --debug writes the details to sdksmith-bug.txt.\n",
  );
  if (process.argv.includes("--debug")) writeFileSync("sdksmith-bug.txt", error instanceof Error ? `${error.stack ?? message}\n` : message);
  return exitCode.bug;
}

function leaveOnClosedPipe(error: Error): void {
  if ("code" in error && error.code === "EPIPE") process.exit(exitCode.done);
  throw error;
}
