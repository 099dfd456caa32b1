import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { Json } from "../../../../ir/json.js";
import type { TypeScriptPlan } from "../../plan.js";
import { lineText } from "../../text.js";
import { barrelFolders } from "../client/entryFiles.js";

/** Everything around `src`: package.json, jsr.json, the compiler's settings and the script that marks what was compiled. */
export function packageFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const { options } = plan;
  const render = (path: string, template: string, view: object, owner: GeneratedFile["owner"] = "generator"): GeneratedFile => ({
    path,
    text: plan.templates.render(`typescript/package/${template}`, view),
    owner,
  });
  const esm = options.moduleFormat !== "commonjs";
  const commonjs = options.moduleFormat !== "esm";
  return [
    { path: "package.json", text: jsonText(packageJson(plan)), owner: "generator" },
    { path: "jsr.json", text: jsonText(jsrJson(plan)), owner: "generator" },
    render("tsconfig.json", "tsconfig.json", { outDir: esm ? "dist/esm" : "dist/commonjs", format: esm ? modules.esm : modules.commonjs }),
    ...(esm && commonjs ? [render("tsconfig.commonjs.json", "tsconfig.commonjs.json", {})] : []),
    render("scripts/mark-modules.mjs", "mark-modules.mjs", { esm, commonjs }),
  ];
}

const modules = {
  esm: { module: "NodeNext", resolution: "NodeNext", verbatim: "true" },
  commonjs: { module: "CommonJS", resolution: "node10", verbatim: "false" },
} as const;

function packageJson(plan: TypeScriptPlan): Json {
  const { options, api } = plan;
  const { moduleFormat } = options;
  const description = lineText(options.description ?? api.title);
  const { devDependencies, ...others } = options.dependencies;
  const dependencies = Object.fromEntries(Object.entries(others).filter(([, packages]) => Object.keys(packages).length > 0));
  const steps = [
    "tsc -p tsconfig.json",
    ...(moduleFormat === "dual" ? ["tsc -p tsconfig.commonjs.json"] : []),
    "node scripts/mark-modules.mjs",
  ];
  return {
    name: options.packageName,
    version: options.version,
    ...(description === "" ? {} : { description }),
    ...(options.license === null ? {} : { license: options.license }),
    ...(options.author === null ? {} : { author: options.author }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=18" },
    ...entryPoints(moduleFormat, barrelFolders(plan)),
    files: ["dist", "src", "docs", "README.md"],
    scripts: { build: steps.join(" && "), prepare: "npm run build", check: "tsc -p tsconfig.json --noEmit", ...options.scripts },
    ...dependencies,
    devDependencies: { typescript: "~5.9.3", ...devDependencies },
    ...options.packageKeys,
  };
}

/** Every file can be imported, with and without its ending, by bundlers, Node and old resolvers. */
function entryPoints(format: TypeScriptPlan["options"]["moduleFormat"], folders: readonly string[]): { readonly [key: string]: Json } {
  const conditions = (path: string): { readonly [key: string]: Json } => {
    const build = (kind: string): Json => ({ types: `./dist/${kind}/${path}.d.ts`, default: `./dist/${kind}/${path}.js` });
    switch (format) {
      case "dual":
        return { import: build("esm"), require: build("commonjs") };
      case "esm":
        return { import: build("esm") };
      case "commonjs":
        return { default: build("commonjs") };
    }
  };
  const main = format === "esm" ? "esm" : "commonjs";
  return {
    main: `./dist/${main}/index.js`,
    ...(format === "commonjs" ? {} : { module: "./dist/esm/index.js" }),
    types: `./dist/${main}/index.d.ts`,
    exports: {
      ".": conditions("index"),
      "./package.json": "./package.json",
      "./types": conditions("types/index"),
      ...Object.fromEntries(folders.map((folder) => [`./${folder}`, conditions(`${folder}/index`)])),
      "./dist/*.js": "./dist/*.js",
      "./dist/*": "./dist/*.js",
      "./*.js": conditions("*"),
      "./*": conditions("*"),
    },
    typesVersions: {
      "*": {
        "dist/*": ["./dist/*"],
        "*.js": [`./dist/${main}/*.d.ts`],
        "*": [`./dist/${main}/*`, `./dist/${main}/*.d.ts`, `./dist/${main}/*/index.d.ts`],
      },
    },
  };
}

function jsrJson({ options }: TypeScriptPlan): Json {
  return {
    name: options.packageName,
    version: options.version,
    exports: {
      ".": "./src/index.ts",
      "./core": "./src/core.ts",
      "./types": "./src/types/index.ts",
      "./lib/config": "./src/lib/config.ts",
      "./lib/http": "./src/lib/http.ts",
      "./lib/retries": "./src/lib/retries.ts",
      "./lib/sdks": "./src/lib/sdks.ts",
    },
    publish: { include: ["src/**/*.ts", "README.md", "jsr.json"] },
  };
}

function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
