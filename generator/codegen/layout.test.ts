import { arrayCode, layoutCode, objectCode } from "./layout.js";

describe("layoutCode", () => {
  const code = objectCode([
    ["kind", '"array"'],
    ["items", arrayCode(["1", "2"])],
  ]);

  test("one line where it fits", () => expect(layoutCode(code, "", { width: 80, before: 0 })).toBe('{ kind: "array", items: [1, 2] }'));

  test("several where it does not", () =>
    expect(layoutCode(code, "", { width: 20, before: 0 })).toBe('{\n  kind: "array",\n  items: [1, 2],\n}'));

  test("always several, but for what is empty", () => {
    expect(layoutCode(arrayCode(["1"], true), "  ", { width: 80, before: 0 })).toBe("[\n    1,\n  ]");
    expect(layoutCode(objectCode([], true), "", { width: 80, before: 0 })).toBe("{}");
  });
});
