import { writeFileSync } from "node:fs";

// Node reads the format of a file from the nearest package.json.
writeFileSync(new URL("../dist/esm/package.json", import.meta.url), '{ "type": "module" }\n');
writeFileSync(new URL("../dist/commonjs/package.json", import.meta.url), '{ "type": "commonjs" }\n');
