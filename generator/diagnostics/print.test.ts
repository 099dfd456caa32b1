import { type Diagnostic, declare } from "./diagnostic.js";
import { nearest } from "./nearest.js";
import { childOrigin, keysOf, pointerOf, splitOrigin } from "./origin.js";
import { locateDiagnostic, type PositionOf, printDiagnostics } from "./print.js";

const example = declare({
  code: "example-code",
  message: ({ text }: { text: string }) => `It says "${text}".`,
  effect: "It is left out.",
  help: "Say something else.",
});

const positionOf: PositionOf = (origin) => {
  const { source, keys } = splitOrigin(origin);
  return { file: source === 0 ? "b.yaml" : "a.yaml", line: keys.length + 1, column: 3, pointer: pointerOf(keys) };
};

test("a listing: the place, the message with its effect, the help", () => {
  expect(printDiagnostics([example("0#/paths/~1v1", { text: "no" })], positionOf).trimEnd()).toBe(
    'b.yaml:3:3  warning  example-code  #/paths/~1v1\n  It says "no". It is left out.\n  Say something else.',
  );
  expect(printDiagnostics([example({ kind: "file", file: "c.yaml" }, { text: "no" })], positionOf).trimEnd()).toMatch(
    /^c\.yaml {2}warning {2}example-code\n/,
  );
  expect(printDiagnostics([example(null, { text: "no" })], positionOf).trimEnd()).toMatch(/^warning {2}example-code\n/);
});

test("each diagnostic once, in the order of the files and their lines", () => {
  const diagnostics: Diagnostic[] = [
    example("0#/z", { text: "4" }),
    example("0#", { text: "3" }),
    example("1#/a/b", { text: "2" }),
    example("1#/a", { text: "1" }),
    example("0#", { text: "3" }),
  ];
  const printed = printDiagnostics(diagnostics, positionOf);
  expect([...printed.matchAll(/says "(\d)"/g)].map(([, text]) => text)).toEqual(["1", "2", "3", "4"]);
  expect(printed.endsWith("Say something else.\n")).toBe(true);
  expect(printDiagnostics([], positionOf)).toBe("");
});

test("text of a document cannot do anything to a terminal", () => {
  const printed = printDiagnostics([example("0#", { text: "\u001b[2J\n\u202ea\u2028" })], positionOf).trimEnd();
  expect(printed.split("\n")[1]).toBe('  It says "\\u{1b}[2J\\u{a}\\u{202e}a\\u{2028}". It is left out.');
});

test("the JSON form has every key", () => {
  expect(locateDiagnostic(example({ kind: "text", file: "c", line: 2, column: 1 }, { text: "no" }), positionOf)).toEqual({
    severity: "warning",
    code: "example-code",
    file: "c",
    line: 2,
    column: 1,
    pointer: null,
    message: 'It says "no".',
    effect: "It is left out.",
    help: "Say something else.",
  });
});

test("pointers", () => {
  expect(keysOf("")).toEqual([]);
  expect(keysOf("/")).toEqual([""]);
  expect(keysOf("/a~1b/~01")).toEqual(["a/b", "~1"]);
  expect(pointerOf(["a/b", "~1"])).toBe("/a~1b/~01");
  expect(childOrigin("0#/paths", "/v1", 0)).toBe("0#/paths/~1v1/0");
  expect(splitOrigin("12#/a")).toEqual({ source: 12, keys: ["a"] });
});

test.each([
  ["Bok", ["Shelf", "Book", "Brook"], "Book"],
  ["book_shelf", ["BookShelf", "bookshelves"], "BookShelf"],
  ["Book", ["Author"], null],
  ["x", ["y"], null],
])("the nearest to %s", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
