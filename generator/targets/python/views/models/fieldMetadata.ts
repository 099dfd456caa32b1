import type { ObjectModel, Property } from "../../../../codegen/plan/plan.js";
import { credentialOf } from "../../../../codegen/surface/credentialOf.js";
import { withoutNull } from "../../../../codegen/types/settledTypes.js";
import { styleWords } from "../../../../codegen/wire/parameterText.js";
import { isJsonType, type Parameter } from "../../../../ir/operation.js";
import type { SecurityScheme } from "../../../../ir/security.js";
import type { ImportSet } from "../../imports.js";
import type { PythonPlan } from "../../plan.js";
import { pythonString } from "../../text.js";

/** How the field of a request, security or form model travels: `FieldMetadata(query=True)`; null for a field of JSON. */
export function fieldMetadata(plan: PythonPlan, model: ObjectModel, field: Property, imports: ImportSet): string | null {
  const use = (name: string): string => imports.from("..utils.metadata", name);
  const metadata = (key: string, value: string): string => `${use("FieldMetadata")}(${key}=${value})`;
  const { place } = field;
  switch (place.kind) {
    case "parameter":
      return metadata(placeKey(place.parameter), parameterMetadata(place.parameter, use));
    case "body":
      return metadata("request", `${use("RequestMetadata")}(media_type=${pythonString(place.content.mediaType)})`);
    case "credential":
      return metadata("security", securityMetadata(place.scheme, use));
    case "schema":
      return model.form === null ? null : partMetadata(plan, field, model.form, use, metadata);
    case "credentialPart":
    case "result":
    case "headers":
      return null;
  }
}

function placeKey(parameter: Parameter): string {
  return parameter.in === "querystring" ? "query" : parameter.in;
}

/** True stands for the default style of the place. OpenAPI 3.1, 4.8.12.2. */
function parameterMetadata(parameter: Parameter, use: (name: string) => string): string {
  const { encoding } = parameter;
  const className = {
    path: "PathParamMetadata",
    query: "QueryParamMetadata",
    querystring: "QueryParamMetadata",
    header: "HeaderMetadata",
    cookie: "CookieMetadata",
  }[parameter.in];
  const whole = parameter.in === "querystring" ? ', style="querystring"' : "";
  if (encoding.kind === "content") return `${use(className)}(serialization="json"${whole})`;
  if (parameter.in === "querystring") return `${use(className)}(style="querystring")`;
  const isForm = parameter.in === "query" || parameter.in === "cookie";
  const parts = [
    ...(encoding.style === (isForm ? "form" : "simple") ? [] : [`style=${pythonString(styleWords[encoding.style])}`]),
    ...(encoding.explode === isForm ? [] : [`explode=${encoding.explode ? "True" : "False"}`]),
    ...(encoding.allowReserved && (parameter.in === "query" || parameter.in === "path") ? ["allow_reserved=True"] : []),
    ...(encoding.allowEmpty && parameter.in === "query" ? ["allow_empty=True"] : []),
  ];
  return parts.length === 0 ? "True" : `${use(className)}(${parts.join(", ")})`;
}

function securityMetadata(scheme: SecurityScheme, use: (name: string) => string): string {
  const of = (type: string, sub: string | null, name: string): string =>
    `${use("SecurityMetadata")}(scheme=True, scheme_type=${pythonString(type)}${sub === null ? "" : `, sub_type=${pythonString(sub)}`}, field_name=${pythonString(name)})`;
  switch (scheme.kind) {
    case "bearer":
      return of("http", "bearer", "Authorization");
    case "basic":
      return of("http", "basic", "Authorization");
    case "http":
      return of("http", scheme.scheme, "Authorization");
    case "apiKey":
      return of("apiKey", scheme.in, scheme.wire);
    case "oauth2":
      return of("oauth2", credentialOf(scheme).kind === "client" ? "client_credentials" : null, "Authorization");
    case "openIdConnect":
      return of("openIdConnect", null, "Authorization");
    case "mutualTls":
    case "custom":
      return of("http", "custom", scheme.id);
  }
}

function partMetadata(
  plan: PythonPlan,
  field: Property,
  codec: NonNullable<ObjectModel["form"]>,
  use: (name: string) => string,
  metadata: (key: string, value: string) => string,
): string | null {
  const inner = withoutNull(field.type);
  if (codec.kind === "form") {
    const part = codec.parts.find(({ wire }) => wire === field.slot.wire);
    const style = part?.encoding?.kind === "styled" ? part.encoding : null;
    if (part?.mediaType === "application/json") return metadata("form", `${use("FormMetadata")}(json=True)`);
    if (style === null) return metadata("form", "True");
    return metadata(
      "form",
      `${use("FormMetadata")}(style=${pythonString(styleWords[style.style])}, explode=${style.explode ? "True" : "False"})`,
    );
  }
  const part = codec.parts.find(({ wire }) => wire === field.slot.wire);
  const style = part?.encoding?.kind === "styled" ? part.encoding : null;
  const mediaType = part?.mediaType ?? null;
  const isFile = part?.file === true;
  const isJson = !isFile && mediaType !== null && isJsonType(mediaType);
  const parts = [
    ...(isFile ? ["file=True"] : []),
    ...(isJson ? ["json=True"] : []),
    ...(mediaType === null || (isJson && mediaType === "application/json") ? [] : [`content_type=${pythonString(mediaType)}`]),
    ...(style === null ? [] : [`style=${pythonString(styleWords[style.style])}`, `explode=${style.explode ? "True" : "False"}`]),
    ...(inner.kind === "array" && plan.options.multipartArrays === "standard" ? ['arrays=""'] : []),
  ];
  return metadata("multipart", parts.length === 0 ? "True" : `${use("MultipartFormMetadata")}(${parts.join(", ")})`);
}
