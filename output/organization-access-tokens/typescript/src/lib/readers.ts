import type { ResponseReader } from "./operation.js";

/** `text/plain` and the like. */
export const text: ResponseReader = (response) => response.text();

/** The body as it arrives: downloads of any size. */
export const stream: ResponseReader = (response) => response.body ?? new Response("").body;

/** The whole body in memory. */
export const bytes: ResponseReader = async (response) => new Uint8Array(await response.arrayBuffer());
