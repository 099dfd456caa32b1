import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readTemplateFiles } from "./templateFiles.js";
import { templateModule } from "./templateModule.js";
import { loadTemplateSources } from "./templateSources.js";
import { loadTemplates } from "./templates.js";

describe("templates from their sources", () => {
  const root = mkdtempSync(join(tmpdir(), "templates-"));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("acme/page.txt.hbs", "{{title}}\n{{#each rows}}\n  {{> row}}\n{{/each}}\n{{#if note}}{{note}}{{/if}}");
  put("acme/_row.hbs", "{{name}}: {{symbol type}}\n");
  put("acme/raw.txt.hbs", "{{text}}");
  put("acme/condition.txt.hbs", "{{#if missing}}x{{/if}}");
  put("acme/deep.txt.hbs", "{{#each rows}}{{#if missing}}x{{/if}}{{/each}}");
  put("acme/runtime/lib/b.txt", "b");
  put("acme/runtime/a.txt", "a");
  put("acme/runtime/__pycache__/a.pyc", "x");
  put("acme/tests/a.test.txt", "x");
  put("other/page.txt.hbs", "{{> row}}");
  put("other/_row.hbs", "another row");
  afterAll(() => rmSync(root, { recursive: true }));
  const store = loadTemplateSources(root);

  it("renders partials with the indentation of their line and prints symbols by the given function", () => {
    const rows = [
      { name: "a", type: "int" },
      { name: "b", type: "str" },
    ];
    expect(store.render("acme/page.txt", { title: "T", rows, note: null }, (symbol) => `<${String(symbol)}>`)).toBe(
      "T\n  a: <int>\n  b: <str>\n",
    );
  });

  it("escapes nothing: text comes from typed writers", () => {
    expect(store.render("acme/raw.txt", { text: `<a href="x">&` })).toBe(`<a href="x">&`);
  });

  it("keeps the partials of two targets apart", () => {
    expect(store.render("other/page.txt", {})).toBe("another row");
  });

  it("throws on a key that the view does not have, also in a condition and below a list", () => {
    expect(() => store.render("acme/raw.txt", {})).toThrow("text");
    expect(() => store.render("acme/condition.txt", {})).toThrow(`the view of acme/condition.txt has no "missing"`);
    expect(() => store.render("acme/deep.txt", { rows: [{}] })).toThrow(`has no "rows.0.missing"`);
  });

  it("names the template that does not exist", () => {
    expect(() => store.render("acme/none.txt", {})).toThrow(`there is no template "acme/none.txt"`);
  });

  it("lists the runtime files in order, without leftovers of tools", () => {
    expect(store.runtime("acme")).toEqual([
      { path: "a.txt", text: "a" },
      { path: "lib/b.txt", text: "b" },
    ]);
    expect(store.runtime("other")).toEqual([]);
  });

  it("prints a module that is the same wherever it is built", () => {
    const text = templateModule(readTemplateFiles(root));
    expect(text).not.toContain(root);
    expect(text).toContain(`["lib/b.txt", "b"]`);
    expect(text).toBe(templateModule(readTemplateFiles(root)));
  });
});

describe("the templates of a target from outside", () => {
  const root = mkdtempSync(join(tmpdir(), "templates-"));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("page.txt.hbs", "{{shout title}}{{> row}}");
  put("_row.hbs", "|{{symbol type}}");
  put("strict.txt.hbs", "{{#if missing}}x{{/if}}");
  put("runtime/lib/a.txt", "a");
  afterAll(() => rmSync(root, { recursive: true }));
  const shout = (...values: readonly unknown[]) => `${values.map(String).join()}!`.toUpperCase();

  it("go by its name, have its helpers and are as strict as ours, which stay", async () => {
    const store = await loadTemplates([{ target: "acme", root, helpers: { shout } }]);
    expect(store.render("acme/page.txt", { title: "hi", type: "int" }, (symbol) => `<${String(symbol)}>`)).toBe("HI!|<int>");
    expect(() => store.render("acme/strict.txt", {})).toThrow(`the view of acme/strict.txt has no "missing"`);
    expect(() => store.render("acme/none.txt", {})).toThrow(`there is no template "acme/none.txt"`);
    expect(store.runtime("acme")).toEqual([{ path: "lib/a.txt", text: "a" }]);
    expect(store.runtime("other")).toEqual([]);
  });

  it("name the template that does not parse, or calls what is no helper", async () => {
    put("broken.txt.hbs", "{{#each rows}}");
    const broken = await loadTemplates([{ target: "acme", root, helpers: { shout } }]);
    expect(() => broken.render("acme/page.txt", { title: "", type: "" })).toThrow("template acme/broken.txt: Parse error on line 1");
    rmSync(join(root, "broken.txt.hbs"));
    const bare = await loadTemplates([{ target: "acme", root, helpers: {} }]);
    expect(() => bare.render("acme/page.txt", { title: "", type: "" })).toThrow("shout");
  });
});

it("loads the project's own templates, none or many", async () => {
  expect((await loadTemplates()).runtime("no such target")).toEqual([]);
});
