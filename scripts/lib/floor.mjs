// What the disk and the parser cost without any generator: node floor.mjs DOCUMENT OUT FILES BYTES. Reads and parses the document, then writes that many new files of that size.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import yaml from "js-yaml";

const [document, out, files, bytes] = process.argv.slice(2);
const text = readFileSync(document, "utf8");
if (/^\s*[[{]/.test(text)) JSON.parse(text);
else yaml.load(text, { schema: yaml.CORE_SCHEMA, json: true });
const content = `${"x".repeat(79)}\n`.repeat(Math.ceil(Number(bytes) / 80)).slice(0, Number(bytes));
// As many folders as an SDK has, so that none is unusually full.
for (let i = 0; i < 8; i += 1) mkdirSync(join(out, String(i)), { recursive: true });
for (let i = 0; i < Number(files); i += 1) writeFileSync(join(out, String(i % 8), `${i}.txt`), content);
