import { assertNever } from "../../../generator/diagnostics/diagnostic.js";
import type { Operation } from "../../../generator/ir/operation.js";
import type { Type } from "../../../generator/ir/types.js";
import type { Encoding } from "../call.js";
import type { SdkMap } from "../sdkMap.js";

/** How what an operation gives is written again: named types by what the SDK has for them, lists and maps of them one by one. */
export function answerEncoding(operation: Operation, status: number, mediaType: string, map: SdkMap): Encoding {
  const exact = operation.responses.find((one) => one.status.kind === "code" && one.status.code === status);
  const contents = (exact ?? operation.responses[0])?.contents ?? [];
  const essence = (type: string) => type.split(";")[0];
  const content = contents.find((one) => essence(one.mediaType) === essence(mediaType)) ?? contents[0];
  const of: Encoding = content === undefined ? { kind: "plain" } : encodingOf(content.type, map);
  const field = map.nameOf(`${operation.address}/response/property:Result`);
  return field === null ? of : { kind: "member", field, of };
}

function encodingOf(type: Type, map: SdkMap): Encoding {
  switch (type.kind) {
    case "array":
      return { kind: "array", of: encodingOf(type.items, map) };
    case "map":
      return { kind: "map", of: encodingOf(type.values, map) };
    case "nullable":
      return encodingOf(type.of, map);
    case "ref": {
      const named = map.typeOf(type.id);
      if (named?.kind === "alias") return encodingOf(named.of, map);
      const name = named?.kind === "enum" ? null : map.nameOf(type.id);
      return name === null ? { kind: "plain" } : { kind: "named", name };
    }
    case "bytes":
    case "instant":
    case "duration":
    case "integer":
    case "decimal":
      return { kind: "scalar", type: type.kind, wire: type.wire };
    case "any":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "file":
    case "date":
    case "time":
    case "literal":
    case "tuple":
      return { kind: "plain" };
    default:
      return assertNever(type);
  }
}
