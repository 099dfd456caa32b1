/** Narrows to a stream, also one that another realm or a polyfill made. */
export function isReadableStream<T = Uint8Array>(value: unknown): value is ReadableStream<T> {
  return typeof value === "object" && value !== null && "getReader" in value && typeof value.getReader === "function";
}

/** The chunks of a stream in order; leaving the loop early cancels the stream. `paced`: how it waits for the next one. */
export async function* chunksOf<T>(
  stream: ReadableStream<T>,
  paced: <R>(wait: () => Promise<R>) => Promise<R> = (wait) => wait(),
): AsyncGenerator<T, void, undefined> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await paced(() => reader.read());
      if (done) {
        finished = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!finished) {
      await reader.cancel().catch(() => undefined);
    }
    reader.releaseLock();
  }
}
