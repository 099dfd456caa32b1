import { merge } from "./merge.js";

const section = (id: string, text: string) => `<!-- Start ${id} [${id}] -->\n${text}\n<!-- End ${id} [${id}] -->`;
const page = (...parts: readonly string[]) => `# Title\n\n${parts.join("\n\n")}\n`;
const both = (text: string) => ({ path: "README.md", text, owner: "both" as const });
const none: ReadonlySet<string> = new Set();

describe("a page with sections", () => {
  it("is written whole when nothing stands there", () => {
    expect(merge(both(page(section("usage", "1"))), null, none)).toBe(page(section("usage", "1")));
  });

  it("replaces sections where people put them and keeps the rest", () => {
    const present = `# Mine\n\n${section("errors", "old")}\n\nBetween\n\n${section("usage", "old")}\n\nAfter`;
    expect(merge(both(page(section("usage", "new"), section("errors", "new"))), present, new Set(["usage", "errors"]))).toBe(
      `# Mine\n\n${section("errors", "new")}\n\nBetween\n\n${section("usage", "new")}\n\nAfter`,
    );
  });

  it("leaves out what was deleted or declined, keeps a section that it does not know", () => {
    const present = page(section("usage", "1"), "<!-- No Errors [errors] -->", section("own", "mine"));
    expect(
      merge(both(page(section("usage", "2"), section("retries", "2"), section("errors", "2"))), present, new Set(["usage", "retries"])),
    ).toBe(page(section("usage", "2"), "<!-- No Errors [errors] -->", section("own", "mine")));
  });

  it("puts a new section behind the one that it follows, also when that one was deleted", () => {
    const generated = both(page(section("a", "2"), section("b", "2"), section("c", "2"), section("d", "2")));
    expect(merge(generated, page(section("b", "1"), "End"), new Set(["a", "b", "c"]))).toBe(
      page(section("b", "2"), section("d", "2"), "End"),
    );
    expect(merge(generated, page(section("b", "1")), new Set(["b", "c", "d"]))).toBe(page(section("a", "2"), section("b", "2")));
  });

  it("stays as it is without any marker", () => {
    expect(merge(both(page(section("usage", "1"))), "# My own page", none)).toBe("# My own page");
  });

  it("takes a start without an end for text", () => {
    const present = `<!-- Start usage [usage] -->\nmine\n\n${section("errors", "1")}`;
    expect(merge(both(page(section("usage", "2"), section("errors", "2"))), present, new Set(["usage", "errors"]))).toBe(
      `<!-- Start usage [usage] -->\nmine\n\n${section("errors", "2")}`,
    );
  });
});

describe("a file with code regions", () => {
  const code = (first: string, second: string, rest: string) =>
    `# region imports\n${first}# endregion imports\n${rest}\n    // #region methods\n${second}    // #endregion methods\n`;

  it("is generated anew around what stands in the regions", () => {
    expect(merge(both(code("", "", "new")), code("import x\n", "    call()\n", "old"), none)).toBe(
      code("import x\n", "    call()\n", "new"),
    );
  });
});
