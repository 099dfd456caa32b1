import type { Type } from "../../../../ir/types.js";
import type { ImportSet } from "../../imports.js";

/**
 * The annotations of a value that travels in another form than pydantic gives it; none where pydantic's own form is the wire's.
 *
 *     int as text:       BeforeValidator(validate_int), PlainSerializer(serialize_int(True))
 *     seconds of Unix:   BeforeValidator(validate_unix_time), PlainSerializer(serialize_unix_time, when_used="json")
 *
 * `utils`: where the module that needs them imports its library from.
 */
export function codecNotes(imports: ImportSet, type: Type, utils: ".utils" | "..utils" = "..utils"): readonly string[] {
  const notes = (reader: string, writer: string, argument: string): readonly string[] => [
    `${imports.from("pydantic", "BeforeValidator")}(${imports.from(`${utils}.serializers`, reader)})`,
    `${imports.from("pydantic", "PlainSerializer")}(${imports.from(`${utils}.serializers`, writer)}${argument})`,
  ];
  switch (type.kind) {
    case "integer":
      return type.wire === "string" ? notes("validate_int", "serialize_int", "(True)") : [];
    case "decimal":
      return notes("validate_decimal", "serialize_decimal", type.wire === "string" ? "(True)" : "(False)");
    case "instant":
      if (type.wire === "unix") return notes("validate_unix_time", "serialize_unix_time", ', when_used="json"');
      return type.wire === "rfc7231" ? notes("validate_http_date", "serialize_http_date", ', when_used="json"') : [];
    default:
      return [];
  }
}
