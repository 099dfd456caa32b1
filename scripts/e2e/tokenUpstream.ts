import { empty, json, type Recorded, type Reply } from "./recorder.js";

const organization = "1dbfc517-0bbf-4301-9ba8-555ca42b9737";

function token(number: number, comment = `token ${number}`) {
  return {
    created_at: "2024-01-31T12:00:00Z",
    modified_at: null,
    id: `00000000-0000-4000-8000-00000000000${number}`,
    scopes: ["openid"],
    expires_at: number % 2 === 0 ? "2025-01-31T12:00:00Z" : null,
    comment,
    last_used_at: null,
    organization_id: organization,
  };
}

const pages = [[token(1), token(2)], [token(3), token(4)], [token(5)]];

/**
 * What the server of the token API does. It holds three pages of tokens; the credential chooses the weather: "flaky" fails once and then works, "slow" waits
 * ten minutes, so that every caller loses patience, "good" works; any other one is refused.
 */
export function tokenUpstream(request: Recorded, before: readonly Recorded[]): Reply {
  const credential = request.headers.authorization?.replace("Bearer ", "") ?? "";
  const attempts = before.filter((one) => one.headers["x-call"] === request.headers["x-call"]).length;
  if (!["good", "flaky", "slow"].includes(credential)) return empty(401);
  if (credential === "flaky" && attempts === 0) return empty(500);
  return { ...answer(request), delayMs: credential === "slow" ? 600_000 : 0 };
}

function answer({ method, url, body }: Recorded): Reply {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const id = decodeURIComponent(pathname.split("/")[3] ?? "");
  if (method === "DELETE") return empty(204);
  if (method === "GET") {
    const items = pages[Number(searchParams.get("page")) - 1] ?? [];
    return json(200, { items, pagination: { total_count: 5, max_page: pages.length } });
  }
  const { comment }: { comment: string } = JSON.parse(body);
  if (comment === "")
    return json(422, { detail: [{ loc: ["body", "comment"], msg: "must not be empty", type: "value_error", input: "", ctx: { min: 1 } }] });
  if (method === "PATCH") return json(200, { ...token(1, comment), id });
  return json(201, { organization_access_token: token(6, comment), token: "secret" });
}
