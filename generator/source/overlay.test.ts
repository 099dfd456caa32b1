import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json } from "../ir/json.js";
import { load } from "./load.js";
import type { OverlayDialect } from "./overlayPath.js";
import type { SourceDocument } from "./sourceDocument.js";

/** Applies overlays, given as values, to a document, given as text. */
function apply(text: string, overlays: readonly { readonly actions: Json; readonly jsonpath?: OverlayDialect }[]) {
  const folder = mkdtempSync(join(tmpdir(), "overlay-"));
  writeFileSync(join(folder, "openapi.yaml"), text);
  const files = overlays.map(({ actions, jsonpath = "rfc9535" }, index) => {
    const file = join(folder, `overlay-${index}.json`);
    writeFileSync(file, JSON.stringify({ overlay: "1.1.0", actions }, null, 2));
    return { file, jsonpath };
  });
  const reported: Diagnostic[] = [];
  const document = load({ location: join(folder, "openapi.yaml"), overlays: files }, (diagnostic) => reported.push(diagnostic));
  const shortened = (file: string): string => file.replace(`${folder}/`, "");
  const positionOf = (origin: Parameters<SourceDocument["positionOf"]>[0]): string => {
    const position = document?.positionOf(origin);
    return position ? `${shortened(position.file)}:${position.line}:${position.column} ${position.pointer}` : "";
  };
  return { root: document?.root ?? null, codes: reported.map(({ code }) => code), positionOf };
}

const document = `a: {x: 1, list: [1, 2, 3]}
b: {x: 2, deep: {old: true}}
c: {x: 1}
`;

test("objects merge deeply, lists in them end to end, other values are replaced", () => {
  const { root, codes } = apply(document, [
    { actions: [{ target: "$", update: { a: { list: [4], x: 9 }, b: { deep: { fresh: null } } } }] },
  ]);
  expect(codes).toEqual([]);
  expect(root).toEqual({ a: { x: 9, list: [1, 2, 3, 4] }, b: { x: 2, deep: { old: true, fresh: null } }, c: { x: 1 } });
});

test("a filter on an object: its children by the standard, the object itself in the legacy dialect", () => {
  const actions = [{ target: "$.*[?@.old]", update: { seen: true } }];
  expect(apply(document, [{ actions }]).root).toMatchObject({ b: { deep: { seen: true } } });
  expect(apply(document, [{ actions, jsonpath: "legacy" }]).codes).toEqual(["overlay-no-match"]);
  const legacy = apply(document, [{ actions: [{ target: "$.*[?(@.x==1 && !@.list)]", update: { seen: true } }], jsonpath: "legacy" }]);
  expect(legacy.root).toMatchObject({ c: { x: 1, seen: true } });
});

test("a filter on a list tests its items in both dialects, also inside another filter", () => {
  const text = "o: {s: [{k: 1}]}\np: {s: [{m: 1}]}\nq: {}\n";
  const { root } = apply(text, [{ actions: [{ target: "$.*[?(!@.s[?(@.k || !@.*)])]", remove: true }], jsonpath: "legacy" }]);
  expect(root).toEqual({ o: { s: [{ k: 1 }] } });
});

test("a list gets the update as one item, or item by item in the legacy dialect", () => {
  const actions = [{ target: "$.a.list", update: [7] }];
  expect(apply(document, [{ actions }]).root).toMatchObject({ a: { list: [1, 2, 3, [7]] } });
  expect(apply(document, [{ actions, jsonpath: "legacy" }]).root).toMatchObject({ a: { list: [1, 2, 3, 7] } });
});

test("removing items leaves the others findable where they are written", () => {
  const text = "list:\n- {n: 0}\n- {n: 1}\n- {n: 2}\n- {n: 3}\n";
  const { root, positionOf } = apply(text, [
    {
      actions: [
        { target: "$.list[?@.n < 2]", remove: true },
        { target: "$.list[0]", update: { n: 5 } },
        { target: "$.list[-1]", remove: true },
      ],
    },
  ]);
  expect(root).toEqual({ list: [{ n: 5 }] });
  expect(positionOf("0#/list/0")).toBe("openapi.yaml:4:3 /list/2");
  expect(positionOf("0#/list/0/n")).toBe("overlay-0.json:11:9 /actions/1/update/n");
});

test("copy merges a value into others, and its parts are found in the overlay", () => {
  const { root, codes } = apply(document, [
    {
      actions: [
        { target: "$.c", copy: "$.b" },
        { target: "$.b.x", update: 5 },
      ],
    },
  ]);
  expect(codes).toEqual([]);
  expect(root).toMatchObject({ b: { x: 5, deep: { old: true } }, c: { x: 2, deep: { old: true } } });
});

test("two places never share an update", () => {
  const { root } = apply(document, [
    {
      actions: [
        { target: "$.*", update: { added: { n: 1 } } },
        { target: "$.a.added", update: { n: 2 } },
      ],
    },
  ]);
  expect(root).toMatchObject({ a: { added: { n: 2 } }, b: { added: { n: 1 } } });
});

test("aliases of YAML are no shared values either, and merge keys are merged", () => {
  const { root } = apply("a: &x {n: 1}\nb: *x\nc:\n  <<: *x\n  m: 2\n", [{ actions: [{ target: "$.b", update: { n: 2 } }] }]);
  expect(root).toEqual({ a: { n: 1 }, b: { n: 2 }, c: { n: 1, m: 2 } });
});

test("a key `__proto__` is a key like any other", () => {
  const { root } = apply('{"a": {"__proto__": {"x": 1}}}', [
    { actions: [{ target: "$.a", update: JSON.parse('{"__proto__": {"y": 2}}') as Json }] },
  ]);
  expect(JSON.stringify(root)).toBe('{"a":{"__proto__":{"x":1,"y":2}}}');
  expect(Reflect.get({}, "y")).toBeUndefined();
});

/* Published SDKs with the document before and after their overlays; the tests say so when they are not there. */
const shared = "../shared/corpus";
const published = existsSync(shared) ? readdirSync(shared, { recursive: true, encoding: "utf8" }).map((path) => join(shared, path)) : [];
const workflows = published.filter((path) => path.endsWith("workflow.yaml") && existsSync(join(path, "../openapi.json")));
const reapplied = published.filter((path) => path.includes("/python/") && path.endsWith("-overlay.yaml"));

test.each(workflows.length > 0 ? workflows : ["(../shared is absent)"])(
  "real overlays of the legacy dialect give the published document: %s",
  (workflow) => {
    if (workflows.length === 0) return;
    const folder = dirname(workflow);
    const names = [...readFileSync(workflow, "utf8").matchAll(/overlays\/(\w+\.yml)/g)].map(([, name]) => `${folder}/overlays/${name}`);
    expect(names).toHaveLength(6);
    const overlays = names.map((file) => ({ file, jsonpath: "legacy" as const }));
    const source = load({ location: `${folder}/openapi.json`, overlays }, () => {});
    expect(source?.root).toEqual(load({ location: `${folder}/out.openapi.yaml`, overlays: [] }, () => {})?.root);
  },
);

test.each(reapplied.length > 0 ? reapplied : ["(../shared is absent)"])("a real overlay applied once more changes nothing: %s", (file) => {
  if (reapplied.length === 0) return;
  const reported: Diagnostic[] = [];
  const location = join(dirname(file), "out.openapi.yaml");
  const once = load({ location, overlays: [] }, () => {});
  const twice = load({ location, overlays: [{ file, jsonpath: "rfc9535" }] }, (diagnostic) => reported.push(diagnostic));
  expect(reported).toEqual([]);
  expect(twice?.root).toEqual(once?.root);
});
