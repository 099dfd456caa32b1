import { type Json, member } from "../ir/json.js";
import { bodyTypes, responseTypes } from "./mediaTypes.js";
import { texts } from "./texts.js";

/** The maps that moved: where 2.0 has them, and where they are now. */
const moved: ReadonlyMap<string, readonly string[]> = new Map([
  ["definitions", ["components", "schemas"]],
  ["parameters", ["components", "parameters"]],
  ["responses", ["components", "responses"]],
  ["securityDefinitions", ["components", "securitySchemes"]],
]);

/**
 * Where the upgraded document has what the 2.0 document `root` has at `keys`. Most references name a part of a map that moved as a whole; some
 * reach for the schema of a response or of a body, which stands below a media type now.
 *
 *     definitions/Book/properties/id                 →   components/schemas/Book/properties/id
 *     paths/~1books/get/responses/200/schema/items   →   paths/~1books/get/responses/200/content/application~1json/schema/items
 *     paths/~1books/post/parameters/0/schema         →   paths/~1books/post/requestBody/content/application~1json/schema
 */
export function upgradePointer(root: Json, keys: readonly string[]): readonly string[] {
  const schema = keys.indexOf("schema");
  const isOfComponent = schema === 2 && (keys[0] === "responses" || keys[0] === "parameters");
  const isOfOperation = schema === 5 && keys[0] === "paths" && (keys[3] === "responses" || keys[3] === "parameters");
  if (!isOfComponent && !isOfOperation) return movedKeys(keys);
  const holder = keys.slice(0, schema).reduce<Json | undefined>(member, root);
  const operation = isOfOperation ? keys.slice(0, 3).reduce<Json | undefined>(member, root) : undefined;
  const said = (key: string): readonly string[] | null => texts(member(operation, key)) ?? texts(member(root, key));
  if (keys[schema - 2] === "responses") {
    const [mediaType] = responseTypes(holder, said("produces"));
    return mediaType === undefined ? movedKeys(keys) : [...movedKeys(keys.slice(0, schema)), "content", mediaType, ...keys.slice(schema)];
  }
  const [mediaType] = member(holder, "in") === "body" ? bodyTypes(said("consumes")) : [];
  if (mediaType === undefined) return movedKeys(keys);
  const body = isOfOperation ? [...keys.slice(0, 3), "requestBody"] : ["components", "requestBodies", keys[1] ?? ""];
  return [...body, "content", mediaType, ...keys.slice(schema)];
}

function movedKeys(keys: readonly string[]): readonly string[] {
  return [...(moved.get(keys[0] ?? "") ?? keys.slice(0, 1)), ...keys.slice(1)];
}
