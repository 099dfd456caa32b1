import type { Api } from "../../ir/api.js";
import type { Address } from "../../ir/node.js";
import { dumpOf } from "./dump.js";
import { printDump } from "./printDump.js";

const docs = { summary: null, description: null, link: null, deprecated: null };
const api = (title: string): Api => ({
  sources: ["openapi.yaml"],
  title,
  version: "1",
  docs,
  servers: [],
  schemes: [],
  security: [],
  globals: [],
  services: [],
  operations: [],
  webhooks: [],
  showcase: null,
  types: [],
  skipped: ["/things"],
});
const name = (address: string, spelled: string) => ({
  address: address as Address,
  kind: "type" as const,
  spelled,
  shape: "1",
});

describe("the json target", () => {
  const [first, second] = [api("One"), api("Two")];
  const sdk = (of: Api) => ({ target: "acme", apis: [of], names: { sdk: "", names: [name("schema:B", "B"), name("schema:A", "A")] } });
  const files = printDump(
    dumpOf({
      apis: [first, second],
      others: [
        { sdk: "a", ...sdk(first) },
        { sdk: "b", ...sdk(second) },
        { sdk: "c", ...sdk(first) },
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
});
