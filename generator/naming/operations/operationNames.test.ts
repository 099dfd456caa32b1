import { nameText } from "../../../scripts/testing/nameText.js";
import type { Json } from "../../ir/json.js";

/** [method, path, operationId, tag] of each operation → the names of methods in the order of the document. */
function methods(...operations: readonly (readonly [method: string, path: string, id: string | null, tag?: string])[]): readonly string[] {
  const paths: { [path: string]: { [method: string]: Json } } = {};
  for (const [method, path, id, tag] of operations) {
    const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    paths[path] ??= {};
    paths[path][method] = {
      ...(id === null ? {} : { operationId: id }),
      ...(tag === undefined ? {} : { tags: [tag] }),
      parameters,
      responses: {},
    };
  }
  const text = JSON.stringify({ openapi: "3.1.0", info: { title: "Shelf", version: "1" }, paths });
  return nameText(text, { operationNames: "short" }).all("method");
}

test.each([
  [
    "the path and the method behind it",
    "post",
    "/v1/chat/completions",
    "chat_completion_v1_chat_completions_post",
    undefined,
    "chat_completion",
  ],
  ["the same with a parameter", "get", "/jobs/{job_id}", "get_job_jobs__job_id__get", undefined, "get_job"],
  ["what a router adds to it", "put", "/api/v2/users/{id}", "update_user_users__id__put", undefined, "update_user"],
  ["the version of the path", "get", "/v1/models", "GetV1Models", undefined, "get_models"],
  ["UsingGET, with a number too", "get", "/users", "listUsersUsingGET_1", undefined, "list_users"],
  ["the method behind a verb", "get", "/users", "users_list_get", undefined, "users_list"],
  ["the group in front", "get", "/repos", "repos/get-branch", "repos", "get_branch"],
  ["the group in singular", "get", "/pets", "petList", "pets", "list"],
])("a name leaves out %s", (_, method, path, id, tag, name) => {
  expect(methods(tag === undefined ? [method, path, id] : [method, path, id, tag])).toEqual([name]);
});

test.each([
  ["a verb that says what happens", "delete", "/users", "batchDelete", undefined, "batch_delete"],
  ["what is left with a number in front", "get", "/pets", "pets_2fa", "pets", "pets_2fa"],
  ["all of itself when it is the group", "get", "/pets", "pets", "pets", "pets"],
  ["a version that the path does not have", "get", "/models", "list_v2", undefined, "list_v2"],
])("a name keeps %s", (_, method, path, id, tag, name) => {
  expect(methods(tag === undefined ? [method, path, id] : [method, path, id, tag])).toEqual([name]);
});

test("names that would become one stay as they are, whichever comes first", () => {
  expect(methods(["get", "/v1/users", "list_v1"], ["get", "/v2/users", "list_v2"])).toEqual(["list_v1", "list_v2"]);
  expect(methods(["get", "/a", "pets_get", "pets"], ["get", "/b", "get", "pets"])).toEqual(["pets_get", "get"]);
});

test("an operation without an id goes by its route", () => {
  expect(
    methods(
      ["get", "/v1/things", null],
      ["get", "/v1/things/{id}", null],
      ["post", "/v1/things/{id}/parts:move", null],
      ["get", "/", null],
    ),
  ).toEqual(["get_things", "get_things_by_id", "post_things_parts_move", "get"]);
  expect(methods(["get", "/things/{thingId}", null, "things"], ["get", "/v2/things", null, "things"])).toEqual(["get_by_thing_id", "get"]);
});

test("a request beside a schema of its name", () => {
  const schema = { type: "object", properties: { name: { type: "string" } } };
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Shelf", version: "1" },
    paths: {
      "/users/{id}": {
        post: {
          operationId: "createUser",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/CreateUserRequest" } } } },
          responses: {},
        },
      },
    },
    components: { schemas: { CreateUserRequest: schema } },
  });
  const style = {
    bodies: "whole",
    maxArguments: 0,
    order: "parameters-first",
    bodyName: null,
    security: "flattened",
    operationSecurity: "client",
  } as const;
  expect([...nameText(text, { operationNames: "short", style }).all("type")].sort()).toEqual(["CreateUserParams", "CreateUserRequest"]);
});
