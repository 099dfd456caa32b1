import { isBrowserLike } from "./env.js";
import type { HTTPClient } from "./http.js";

const maxRedirects = 20;

/**
 * Sends a request and follows redirects: to another origin without credentials. `fetch` drops all but the headers of keys there, so those are followed here; in a
 * browser nobody but `fetch` can follow, and the other origin must have agreed to the header (CORS).
 */
export async function sendRedirected(
  client: HTTPClient,
  request: Request,
  body: BodyInit | null,
  keys: readonly string[],
): Promise<Response> {
  if (request.redirect !== "follow" || isBrowserLike() || !keys.some((name) => request.headers.has(name))) {
    return client.request(request);
  }
  let sent = new Request(request, { redirect: "manual" });
  for (let redirects = 0; ; redirects += 1) {
    const repeatable = sent.body === null ? null : body;
    const { url, method, headers, signal } = sent;
    const response = await client.request(sent);
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get("Location") : null;
    if (location === null) {
      return response;
    }
    const target = new URL(location, url);
    await response.body?.cancel();
    if (redirects === maxRedirects) {
      throw new TypeError(`More than ${maxRedirects} redirects`);
    }
    const following = new Headers(headers);
    if (target.origin !== new URL(url).origin) {
      for (const name of ["Authorization", "Proxy-Authorization", "Cookie", ...keys]) {
        following.delete(name);
      }
    }
    const becomesGet = response.status === 303 ? method !== "HEAD" : response.status < 303 && method === "POST";
    if (becomesGet || repeatable instanceof FormData) {
      following.delete("Content-Type");
    }
    const repeated = becomesGet ? null : repeatable;
    if (repeated instanceof ReadableStream) {
      throw new TypeError("A stream cannot be sent again after a redirect");
    }
    sent = new Request(target, { method: becomesGet ? "GET" : method, headers: following, body: repeated, signal, redirect: "manual" });
  }
}
