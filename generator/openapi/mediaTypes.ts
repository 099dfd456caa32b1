import { isObject, type Json, member } from "../ir/json.js";

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

/** The media types of a 2.0 body: what is consumed, else JSON. */
export function bodyTypes(consumes: readonly string[] | null): readonly string[] {
  return consumes ?? ["application/json"];
}

/** The media types of a 2.0 form: a file makes it multipart, otherwise what is consumed decides. */
export function formTypes(consumes: readonly string[] | null, hasFile: boolean): readonly string[] {
  const consumed = (consumes ?? []).filter((type) => type === multipart || (type === urlencoded && !hasFile));
  return consumed.length > 0 ? consumed : [hasFile ? multipart : urlencoded];
}

/** The media types of a 2.0 response: with a schema what is produced, else those that it has examples for. */
export function responseTypes(response: Json | undefined, produces: readonly string[] | null): readonly string[] {
  const schema = member(response, "schema");
  if (isObject(schema)) return produces ?? [member(schema, "type") === "file" ? "application/octet-stream" : "application/json"];
  const examples = member(response, "examples");
  return isObject(examples) ? Object.keys(examples).filter((type) => type.includes("/")) : [];
}
