import { descriptorOf, type Said, type SaidEntry } from "../../../../codegen/descriptor.js";
import { arrayCode, type Code, objectCode } from "../../../../codegen/layout.js";
import type { Method } from "../../../../codegen/plan/plan.js";
import { styleWords } from "../../../../codegen/wire/parameterText.js";
import type { Part } from "../../../../ir/operation.js";
import { isPlainXml } from "../../../../ir/types.js";
import { placeOf, resultField } from "../../plan.js";
import { propertyKey, stringLiteral } from "../../text.js";
import { plainCode, securityCode } from "../client/securityCode.js";
import { type CodecScope, codecCode, xmlCode } from "../models/codecCode.js";

type Entry = readonly [key: string, code: Code];

/**
 * All that the library must know of an operation:
 *
 *     { id: "tokens:get", method: "GET", path: "/tokens/{id}", request: GetTokenRequest$codec, responses: [{ status: "200", type: Token$codec }] }
 */
export function descriptor(method: Method, scope: CodecScope): Code {
  const said = descriptorOf(method, scope.plan);
  // Credentials of its own come with their alternatives.
  const own = method.security.kind === "own" ? said.filter(([key]) => key !== "alternatives") : said;
  return objectCode(entriesOf(own, scope, method), true);
}

function entriesOf(entries: readonly SaidEntry[], scope: CodecScope, method: Method): readonly Entry[] {
  return entries.flatMap(([key, said]): readonly Entry[] => {
    const code = spelled(said, scope, method);
    return code === null ? [] : [[propertyKey(key), code]];
  });
}

const writers = {
  text: ["lib/bodies.ts", "text"],
  xml: ["lib/xml.ts", "writeXml"],
  binary: ["lib/bodies.ts", "binary"],
  form: ["lib/bodies.ts", "formURLEncoded"],
  multipart: ["lib/bodies.ts", "multipart"],
  lines: ["lib/bodies.ts", "lines"],
} as const;

const readers = {
  text: ["lib/readers.ts", "text"],
  xml: ["lib/xml.ts", "readXml"],
  stream: ["lib/readers.ts", "stream"],
  events: ["lib/event-streams.ts", "events"],
  lines: ["lib/event-streams.ts", "lines"],
} as const;

/** Null for what says nothing here. */
function spelled(said: Said, scope: CodecScope, method: Method): Code | null {
  const { plan, imports } = scope;
  switch (said.kind) {
    case "rules":
      return arrayCode(said.rules.map((one) => spelled(one, scope, method) ?? "{}"));
    case "failure":
      return objectCode(entriesOf(said.entries, scope, method));
    case "record": {
      const entries = entriesOf(said.entries, scope, method);
      return entries.length === 0 && said.of === "body" ? null : objectCode(entries);
    }
    case "type":
      return codecCode(said.type, scope);
    case "bytes":
      return '"any"';
    case "writer": {
      const brackets = said.writer === "multipart" && plan.options.multipartArrays === "legacy";
      const [file, name] = writers[said.writer];
      return imports.value(file, brackets ? "multipartBrackets" : name);
    }
    case "reader": {
      const [file, name] = readers[said.reader];
      return imports.value(file, name);
    }
    case "parts":
      return partsCode(said.parts, scope);
    case "xml":
      return isPlainXml(said.xml) ? null : xmlCode(said.xml);
    case "errorClass":
      return imports.value(placeOf(plan, said.model).file, said.model.name);
    case "wrap":
      return wrapCode(method, scope);
    case "credentials":
      return securityCode(said.security.credentials, plan, imports);
    case "text":
    case "number":
    case "flag":
    case "list":
    case "table":
      return plainCode(said);
  }
}

function partsCode(parts: readonly Part[], { imports }: CodecScope): Code | null {
  const described = parts.flatMap(({ wire, file, mediaType, encoding }): Entry[] => {
    const style = encoding?.kind === "styled" ? encoding : null;
    const entries: Entry[] = [
      ...(file ? [["file", "true"] as const] : []),
      ...(mediaType === null ? [] : [["mediaType", stringLiteral(mediaType)] as const]),
      ...(style === null
        ? []
        : [["encode", imports.value("lib/encodings.ts", styleWords[style.style])] as const, ["explode", String(style.explode)] as const]),
    ];
    return entries.length === 0 ? [] : [[propertyKey(wire), objectCode(entries)]];
  });
  return described.length === 0 ? null : objectCode(described);
}

/** `{ field: "result", headers: true }` */
function wrapCode(method: Method, { plan }: CodecScope): Code | null {
  const { envelope } = plan.options;
  const field = resultField(plan, method);
  const entries: readonly Entry[] = [
    ...(field === null ? [] : [["field", stringLiteral(field)] as const]),
    ...(method.result.kind === "wrapper" && method.result.hasHeaders ? [["headers", "true"] as const] : []),
    ...(envelope === "none" ? [] : [["envelope", stringLiteral(envelope)] as const]),
  ];
  return entries.length === 0 ? null : objectCode(entries);
}
