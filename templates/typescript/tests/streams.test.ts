import { clock } from "../runtime/src/lib/clock.js";
import type { Codec, Issue } from "../runtime/src/lib/codec.js";
import { withDeadline } from "../runtime/src/lib/deadline.js";
import { decode } from "../runtime/src/lib/decode.js";
import { EventStream, events, lines } from "../runtime/src/lib/event-streams.js";
import type { Rule } from "../runtime/src/lib/operation.js";

function read(reader: typeof events, chunks: (string | Uint8Array)[], data: Codec, rule: Partial<Rule> = {}): EventStream<unknown> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
      }
      controller.close();
    },
  });
  const decodeItem = (...readings: unknown[]): unknown => {
    const decoded = readings.map((json) => {
      const issues: Issue[] = [];
      return { value: decode(data, json, issues), fits: issues.length === 0 };
    });
    return (decoded.find(({ fits }) => fits) ?? decoded[0])?.value;
  };
  const stream = reader(new Response(body), { status: "200", ...rule }, decodeItem, (wait) => wait());
  if (!(stream instanceof EventStream)) {
    throw new TypeError("not a stream");
  }
  return stream;
}

async function collect(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of stream) {
    all.push(item);
  }
  return all;
}

function message(data: Codec): Codec {
  const optional = (type: Codec): { type: Codec; optional: true } => ({ type, optional: true });
  return {
    kind: "object",
    fields: { data: optional(data), event: optional("string"), id: optional("string"), retry: optional("integer") },
  };
}

test("events with all their fields, comments and line endings, cut anywhere", async () => {
  const text = ': hello\r\ndata: {"a":1}\r\nid: 7\r\nevent: add\r\nretry: 10\r\n\r\ndata:x\ndata: y\n\ndata\r\rdata: é\n\n';
  const expected = [
    { data: { a: 1 }, event: "add", id: "7", retry: 10 },
    { data: "x\ny", id: "7" },
    { data: "", id: "7" },
    { data: "é", id: "7" },
  ];
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 1000]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    expect(await collect(read(events, chunks, message("any")))).toEqual(expected);
  }
});

test("the type of the data decides what text is", async () => {
  const chunks = ['data: 1.0\n\ndata: "q"\n\n'];
  expect(await collect(read(events, chunks, "string", { dataOnly: true }))).toEqual(["1.0", '"q"']);
  expect(await collect(read(events, ['data: "q"\n\n'], { kind: "literal", value: "q" }, { dataOnly: true }))).toEqual(["q"]);
});

test("a sentinel ends the stream", async () => {
  expect(await collect(read(events, ["data: 1\n\ndata: [DONE]\n\ndata: 2\n\n"], "any", { sentinel: "[DONE]", dataOnly: true }))).toEqual([
    1,
  ]);
});

test("an event that the connection cuts off", async () => {
  expect(await collect(read(events, ["data: 1\n\ndata: 2"], "any", { dataOnly: true }))).toEqual([1, 2]);
});

test("leaving the loop cancels the source", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: 1\n\n")),
    cancel: () => {
      cancelled = true;
    },
  });
  const stream = events(
    new Response(body),
    { status: "200" },
    (value) => value,
    (wait) => wait(),
  );
  for await (const _ of stream as EventStream<unknown>) {
    break;
  }
  expect(cancelled).toBe(true);
});

test("JSON lines", async () => {
  expect(
    await collect(
      read(lines, ['{"at":"2025-01-02T03:04:05Z"}\n\n{"at":"', '2025-01-02T03:04:05Z"}'], { kind: "object", fields: { at: "instant" } }),
    ),
  ).toEqual([{ at: new Date("2025-01-02T03:04:05Z") }, { at: new Date("2025-01-02T03:04:05Z") }]);
  expect(await collect(read(lines, ["{\n[1]\r", "\nnull"], "any"))).toEqual(["{", [1], null]);
});

/** Processor time, which busy neighbours do not change. */
test("eight times as much text takes about eight times as long, not 64 times", async () => {
  const cost = async (size: number): Promise<number> => {
    const chunks = ["data: ", ...Array.from({ length: size }, () => "x".repeat(1000)), "\n\n", "data: {}\n\n".repeat(size)];
    const start = process.cpuUsage();
    expect(await collect(read(events, chunks, message("any")))).toHaveLength(size + 1);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  await cost(500);
  expect(await cost(16_000)).toBeLessThan(30 * (await cost(2000)));
});

test("a timeout counts each wait for a piece of a stream, and nothing between them", async () => {
  const running = new Set<() => void>();
  const { deadline } = clock;
  clock.deadline = (_, then) => {
    running.add(then);
    return () => running.delete(then);
  };
  try {
    const { request, inTime, paced } = withDeadline(new Request("http://x.test/"), 50);
    inTime();
    expect(running.size).toBe(0);
    expect(await paced(async () => running.size)).toBe(1);
    expect(running.size).toBe(0);
    const silent = paced(() => new Promise(() => undefined));
    for (const ring of running) {
      ring();
    }
    await expect(silent).rejects.toMatchObject({ name: "TimeoutError" });
    expect(request.signal.aborted).toBe(true);
  } finally {
    clock.deadline = deadline;
  }
});
