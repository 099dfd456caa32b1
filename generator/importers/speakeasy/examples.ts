import type { LockedExample, LockedExamples } from "../../config/lock.js";
import { type Json, type JsonObject, objectOf } from "../../ir/json.js";

/**
 * The example values of the old lock, by operation and name, as they were written. Its example responses stay behind: no page and no snippet shows one.
 */
export function examplesOf(lock: JsonObject): LockedExamples {
  const operations = Object.entries(objectOf(lock.examples));
  return new Map(
    operations.map(([operation, named]) => [
      operation,
      new Map(Object.entries(objectOf(named)).map(([name, example]) => [name, exampleOf(example)])),
    ]),
  );
}

function exampleOf(value: Json): LockedExample {
  const { parameters, requestBody } = objectOf(value);
  const { path, query, header, cookie } = objectOf(parameters);
  return {
    path: objectOf(path),
    query: objectOf(query),
    header: objectOf(header),
    cookie: objectOf(cookie),
    bodies: objectOf(requestBody),
  };
}
