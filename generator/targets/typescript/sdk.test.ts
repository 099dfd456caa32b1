import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { featureDocument } from "../../../scripts/testing/featureDocument.js";
import { compileSdk, generateSdk, writeDocument } from "../../../scripts/testing/generateSdk.js";

/** A compiler on a busy machine is slow. */
const patience = 600_000;

const tokens = fileURLToPath(new URL("../../../specs/organization-access-tokens/openapi.yaml", import.meta.url));

describe("a generated SDK", () => {
  test(
    "compiles under strict settings and loads, whatever the document holds",
    async () => {
      const files = await generateSdk(writeDocument(featureDocument), {
        enumFormat: "enum",
        useIndexModules: true,
        envVarPrefix: "ACME",
        maxMethodParams: 3,
        wireTypes: true,
      });
      const { problems, folder } = compileSdk(files);
      expect(problems).toEqual([]);
      const modules = [...files.keys()].flatMap((path) =>
        path.startsWith("src/") ? [`./dist/esm/${path.slice("src/".length, -".ts".length)}.js`] : [],
      );
      writeFileSync(
        join(folder, "load.mjs"),
        `for (const path of ${JSON.stringify(modules)}) await import(path);\nconsole.log("loaded");\n`,
      );
      expect((await promisify(execFile)(process.execPath, [join(folder, "load.mjs")])).stdout).toBe("loaded\n");
    },
    patience,
  );

  test(
    "every example of its pages compiles",
    async () => {
      const files = await generateSdk(writeDocument(featureDocument), { envVarPrefix: "ACME", legacyFileNaming: true });
      const snippets = snippetsOf(files);
      expect(snippets.size).toBe(20);
      const { problems } = compileSdk(new Map([...files, ...snippets, ["src/snippets/globals.d.ts", globals]]));
      // An operation that returns nothing leaves its result alone.
      expect(problems.filter((problem) => !problem.includes("'result' is declared but its value is never read"))).toEqual([]);
    },
    patience,
  );

  test.each(["envelope", "envelope-http"])(
    "compiles with responses as %s",
    async (responseFormat) => {
      expect(compileSdk(await generateSdk(writeDocument(featureDocument), { responseFormat })).problems).toEqual([]);
    },
    patience,
  );

  test(
    "lists, creates, changes and deletes against a server",
    async () => {
      const { problems, folder } = compileSdk(
        await generateSdk(tokens, { sdkClassName: "Acme", packageName: "acme", envVarPrefix: "ACME" }),
      );
      expect(problems).toEqual([]);
      const { url, seen, close } = await tokenServer();
      writeFileSync(join(folder, "try.mjs"), script(url));
      const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "try.mjs")]);
      close();
      expect(JSON.parse(stdout)).toEqual({
        pages: ["1-0", "1-1", "2-0"],
        createdAt: "2025-01-02T03:04:05.000Z",
        token: "secret",
        error: ["HTTPValidationError", 422, true, [{ loc: ["body", "scopes"], msg: "no", type: "value_error" }]],
        invalid: "SDKValidationError",
        result: [true, "updated"],
        deleted: null,
      });
      expect(seen).toEqual([
        "GET /v1/organization-access-tokens/?organization_id=a&organization_id=b%20c&limit=2",
        "GET /v1/organization-access-tokens/?organization_id=a&organization_id=b%20c&page=2&limit=2",
        'POST /v1/organization-access-tokens/ {"comment":"new","scopes":["openid"]}',
        'POST /v1/organization-access-tokens/ {"comment":"bad","scopes":[]}',
        'PATCH /v1/organization-access-tokens/x {"comment":"updated"}',
        "DELETE /v1/organization-access-tokens/a%2Fb",
      ]);
    },
    patience,
  );
});

/** What examples take from Node.js. */
const globals = `
declare module "node:fs" { export function openAsBlob(path: string): Promise<Blob>; }
declare const process: { env: { [name: string]: string | undefined } };
`;

/** The code of all pages about operations, as modules beside the SDK. */
function snippetsOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const code = [...files].flatMap(([path, text]) =>
    path.startsWith("docs/sdks/") ? [...text.matchAll(/```typescript\n(.*?)```/gs)].map((match) => match[1] ?? "") : [],
  );
  return new Map(
    code.map((text, i) => [`src/snippets/${i}.ts`, text.replace(/"acme-sdk"/g, '"../index.js"').replace(/"acme-sdk\//g, '"../')]),
  );
}

/** The calls of a user, their results as one line of JSON. */
function script(serverURL: string): string {
  return `
import { Acme } from "./dist/esm/index.js";
import { AcmeCore } from "./dist/esm/core.js";
import { organizationAccessTokensUpdate } from "./dist/esm/funcs/organization-access-tokens-update.js";
import { AcmeError } from "./dist/esm/models/errors/acme-error.js";

const options = { accessToken: async () => "key", serverURL: ${JSON.stringify(serverURL)} };
const acme = new Acme(options);
const out = { pages: [] };
for await (const page of await acme.organizationAccessTokens.list({ organizationId: ["a", "b c"], limit: 2 })) out.pages.push(...page.result.items.map(({ id }) => id));
const created = await acme.organizationAccessTokens.create({ comment: "new", scopes: ["openid"] });
out.createdAt = created.organizationAccessToken.createdAt.toISOString();
out.token = created.token;
out.error = await acme.organizationAccessTokens.create({ comment: "bad", scopes: [] }).catch((error) => [error.name, error.statusCode, error instanceof AcmeError, error.detail]);
out.invalid = await acme.organizationAccessTokens.create({ comment: 1, scopes: [] }).catch((error) => error.name);
const result = await organizationAccessTokensUpdate(new AcmeCore(options), { id: "x", organizationAccessTokenUpdate: { comment: "updated" } });
out.result = [result.ok, result.value.comment];
out.deleted = (await acme.organizationAccessTokens.delete({ id: "a/b" })) ?? null;
console.log(JSON.stringify(out));
`;
}

async function tokenServer(): Promise<{ readonly url: string; readonly seen: readonly string[]; readonly close: () => void }> {
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    seen.push(`${request.method} ${request.url}${body === "" ? "" : ` ${body}`}`);
    const [status, answer] = request.headers.authorization === "Bearer key" ? answerTo(request, body) : [401, {}];
    response.writeHead(status, { "content-type": "application/json" });
    response.end(answer === null ? undefined : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, seen, close: () => void server.close() };
}

function answerTo({ method, url }: IncomingMessage, body: string): readonly [status: number, answer: object | null] {
  const token = (id: string, comment: string) => ({
    ...{
      id,
      comment,
      created_at: "2025-01-02T03:04:05Z",
      modified_at: null,
      scopes: ["openid"],
      expires_at: null,
      last_used_at: null,
      organization_id: "o",
    },
  });
  switch (method) {
    case "GET": {
      const page = Number(new URL(url ?? "", "http://x").searchParams.get("page") ?? 1);
      const items = Array.from({ length: page === 2 ? 1 : 2 }, (_, i) => token(`${page}-${i}`, "c"));
      return [200, { items, pagination: { total_count: 3, max_page: 2 } }];
    }
    case "POST":
      return JSON.parse(body).comment === "bad"
        ? [422, { detail: [{ loc: ["body", "scopes"], msg: "no", type: "value_error" }] }]
        : [201, { organization_access_token: token("n", "new"), token: "secret" }];
    case "PATCH":
      return [200, token("x", "updated")];
    default:
      return [204, null];
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
