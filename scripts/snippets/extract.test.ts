import { snippetsOfPage } from "./extract.js";

const fence = (code: string, language = "python"): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;

test("usage snippets of a page, by what stands before them", () => {
  const page = [
    "# Tokens",
    "",
    fence("of the document"),
    '<!-- UsageSnippet language="python" -->',
    fence("a = 1\n\nb = 2"),
    "### `models.Card`",
    "",
    fence("c"),
    fence("x", "json"),
  ].join("\n");
  expect(snippetsOfPage(page, "python", false)).toEqual([
    { line: 8, code: "a = 1\n\nb = 2\n" },
    { line: 16, code: "c\n" },
  ]);
});

test("a README has code all over, but for the summary of the document", () => {
  const page = [
    "<!-- Start Summary [summary] -->",
    fence("theirs"),
    "<!-- End Summary [summary] -->",
    "## Retries",
    "Text.",
    fence("ours"),
  ].join("\n");
  expect(snippetsOfPage(page, "python", true)).toEqual([{ line: 9, code: "ours\n" }]);
});
