import type { ResponseReader } from "./operation.js";

/** `text/plain` and the like: as it stands, or what it is as JSON, where that is what fits. */
export const text: ResponseReader = async (response, _, decode) => {
  const body = await response.text();
  try {
    return decode(body, JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return decode(body);
    }
    throw error;
  }
};

/** The body as it arrives: downloads of any size. */
export const stream: ResponseReader = (response) => response.body ?? new Response("").body;

/** The whole body in memory. */
export const bytes: ResponseReader = async (response) => new Uint8Array(await response.arrayBuffer());
