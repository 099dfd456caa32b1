import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Name, NameTable } from "../ir/names.js";
import type { Address } from "../ir/node.js";
import { emptyLock, examplesOf, type Lock, type LockedExample } from "./lock.js";
import { nameChanges, nextLock } from "./nextLock.js";
import { printLock } from "./printLock.js";
import { readLock } from "./readLock.js";

const nothing: LockedExample = { path: {}, query: {}, header: {}, cookie: {}, bodies: {} };
const name = (address: string, spelled: string, shape = spelled): Name => ({
  address: address as Address,
  kind: "type",
  spelled,
  shape,
});
const table = (...names: readonly Name[]): NameTable => ({ sdk: "acme", names });

function read(text: string): { lock: Lock | null; said: readonly string[] } {
  const found: Diagnostic[] = [];
  const lock = readLock(text, "sdksmith.lock", (diagnostic) => void found.push(diagnostic));
  return { lock, said: found.map(({ place, message }) => `${place?.kind === "text" ? `${place.line}:${place.column} ` : ""}${message}`) };
}

it("a lock reads what it prints, whatever addresses are called", () => {
  const lock: Lock = {
    lockVersion: 1,
    sdks: new Map([
      [
        "acme",
        {
          names: new Map([
            ["__proto__", { name: "Proto", shape: "1", gone: false }],
            ["404", { name: "NotFound", shape: "2", gone: true }],
          ]),
          stems: { types: ["b", "components/a"], sdks: ["things"], errors: [] },
          examples: new Map([["list", new Map([["default", { ...nothing, path: { id: 1 } }]])]]),
        },
      ],
    ]),
    examples: new Map([
      ["list", new Map([["default", { ...nothing, query: { page: 1, at: "2024-01-01" }, bodies: { "application/json": [1.5] } }]])],
    ]),
  };
  const text = printLock(lock);
  expect(read(text)).toEqual({ lock, said: [] });
  expect(text).toBe(`{
  "lockVersion": 1,
  "sdks": {
    "acme": {
      "names": {
        "404": {"name":"NotFound","shape":"2","gone":true},
        "__proto__": {"name":"Proto","shape":"1"}
      },
      "stems": {
        "types": [
          "b",
          "components/a"
        ],
        "sdks": [
          "things"
        ],
        "errors": []
      },
      "examples": {
        "list": {
          "default": {"parameters":{"path":{"id":1}}}
        }
      }
    }
  },
  "examples": {
    "list": {
      "default": {"parameters":{"query":{"page":1,"at":"2024-01-01"}},"requestBody":{"application/json":[1.5]}}
    }
  }
}
`);
  expect(examplesOf(lock, "acme").get("list")?.get("default")?.path).toEqual({ id: 1 });
  expect(examplesOf(lock, "other")).toBe(lock.examples);
});

it.each([
  ["{", "1:2 "],
  ['{\n  "lockVersion": 1,\n  "sdks": {,}\n}', "3:12 "],
  ["[]", '"the lock" is not an object'],
  ['{"lockVersion": 2}', "lockVersion is 2"],
  ["{}", "lockVersion is missing"],
  ['{"lockVersion":1,"sdks":{"a":{"names":{"x":{}}}}}', '"sdks.a.names.x" has no name'],
  ['{"lockVersion":1,"sdks":{"a":{"names":[]}}}', '"sdks.a.names" is not an object'],
  ['{"lockVersion":1,"examples":{"a":{"b":3}}}', '"examples.a.b" is not an object'],
])("a broken lock is an error: %j", (text, said) => {
  expect(read(text).lock).toBeNull();
  expect(read(text).said.join()).toContain(said);
});

it("no lock is an empty one", () => {
  expect(readLock(null, "", () => undefined)).toBe(emptyLock);
});

describe("the next lock", () => {
  const first = nextLock(emptyLock, [table(name("schema:A", "A"), name("schema:B", "B"))]);

  it("is the same when nothing has changed", () => {
    expect(printLock(nextLock(first, [table(name("schema:A", "A"), name("schema:B", "B"))]))).toBe(printLock(first));
  });

  it("keeps the name of what is gone for its return, and forgets an address whose name moved", () => {
    const second = nextLock(first, [table(name("schema:A", "A"))]);
    expect(second.sdks.get("acme")?.names.get("schema:B")).toEqual({ name: "B", shape: "B", gone: true });
    const moved = nextLock(first, [table(name("schema:A", "A"), name("schema:B2", "B", "B"))]);
    expect([...(moved.sdks.get("acme")?.names.keys() ?? [])]).toEqual(["schema:A", "schema:B2"]);
  });

  it("leaves the SDKs alone that were not part of the run", () => {
    const other = nextLock(first, [{ sdk: "other", names: [name("schema:A", "a")] }]);
    expect(other.sdks.get("acme")).toEqual(first.sdks.get("acme"));
  });
});

describe("what changed", () => {
  const before = nextLock(emptyLock, [table(name("schema:A", "A"), name("schema:B", "B"), name("schema:C", "C"))]);

  it("says what was added, removed and renamed, once", () => {
    const now = table(name("schema:A", "A"), name("schema:B", "Bee"), name("schema:D", "D"));
    expect(nameChanges(before, now)).toEqual({ sdk: "acme", added: ["D"], removed: ["C"], renamed: [{ from: "B", to: "Bee" }] });
    const nothing = { sdk: "acme", added: [], removed: [], renamed: [] };
    expect(nameChanges(nextLock(before, [now]), now)).toEqual(nothing);
  });

  it("takes a name whose address moved for the same name", () => {
    expect(nameChanges(before, table(name("schema:A", "A"), name("schema:B", "B"), name("schema:Other", "C")))).toMatchObject({
      added: [],
      removed: [],
    });
  });

  it("is nothing when there was no lock", () => {
    expect(nameChanges(emptyLock, table(name("schema:A", "A")))).toBeNull();
    const byHand = new Map([["schema:A", { name: "A", shape: "", gone: false }]]);
    expect(
      nameChanges(
        { ...emptyLock, sdks: new Map([["acme", { names: byHand, stems: null, examples: new Map() }]]) },
        table(name("schema:B", "B")),
      ),
    ).toBeNull();
  });
});
