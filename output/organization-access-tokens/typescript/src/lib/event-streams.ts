import { chunksOf } from "../types/streams.js";
import type { Paced } from "./deadline.js";
import type { ResponseReader } from "./operation.js";

/** One event; `data` is what its type says. */
export interface SseMessage<T = unknown> {
  data?: T | undefined;
  event?: string | undefined;
  id?: string | undefined;
  retry?: number | undefined;
}

/**
 * A stream of values that is read with a loop; leaving the loop closes the connection.
 *
 *     for await (const event of stream) { … }
 */
export class EventStream<T> extends ReadableStream<T> {
  readonly #source: AsyncGenerator<T, void, undefined>;

  constructor(source: AsyncGenerator<T, void, undefined>) {
    super(
      {
        async pull(controller) {
          try {
            const { done, value } = await source.next();
            if (done === true) {
              controller.close();
            } else {
              controller.enqueue(value);
            }
          } catch (error) {
            controller.error(error);
          }
        },
        async cancel() {
          await source.return();
        },
      },
      // Nothing is read ahead, so a loop may take the values from the source itself.
      { highWaterMark: 0 },
    );
    this.#source = source;
  }

  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    if (this.locked) {
      throw new TypeError("The stream has a reader already");
    }
    return this.#source;
  }
}

/** Reads `text/event-stream`. What counts as an event, and when its data is JSON, is said in `CONTRACT.md` of sdksmith, "Streams". */
export const events: ResponseReader = (response, rule, decode, paced) => {
  async function* values(): AsyncGenerator<unknown, void, undefined> {
    for await (const message of messagesOf(linesOf(response.body, true, paced))) {
      if (rule.sentinel !== undefined && message.data === rule.sentinel) {
        return;
      }
      yield decode(...readingsOf(message, rule.dataOnly === true));
    }
  }
  return new EventStream(values());
};

/** Reads one JSON value a line, as `application/jsonl` and `application/x-ndjson` have it, or one behind each record separator. */
export const lines: ResponseReader = (response, rule, decode, paced) => {
  async function* values(): AsyncGenerator<unknown, void, undefined> {
    const batches = linesOf(response.body, false, paced);
    for await (const batch of /json-seq$/i.test(rule.mediaType ?? "") ? recordsOf(batches) : batches) {
      for (const line of batch) {
        if (line.trim() !== "") {
          const json = parse(line);
          yield decode(json === undefined ? line : json);
        }
      }
    }
  }
  return new EventStream(values());
};

/** Data is JSON or text, and only its type says which: JSON first, unless it is no more than a quoted text. */
function readingsOf(message: Message, dataOnly: boolean): readonly unknown[] {
  const reading = (data: unknown): unknown => (dataOnly ? data : { ...message, data });
  const asText = reading(message.data);
  const json = parse(message.data);
  if (json === undefined) {
    return [asText];
  }
  return typeof json === "string" ? [asText, reading(json)] : [reading(json), asText];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Message = SseMessage<string> & { readonly data: string };

/** WHATWG HTML, 9.2.6, "Interpreting an event stream". */
async function* messagesOf(lineBatches: Lines): AsyncGenerator<Message, void, undefined> {
  let message: SseMessage<string> = {};
  let data: string[] = [];
  for await (const batch of lineBatches) {
    for (const line of batch) {
      if (line !== "") {
        readField(line, message, data);
        continue;
      }
      if (data.length > 0) {
        yield { ...message, data: data.join("\n") };
      }
      // The last id holds for the events after it.
      message = message.id === undefined ? {} : { id: message.id };
      data = [];
    }
  }
  // Most servers that omit the last blank line mean the event all the same.
  if (data.length > 0) {
    yield { ...message, data: data.join("\n") };
  }
}

function readField(line: string, message: SseMessage<string>, data: string[]): void {
  const colon = line.indexOf(":");
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(line.charAt(colon + 1) === " " ? colon + 2 : colon + 1);
  switch (name) {
    case "data":
      data.push(value);
      break;
    case "event":
      message.event = value;
      break;
    case "id":
      if (!value.includes("\0")) {
        message.id = value;
      }
      break;
    case "retry":
      if (/^\d+$/.test(value)) {
        message.retry = Number(value);
      }
      break;
  }
}

/** RFC 7464: what stands behind a record separator is one text, whole at the end of its first line or at the next separator. */
async function* recordsOf(lineBatches: Lines): AsyncGenerator<readonly string[], void, undefined> {
  let begun: string[] = [];
  for await (const batch of lineBatches) {
    const whole: string[] = [];
    for (const line of batch) {
      const [rest = "", ...starts] = line.split("\x1e");
      begun.push(rest);
      for (const start of starts) {
        whole.push(begun.join("\n"));
        begun = [start];
      }
      const [first = "", ...others] = begun;
      if (others.length === 0 && parse(first) !== undefined) {
        whole.push(first);
        begun = [];
      }
    }
    yield whole;
  }
  yield [begun.join("\n")];
}

type Lines = AsyncGenerator<readonly string[], void, undefined>;

/**
 * The lines of a stream, those that one chunk completes at a time. LF ends a line, and with `returns` CR and CRLF as well. Each character is looked at once, however the chunks fall.
 */
async function* linesOf(
  body: ReadableStream<Uint8Array> | null,
  returns: boolean,
  paced: Paced | undefined,
): AsyncGenerator<readonly string[], void, undefined> {
  if (body === null) {
    return;
  }
  const decoder = new TextDecoder();
  const end = returns ? /\r\n|\n|\r/ : "\n";
  let begun: string[] = [];
  let afterReturn = false;
  for await (const chunk of chunksOf(body, paced)) {
    const decoded = decoder.decode(chunk, { stream: true });
    // A CRLF may fall between two chunks; its CR has ended the line already.
    const text = afterReturn && decoded.startsWith("\n") ? decoded.slice(1) : decoded;
    afterReturn = decoded === "" ? afterReturn : returns && decoded.endsWith("\r");
    const pieces = text.split(end);
    const rest = pieces.pop() ?? "";
    if (pieces.length > 0) {
      pieces[0] = begun.join("") + pieces[0];
      begun = [];
      yield pieces;
    }
    begun.push(rest);
  }
  const last = begun.join("") + decoder.decode();
  if (last !== "") {
    yield [last];
  }
}
