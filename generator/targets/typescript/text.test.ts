import { access, commentText, docComment, propertyKey, stringLiteral, typeKey } from "./text.js";

describe("text of a document in a TypeScript file", () => {
  test("a comment ends where the writer says", () => {
    expect(commentText("a */ b\r\nc\u2028d\u0000\u202e")).toBe("a *\\/ b\nc\nd");
    expect(docComment("one", "  ")).toBe("  /** one */\n");
    expect(docComment("one\n\ntwo", "")).toBe("/**\n * one\n *\n * two\n */\n");
    expect(docComment(" ", "")).toBe("");
  });

  test("a string literal is one token", () => {
    expect(stringLiteral('"\n\u2028\u202e')).toBe('"\\"\\n\\u2028\\u202e"');
  });

  test("names that are no identifiers are quoted", () => {
    expect([typeKey("a b"), typeKey("ok"), propertyKey("__proto__"), access("x-y"), access("xy")]).toEqual([
      '"a b"',
      "ok",
      '["__proto__"]',
      '["x-y"]',
      ".xy",
    ]);
  });
});
