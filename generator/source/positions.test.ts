import { existsSync, readFileSync } from "node:fs";
import { isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { keysOf } from "../diagnostics/origin.js";
import { jsonPositions } from "./jsonPositions.js";
import { lineFinder, offsetAt, type TextNode } from "./textPositions.js";
import { yamlPositions } from "./yamlPositions.js";

/** Places by a second parser: pointer → offset of the key, or of the value for list items. */
function placesByYaml(text: string): Map<string, number> {
  const places = new Map<string, number>();
  const visit = (node: unknown, path: string): void => {
    if (!isCollection(node)) return;
    node.items.forEach((item, index) => {
      if (isMap(node)) {
        const { key, value } = item as { key: Node; value: Node | null };
        const own = `${path}/${isScalar(key) ? String(key.value) : "?"}`;
        places.set(own, key.range?.[0] ?? -1);
        visit(value, own);
        return;
      }
      const own = `${path}/${index}`;
      places.set(own, (item as Node).range?.[0] ?? -1);
      visit(item, own);
    });
  };
  visit(parseDocument(text, { uniqueKeys: false, lineCounter: new LineCounter() }).contents, "");
  return places;
}

function placesOf(root: TextNode, path = "", places = new Map<string, number>()): Map<string, number> {
  for (const [key, child] of root.children ?? []) {
    places.set(`${path}/${key}`, child.offset);
    placesOf(child, `${path}/${key}`, places);
  }
  return places;
}

const yaml = `# a comment
openapi: 3.1.0
info: {title: Acme, "x-a": [1, {b: 2}, [3]]}
empty:
nothing: ~
"quoted key": 'x'
anchored: &one
  a: 1
  list:
  - b
  -   c: 1
      d: |
        text: not a key
  - - deep
  -
  - &two e
tagged: !!str 12
again: *one
merged:
  <<: *one
  own: 1
folded: >-
  a
  b
? explicit
: value
200: number
last:
    - *two
`;

test("the places of a YAML text are those of a second parser", () => {
  const places = placesOf(yamlPositions(yaml).root);
  const expected = placesByYaml(yaml);
  // An empty item has no text: where it "stands" is a matter of taste. Merge keys are no keys.
  for (const key of ["/anchored/list/3", "/merged/<<"]) expected.delete(key);
  places.delete("/anchored/list/3");
  // Behind an anchor the other parser gives the value; the anchor belongs to it.
  expected.set("/anchored/list/4", yaml.indexOf("&two"));
  expect(Object.fromEntries(places)).toEqual(Object.fromEntries(expected));
});

test("a pointer that the text does not hold gives the nearest value around it", () => {
  const { root } = yamlPositions(yaml);
  expect(lineFinder(yaml)(offsetAt(root, keysOf("/again/list/0")))).toEqual({ line: 18, column: 1 });
  expect(lineFinder(yaml)(offsetAt(root, keysOf("/anchored/list/1/d")))).toEqual({ line: 12, column: 7 });
  expect(lineFinder(yaml)(offsetAt(root, []))).toEqual({ line: 2, column: 1 });
});

test("JSON gives the same places", () => {
  const text = '{\n  "a": [1, {"b\\u0041": null}, []],\r\n  "c/d": {"": true, "x": "a\\"b"}\n}\n';
  const { root, repeated } = jsonPositions(text);
  expect(repeated).toEqual([]);
  expect([...placesOf(root).keys()]).toEqual(["/a", "/a/0", "/a/1", "/a/1/bA", "/a/2", "/c/d", "/c/d/", "/c/d/x"]);
  expect(lineFinder(text)(offsetAt(root, ["c/d", "x"]))).toEqual({ line: 3, column: 21 });
});

test.each([
  ['{"a": 1', "the text ends where `,` or `}` should stand", 7],
  ['{"a": [1, ]}', '"]" stands where a value should stand', 10],
  ['{"a": "b', "the text ends inside a string", 6],
  ["{a: 1}", '"a" stands where a key in double quotes should stand', 1],
  ['{"a": 01}', '"1" stands where `,` or `}` should stand', 7],
  ['{"a": "\\x"}', "a string holds a backslash that escapes nothing", 7],
  ["[1] 2", '"2" stands where the end of the text should stand', 4],
])("what is wrong with %s", (text, problem, offset) => {
  expect(() => jsonPositions(text)).toThrow(expect.objectContaining({ problem, offset }));
});

test("lines end with LF, CR LF or CR", () => {
  const find = lineFinder("a\nb\r\nc\rd\n");
  expect([0, 1, 2, 5, 7, 8, 9].map((offset) => Object.values(find(offset)).join(":"))).toEqual([
    "1:1",
    "1:2",
    "2:1",
    "3:1",
    "4:1",
    "4:2",
    "5:1",
  ]);
});

test("keys that stand twice are found with both places", () => {
  expect(jsonPositions('{"a": 1, "b": {"c": 1, "c": 2}}').repeated).toEqual([{ keys: ["b", "c"], offset: 23, first: 15 }]);
  expect(yamlPositions("b:\n  c: 1\n  c: 2\n").repeated).toEqual([{ keys: ["b", "c"], offset: 12, first: 5 }]);
});

const real = "../shared/specs/museum.yaml";
(existsSync(real) ? test : test.skip)("a real document (skipped where ../shared is absent): every key has its place", () => {
  const text = readFileSync(real, "utf8");
  expect(Object.fromEntries(placesOf(yamlPositions(text).root))).toEqual(Object.fromEntries(placesByYaml(text)));
});
