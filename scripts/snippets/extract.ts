import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One usage snippet of a page, with the line that its fence stands in. */
export interface PageSnippet {
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

/** All usage snippets of a generated SDK: of its README and of the pages below docs. */
export function snippetsOfSdk(sdk: string, language: string): readonly PageSnippet[] {
  const pages = ["README.md", ...readdirSync(join(sdk, "docs"), { recursive: true, encoding: "utf8" }).map((file) => join("docs", file))];
  return pages
    .filter((page) => page.endsWith(".md"))
    .sort()
    .flatMap((page) =>
      snippetsOfPage(readFileSync(join(sdk, page), "utf8"), language, page === "README.md").map((one) => ({ page, ...one })),
    );
}

/** What stands right before the fence of a usage snippet; other fences belong to the texts of the document. */
const usage = [/^<!-- UsageSnippet /, /^The standalone function version of this method:$/, /^## (Example )?Usage$/, /^### `/];

/**
 * The fences of a page that show how something is used: behind a heading or a comment of the generator. A README has code all over, but for its summary,
 * which is the document's.
 */
export function snippetsOfPage(text: string, language: string, isReadme: boolean): readonly Omit<PageSnippet, "page">[] {
  const lines = text.split("\n");
  const found: Omit<PageSnippet, "page">[] = [];
  let last = "";
  let foreign = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^<!-- Start Summary /.test(line)) foreign = isReadme;
    if (/^<!-- End Summary /.test(line)) foreign = false;
    if (line === `\`\`\`${language}` && !foreign && (isReadme || usage.some((mark) => mark.test(last)))) {
      const end = lines.indexOf("```", i);
      found.push({ line: i + 1, code: `${lines.slice(i + 1, end).join("\n")}\n` });
      i = end;
    } else if (line !== "") last = line;
  }
  return found;
}
