import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { Docs } from "../../../ir/node.js";
import { Imports } from "../imports.js";
import { arrayCode, type Code, layoutCode, objectCode } from "../layout.js";
import type { TsServer, TypeScriptPlan } from "../plan.js";
import { access, docComment, propertyKey, stringLiteral, typeKey } from "../text.js";
import { errorsFile } from "./fixedErrors.js";
import { docText } from "./modelFiles.js";
import { envVariable, securityCode } from "./securityCode.js";
import { typeText } from "./typeText.js";

type Entry = readonly [key: string, code: Code];

/** `src/lib/config.ts`: the servers, the options of the client, and what the library must know of the API. */
export function configFile(plan: TypeScriptPlan): GeneratedFile {
  const { options, client, surface } = plan;
  const imports = new Imports("lib/config.ts", [
    "ServerList",
    "SDKOptions",
    "SDK_METADATA",
    "settings",
    "serverURLFromOptions",
    ...client.servers.flatMap((server) => constantName(server) ?? []),
  ]);
  const view = {
    servers:
      client.serversBy === "name"
        ? client.servers.map((server) => ({
            docs: docComment(docText(server.docs), ""),
            name: constantName(server) ?? "",
            value: stringLiteral(server.id ?? ""),
          }))
        : [],
    list: layoutCode(serverList(plan), "", { width: 140, before: 40 }),
    options: optionTexts(plan, imports),
    clientOptions: imports.type("lib/client.ts", "ClientOptions"),
    settingsType: imports.type("lib/client.ts", "Settings"),
    choose: imports.value("lib/servers.ts", "chooseServer"),
    documentVersion: stringLiteral(surface.api.version),
    sdkVersion: stringLiteral(options.version),
    generatorVersion: stringLiteral(plan.generator),
    userAgent: stringLiteral(`${options.packageName} ${options.version} typescript`),
    settings: layoutCode(settingsCode(plan, imports), "", { width: 140, before: 0 }),
  };
  return {
    path: "src/lib/config.ts",
    text: plan.templates.render("typescript/config.ts", { ...view, imports: imports.print() }),
    owner: "generator",
  };
}

/** "production" → ServerProduction */
function constantName({ id }: TsServer): string | null {
  const word = id?.replace(/[^\p{L}\p{N}]+(.?)/gu, (_, next: string) => next.toUpperCase()) ?? "";
  return word === "" ? null : `Server${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function serverList({ client }: TypeScriptPlan): Code {
  const { servers, serversBy } = client;
  return serversBy === "name"
    ? objectCode(
        servers.map(({ id, url }) => [propertyKey(id ?? ""), stringLiteral(url)] as const),
        true,
      )
    : arrayCode(
        servers.map(({ url }) => stringLiteral(url)),
        true,
      );
}

/** The options that this API adds to those of every client. */
function optionTexts(plan: TypeScriptPlan, imports: Imports): readonly string[] {
  const { client } = plan;
  const scope = { plan, imports, side: "write" } as const;
  const option = (name: string, type: string, docs: string): string => `${docComment(docs, "  ")}  ${typeKey(name)}?: ${type} | undefined;`;
  const options: string[] = [];
  const { security } = client;
  if (security.kind === "flattened") {
    for (const { name, scheme, type } of security.credentials.schemes)
      options.push(option(name, `${typeText(type, scope)} | (() => Promise<${typeText(type, scope)}>)`, docText(scheme.docs)));
  }
  if (security.kind === "value") {
    const model = plan.modelOf.get(security.model);
    const name = model === undefined ? "object" : imports.type(model.file, model.name);
    options.push(option("security", `${name} | (() => Promise<${name}>)`, "The credentials of the client."));
  }
  for (const field of client.globals) options.push(option(field.name, typeText(field.type, scope), docText(field.slot.docs)));
  if (client.servers.length > 0) {
    options.push(
      client.serversBy === "name"
        ? option("server", "keyof typeof ServerList", "The server to use, by name.")
        : option("serverIdx", "number", "The server to use, by its position in the list."),
    );
  }
  return [
    ...options,
    ...serverVariables(client.servers).map(({ option: name, values, docs }) =>
      option(name, values.length === 0 ? "string" : values.map(stringLiteral).join(" | "), docText(docs)),
    ),
  ];
}

interface Variable {
  readonly option: string;
  readonly values: readonly string[];
  readonly docs: Docs;
}

/** A variable that several servers have is one option. */
function serverVariables(servers: readonly TsServer[]): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const { option, values, docs } of servers.flatMap(({ variables }) => variables)) {
    const known = found.get(option);
    found.set(option, {
      option,
      docs,
      values:
        known === undefined ? values : known.values.length === 0 || values.length === 0 ? [] : [...new Set([...known.values, ...values])],
    });
  }
  return [...found.values()];
}

function settingsCode(plan: TypeScriptPlan, imports: Imports): Code {
  const { client, options } = plan;
  const errors = objectCode([
    ["unexpected", imports.value(errorsFile(plan, options.defaultError), options.defaultError)],
    ["mismatch", imports.value(errorsFile(plan, "ResponseValidationError"), "ResponseValidationError")],
  ]);
  const env = client.globals.flatMap(({ name }): Entry[] => {
    const variable = envVariable(plan, name);
    return variable === null ? [] : [[propertyKey(name), stringLiteral(variable)]];
  });
  const entries: Entry[] = [
    ["userAgent", "SDK_METADATA.userAgent"],
    ["servers", arrayCode(client.servers.map((server, index) => serverCode(server, index, client.serversBy)))],
    ...(client.security.kind === "none" ? [] : [["security", securityCode(client.security.credentials, plan, imports)] as const]),
    ...(env.length === 0 ? [] : [["env", objectCode(env)] as const]),
    ...(options.envPrefix === null ? [] : [["debugVariable", stringLiteral(`${options.envPrefix}_DEBUG`)] as const]),
    ...(options.validation === "strict" ? [["validation", '"strict"'] as const] : []),
    ["errors", errors],
  ];
  return objectCode(entries, true);
}

function serverCode({ id, variables }: TsServer, index: number, by: "name" | "position"): Code {
  const url = by === "name" ? `ServerList${access(id ?? "")}` : `ServerList[${index}]`;
  const table = variables.map(({ wire, option, default: byDefault }) =>
    objectCode([
      ["name", stringLiteral(wire)],
      ["option", stringLiteral(option)],
      ["default", stringLiteral(byDefault)],
    ]),
  );
  return objectCode([
    ...(by === "name" ? [["id", stringLiteral(id ?? "")] as const] : []),
    ["url", url],
    ...(table.length === 0 ? [] : [["variables", arrayCode(table)] as const]),
  ]);
}
