import { declare } from "./diagnostic.js";

export const unreadableSchema = declare({
  code: "schema-unreadable",
  message: ({ found }: { found: string }) => `A schema stands here as ${found}.`,
  effect: "It is taken as any value.",
  help: "Write a Schema Object, `true` or `false`.",
});

export const keywordUnreadable = declare({
  code: "schema-keyword",
  message: ({ keyword, found }: { keyword: string; found: string; wanted: string }) =>
    `The keyword \`${keyword}\` stands here as ${found}.`,
  effect: "It says nothing; the rest of the schema is read.",
  help: ({ wanted }: { keyword: string; found: string; wanted: string }) => `Write ${wanted}.`,
});

export const impossibleSchema = declare({
  code: "schema-impossible",
  message: () => "No value fits this schema: `false` stands here, or `not: {}`.",
  effect: "It is taken as any value.",
  help: "Describe what may stand here, or leave out what holds the schema.",
});

export const recursiveAlias = declare({
  code: "schema-recursive",
  message: ({ name }: { name: string }) => `"${name}" is defined as itself, so it has no type.`,
  effect: "It is taken as any value.",
  help: "Give the schema a type, properties or members of its own.",
});

export const mixedEnum = declare({
  code: "enum-mixed",
  message: ({ values }: { values: string }) => `The values of this enum are not of one simple type: ${values}.`,
  effect: "It is taken as any value.",
  help: "Split it into a union of enums, one per type.",
});

export const defaultMisfit = declare({
  code: "default-misfit",
  message: ({ name, value }: { name: string; value: string }) => `The default of "${name}" is no value of its type: ${value}.`,
  effect: "It is left out.",
  help: "Write a default that the schema beside it allows, or none.",
});

export const defaultInexact = declare({
  code: "default-inexact",
  message: ({ name }: { name: string }) => `The default of "${name}" is an integer beyond 2^53 - 1, which is not read exactly.`,
  effect: "It is left out.",
  help: "Write such a value into the description, or the field as text of the format `bigint`.",
});

export const discriminatorTarget = declare({
  code: "discriminator-target",
  message: ({ tag, target }: { tag: string; target: string }) =>
    `The discriminator maps "${tag}" to ${JSON.stringify(target)}, which is no schema.`,
  effect: "That tag is left out.",
  help: "Write the name of a component schema or a reference to one.",
});

export const unreadableParameter = declare({
  code: "parameter-unreadable",
  message: ({ name }: { name: string }) => `The parameter "${name}" has no name, no known \`in\`, or is no object.`,
  effect: "It is left out.",
  help: "Give it a `name`, an `in` of path, query, header or cookie, and a schema.",
});

export const pathParameterUndefined = declare({
  code: "path-parameter-undefined",
  message: ({ name, path }: { name: string; path: string }) => `"{${name}}" stands in ${path}, but no parameter defines it.`,
  effect: "The method takes it as a required string.",
  help: "Add a parameter with `in: path`, `required: true` and a schema.",
});

export const statusUnreadable = declare({
  code: "response-unreadable",
  message: ({ code }: { code: string }) => `The response "${code}" is no status code, range or "default", or it is no object.`,
  effect: "It is left out.",
  help: 'Write a code such as "404", a range such as "4XX", or "default".',
});

export const responseBodiless = declare({
  code: "response-bodiless",
  message: ({ what }: { what: string }) => `${what} has no body (RFC 9110, 9.3.2 and 15), so this content is never sent.`,
  effect: "It is left out: the call returns nothing.",
  help: "Remove the `content`, or describe another status.",
});

export const contentReference = declare({
  code: "content-reference",
  message: (_: { isFound: boolean }) => "A reference stands here in place of media types, where OpenAPI knows none.",
  effect: ({ isFound }: { isFound: boolean }) => (isFound ? "What it leads to is read all the same." : "There is no body."),
  help: "Write the media types here; a reference may stand for the whole response or body, or for a schema.",
});

export const extensionUnread = declare({
  code: "extension-unread",
  message: ({ key }: { key: string }) => `\`${key}\` asks a generator for something that this one does not do.`,
  effect: "It is ignored, here and wherever else it stands.",
  help: "docs/options.md lists what the configuration can say instead.",
});

export const schemeUnknown = declare({
  code: "security-scheme-unknown",
  message: ({ key }: { key: string }) => `The security scheme "${key}" is of no known type or lacks a keyword that its type needs.`,
  effect: "It is left out; calls that need it carry no credentials for it.",
  help: "Use http, apiKey (with `name` and `in`), oauth2, openIdConnect or mutualTLS.",
});

export const schemeUndeclared = declare({
  code: "security-scheme-undeclared",
  message: ({ key }: { key: string }) => `A security requirement names "${key}", which components.securitySchemes does not declare.`,
  effect: "The alternatives that ask for it are left out.",
  help: "Declare the scheme, or correct its name.",
});

export const paginationUnreadable = declare({
  code: "pagination-unreadable",
  message: () => "This pagination names no input and output that can be followed.",
  effect: "The method returns single pages.",
  help: "Name the page, offset or cursor input, and outputs as plain JSONPaths such as $.items.",
});

export const operationIdDuplicate = declare({
  code: "operation-id-duplicate",
  message: ({ id, first }: { id: string; first: string }) => `The operationId "${id}" is already that of ${first}.`,
  effect: ({ name }: { id: string; first: string; name: string }) => `This operation is named by its method and path: ${name}.`,
  help: "Give each operation an id of its own.",
});

export const operationUnreadable = declare({
  code: "operation-unreadable",
  message: ({ label, why }: { label: string; why: string }) => `${label} cannot be read: ${why}.`,
  effect: "The operation is left out and counted as skipped.",
  help: "Write it as an Operation Object with responses.",
});

export const documentEmpty = declare({
  code: "document-empty",
  message: () => "The document has no operation, no webhook and no schema.",
  help: "Add at least one operation below `paths`.",
});

interface XmlWords {
  readonly mediaType: string;
  readonly what: string;
}

export const xmlLeftOut = declare({
  code: "xml-left-out",
  message: ({ mediaType, what }: XmlWords) => `XML cannot express ${what}, and a body of ${mediaType} has it.`,
  effect: "The XML form is left out; another one is used.",
  help: "Change it by an `xml` object, if your callers depend on XML.",
});

export const xmlAsText = declare({
  code: "xml-as-text",
  message: ({ mediaType, what }: XmlWords) => `XML cannot express ${what}, and a body of ${mediaType} has it.`,
  effect: "It is passed as text, undecoded.",
  help: "Change it by an `xml` object, or offer application/json as well.",
});

export const bodyAlternative = declare({
  code: "body-alternative",
  message: ({ mediaType }: { mediaType: string; chosen: string }) => `The body may be sent as ${mediaType} too.`,
  effect: ({ chosen }: { mediaType: string; chosen: string }) => `The method sends ${chosen}.`,
  help: "Nothing needs to be done unless your callers depend on the other form.",
});

export const formHeaders = declare({
  code: "form-headers",
  message: ({ wire, names }: { wire: string; names: readonly string[] }) =>
    `The part "${wire}" has headers of its own: ${names.join(", ")}.`,
  effect: () => "They are not sent: callers cannot give them.",
  help: "Send the values as fields of the form, or as headers of the request.",
});

export const formTextShared = declare({
  code: "form-text-shared",
  message: ({ wire }: { wire: string }) => `The field "${wire}" is a file in a multipart form, but its schema is used elsewhere, too.`,
  effect: () => "It stays a text in both.",
  help: "Give the form a schema of its own, or write `format: binary`.",
});
