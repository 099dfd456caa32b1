import type { Api } from "../../ir/api.js";
import type { Address } from "../../ir/node.js";
import { dumpOf } from "./dump.js";
import { printDump } from "./printDump.js";

const docs = { summary: null, description: null, link: null, deprecated: null };
const api = (title: string): Api => ({
  irVersion: 1,
  key: "main",
  sources: ["openapi.yaml"],
  title,
  version: "1",
  docs,
  servers: [],
  schemes: [],
  security: [],
  globals: [],
  services: [],
  rootOperations: [],
  operations: [],
  webhooks: [],
  showcase: null,
  types: [],
  skipped: [{ origin: "0#/paths", what: "operation", label: "get /", diagnostic: "x" }],
});
const name = (address: string, spelled: string, kind: "rule" | "lock") => ({
  address: address as Address,
  kind: "type" as const,
  spelled,
  by: kind === "lock" ? { kind } : { kind, rule: "component" },
  shape: "1",
});

describe("the json target", () => {
  const [first, second] = [api("One"), api("Two")];
  const sdk = (of: Api, kind: "rule" | "lock") => ({
    target: "acme",
    apis: [of],
    names: { sdk: "", names: [name("schema:B", "B", kind), name("schema:A", "A", kind)] },
  });
  const files = printDump(
    dumpOf({
      apis: [first, second],
      others: [
        { sdk: "a", ...sdk(first, "rule") },
        { sdk: "b", ...sdk(second, "rule") },
        { sdk: "c", ...sdk(first, "rule") },
      ],
    }),
  );

  it("prints each distinct Api once, and each SDK's names by address", () => {
    expect(files.map((file) => file.path)).toEqual([
      "sdk.json",
      "apis/1.json",
      "apis/2.json",
      "names/a.json",
      "names/b.json",
      "names/c.json",
    ]);
    expect(JSON.parse(files[0]?.text ?? "")).toEqual({
      apis: ["apis/1.json", "apis/2.json"],
      sdks: [
        { name: "a", target: "acme", apis: ["apis/1.json"], names: "names/a.json" },
        { name: "b", target: "acme", apis: ["apis/2.json"], names: "names/b.json" },
        { name: "c", target: "acme", apis: ["apis/1.json"], names: "names/c.json" },
      ],
    });
    expect(JSON.parse(files[3]?.text ?? "").names.map((one: { spelled: string }) => one.spelled)).toEqual(["A", "B"]);
  });

  it("loses nothing of an Api", () => {
    expect(JSON.parse(files[2]?.text ?? "")).toEqual(second);
  });

  it("prints the same when the lock has the names", () => {
    const again = printDump(dumpOf({ apis: [first], others: [{ sdk: "a", ...sdk(first, "lock") }] }));
    expect(again.at(-1)?.text).toBe(files[3]?.text);
  });
});
