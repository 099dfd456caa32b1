import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { libraryFiles } from "../../../sdkPlan.js";
import type { PythonPlan } from "../../plan.js";
import { docstring, pythonString } from "../../text.js";
import { clientFiles } from "../client/clientFiles.js";
import { resourceFiles } from "../methods/resourceFiles.js";
import { projectFile } from "./projectFile.js";
import { readmeFile } from "./readmeFile.js";

/** The package around the models: library files, the page about its retries, client, resources, and what a Python project needs at its root. */
export function packageFiles(plan: PythonPlan): readonly GeneratedFile[] {
  const { module } = plan.options;
  const file = (path: string, text: string): GeneratedFile => ({ path: `src/${module}/${path}`, text, owner: "generator" });
  return [
    ...runtimeFiles(plan),
    file("__init__.py", plan.templates.render("python/package/init.py", rootView(plan))),
    file("_version.py", plan.templates.render("python/package/version.py", versionView(plan))),
    ...clientFiles(plan),
    ...resourceFiles(plan),
    { ...file("_hooks/registration.py", plan.templates.render("python/package/registration.py", {})), owner: "user" },
    {
      path: "docs/models/utils/retryconfig.md",
      text: plan.templates.render("python/docs/retryconfig.md", {}).trimEnd(),
      owner: "generator",
    },
    projectFile(plan),
    readmeFile(plan),
  ];
}

const variant = "_hooks/_sdkinit_";

/** The library as it stands; of the two forms of the init hook the one that this SDK's callers know. */
function runtimeFiles(plan: PythonPlan): readonly GeneratedFile[] {
  const chosen = `${variant}${plan.options.initHookTakesConfiguration ? "config" : "client"}.py`;
  return libraryFiles(plan, "python")
    .filter(({ path }) => !path.startsWith(variant) || path === chosen)
    .map(({ path, text }) => ({
      path: `src/${plan.options.module}/${path === chosen ? "_hooks/sdkinit.py" : path}`,
      text,
      owner: "generator" as const,
    }));
}

function versionView(plan: PythonPlan) {
  const { packageName, version } = plan.options;
  const document = plan.api.version;
  return {
    title: pythonString(packageName),
    version: pythonString(version),
    document: pythonString(document),
    generator: pythonString(plan.generator),
    userAgent: pythonString(`${packageName}/python ${version} ${plan.generator} ${document}`.replace(/[^\x20-\x7e]/g, "")),
  };
}

/** What the package itself offers beside its hooks and versions, which are the same in all: module → names. */
function rootView(plan: PythonPlan) {
  const { servers } = plan.client;
  const constants = servers.length === 0 ? [] : ["SERVERS", ...servers.flatMap(({ constant }) => constant ?? [])];
  const modules: readonly { readonly module: string; readonly names: readonly string[] }[] = [
    { module: ".basesdk", names: ["BaseSDK"] },
    { module: ".httpclient", names: ["AsyncHttpClient", "ClientOwner", "HttpClient", "close_clients"] },
    { module: ".sdk", names: [plan.client.className] },
    { module: ".sdkconfiguration", names: [...constants, "SDKConfiguration"] },
    { module: ".types", names: ["UNSET", "OptionalNullable"] },
    { module: ".utils.logger", names: ["Logger", "get_default_logger"] },
    { module: ".utils.retries", names: ["RetryConfig"] },
    { module: ".utils.url", names: ["remove_suffix"] },
  ];
  const { packages, others } = plan.options.modelsAtRoot ? { packages: [".models"], others: ', ".models"' } : { packages: [], others: "" };
  return { title: docstring([plan.options.description], ""), modules, packages, others };
}
