import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { arrayCode, type Code, layoutCode, objectCode } from "../../../../codegen/layout.js";
import type { Server } from "../../../../codegen/plan/plan.js";
import { Imports } from "../../imports.js";
import { placeOf, type TypeScriptPlan } from "../../plan.js";
import { access, docComment, docText, propertyKey, stringLiteral, typeKey } from "../../text.js";
import { typeText } from "../../typeText.js";
import { errorsFile } from "../models/fixedErrors.js";
import { envVariable, securityCode } from "./securityCode.js";

type Entry = readonly [key: string, code: Code];

/** `src/lib/config.ts`: the servers, the options of the client, and what the library must know of the API. */
export function configFile(plan: TypeScriptPlan): GeneratedFile {
  const { options, client, api } = plan;
  const imports = new Imports("lib/config.ts", [
    "ServerList",
    "SDKOptions",
    "SDK_METADATA",
    "settings",
    "serverURLFromOptions",
    ...client.servers.flatMap(({ constant }) => constant ?? []),
  ]);
  const view = {
    servers:
      client.serversBy === "name"
        ? client.servers.map((server) => ({
            docs: docComment(docText(server.docs), ""),
            name: server.constant ?? "",
            value: stringLiteral(server.name ?? ""),
          }))
        : [],
    list: layoutCode(serverList(plan), "", { width: 140, before: 40 }),
    options: optionTexts(plan, imports),
    clientOptions: imports.type("lib/client.ts", "ClientOptions"),
    settingsType: imports.type("lib/client.ts", "Settings"),
    choose: imports.value("lib/servers.ts", "chooseServer"),
    documentVersion: stringLiteral(api.version),
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

function serverList({ client }: TypeScriptPlan): Code {
  const { servers, serversBy } = client;
  return serversBy === "name"
    ? objectCode(
        servers.map(({ name, url }) => [propertyKey(name ?? ""), stringLiteral(url)] as const),
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
  if (security.kind === "given") {
    const given = (name: string, type: string, docs: string): string => option(name, `${type} | (() => ${type} | Promise<${type}>)`, docs);
    for (const { option: name, scheme, type, tokenUrl } of security.credentials.schemes) {
      if (name === null) continue;
      options.push(given(name, `${typeText(type, scope)}${tokenUrl === null ? "" : " | string"}`, docText(scheme.docs)));
    }
    if (security.isWhole) {
      const type = imports.type(placeOf(plan, security.model).file, security.model.name);
      options.push(given("security", type, "The credentials of the client, all at once."));
    }
  }
  for (const field of client.globals) options.push(option(field.option, typeText(field.type, scope), docText(field.slot.docs)));
  if (client.servers.length > 0) {
    options.push(
      client.serversBy === "name"
        ? option("server", "keyof typeof ServerList", "The server to use, by name.")
        : option("serverIdx", "number", "The server to use, by its position in the list."),
    );
  }
  return [
    ...options,
    ...client.variables.map(({ option: name, values, docs }) =>
      option(name, values.length === 0 ? "string" : values.map(stringLiteral).join(" | "), docText(docs)),
    ),
  ];
}

function settingsCode(plan: TypeScriptPlan, imports: Imports): Code {
  const { client, options } = plan;
  const errors = objectCode([
    ["unexpected", imports.value(errorsFile(plan, options.defaultError), options.defaultError)],
    ["mismatch", imports.value(errorsFile(plan, "ResponseValidationError"), "ResponseValidationError")],
  ]);
  const env = client.globals.flatMap(({ option: name }): Entry[] => {
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

function serverCode({ name: id, variables }: Server, index: number, by: "name" | "position"): Code {
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
