import type { GeneratedFile } from "../codegen/generatedFile.js";
import { Stopped } from "../diagnostics/diagnostic.js";
import type { AnyTarget, Calls, ConfiguredTarget, CoreOptions, Reading } from "../targets/target.js";
import { checkPaths } from "../write/safePath.js";

/** Says that a target from outside failed at a step ("while planning"), and why. */
type Failed = (step: string, why: string) => Stopped;

const readings: { readonly [K in Exclude<keyof Reading, "inputSuffix" | "outputSuffix">]: readonly Reading[K][] } = {
  freeObject: ["class", "map"],
  wrappedRef: ["same", "copy"],
  tuples: ["tuple", "list"],
  stringUnions: ["union", "first"],
  dottedTags: ["nested", "flat"],
  singleEnum: ["literal", "enum"],
  parents: ["union", "object"],
  besideRef: ["ignored", "read"],
  defaultBeside: ["error", "success"],
  bodiless: ["nothing", "written"],
  unknownValues: ["reject", "keep"],
  unknownVariants: ["reject", "keep"],
};

/** The same target, with a located diagnostic instead of a throw: what goes wrong in its code is a fault of its package, and no bug of sdksmith. */
export function guardTarget(target: AnyTarget, failed: Failed): AnyTarget {
  const explained = (name: string, error: unknown): unknown => (error instanceof Stopped ? error : failed(name, reason(error)));
  const step = <T>(name: string, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw explained(name, error);
    }
  };
  return {
    name: target.name,
    start() {
      const started = step("while starting", () => target.start());
      return {
        configure(settings): ConfiguredTarget {
          const configured = step("while reading its options", () => started.configure(settings));
          const wrong = wrongCore(configured.core);
          if (wrong !== null) throw failed("while reading its options", wrong);
          return {
            core: { ...configured.core, calls: guardCalls(configured.core.calls, step) },
            async render(request, report) {
              try {
                return checked(await configured.render(request, report));
              } catch (error) {
                throw explained("while printing", error);
              }
            },
          };
        },
      };
    },
  };
}

/** What the core reads of the options before anything is planned; a package in plain JavaScript has no compiler that would have said it. */
function wrongCore(core: Partial<CoreOptions> | undefined): string | null {
  for (const [key, values] of Object.entries(readings)) {
    const value = core?.reading?.[key as keyof Reading];
    if (!values.some((known) => known === value))
      return `\`readOptions\` gives \`reading.${key}\` ${JSON.stringify(value)} instead of ${values.join(" or ")}.`;
  }
  for (const key of ["inputSuffix", "outputSuffix"] as const)
    if (typeof core?.reading?.[key] !== "string")
      return `\`readOptions\` gives \`reading.${key}\` ${JSON.stringify(core?.reading?.[key])} instead of a text.`;
  const calls: Partial<Calls> | null | undefined = core?.calls;
  if (calls === undefined) return "`readOptions` gives no `calls`: null where nothing is called.";
  const missing = calls === null ? undefined : (["client", "style", "spelling", "rules"] as const).find((key) => calls[key] === undefined);
  if (missing !== undefined) return `\`readOptions\` gives \`calls\` without \`${missing}\`.`;
  const [absent] = calls === null || calls === undefined ? [] : absentFunctions(calls);
  return absent === undefined ? null : `\`readOptions\` gives \`calls\` without the function \`${absent}\`.`;
}

const functionsOf = {
  rules: ["typeOf", "required"],
  spelling: ["type", "resource", "attribute", "method", "field", "member", "companions", "methodCompanions", "namespaceOf"],
  "spelling.derived": ["argument", "data", "function", "module", "constant", "accept", "option", "numbered"],
} as const;

function absentFunctions({ rules, spelling }: Partial<Calls>): readonly string[] {
  const holders: { readonly [path in keyof typeof functionsOf]: object | undefined } = {
    rules,
    spelling,
    "spelling.derived": spelling?.derived,
  };
  return (Object.keys(functionsOf) as (keyof typeof functionsOf)[]).flatMap((path) =>
    functionsOf[path].filter((name) => typeof Reflect.get(holders[path] ?? {}, name) !== "function").map((name) => `${path}.${name}`),
  );
}

/** Names are asked for while the core works: what throws then is the package's, too. */
function guardCalls(calls: Calls | null, step: <T>(name: string, run: () => T) => T): Calls | null {
  if (calls === null) return null;
  const guarded = <T extends object>(holder: T): T =>
    new Proxy(holder, {
      get(target, key) {
        const found: unknown = Reflect.get(target, key);
        return typeof found === "function"
          ? (...given: unknown[]) => step("while naming", () => Reflect.apply(found, target, given))
          : found;
      },
    });
  const { spelling, rules } = calls;
  return { ...calls, rules: guarded(rules), spelling: guarded({ ...spelling, derived: guarded(spelling.derived) }) };
}

function checked(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  for (const { path, text, owner } of files)
    if (typeof path !== "string" || typeof text !== "string" || !["generator", "user", "both"].includes(owner))
      throw new Error(`${JSON.stringify(path)} is no file with \`path\`, \`text\` and \`owner\``);
  checkPaths(files.map(({ path }) => path));
  return files;
}

/** The first line of an error: the rest is for those who debug the package. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? "";
}
