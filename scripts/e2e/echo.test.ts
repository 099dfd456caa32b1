import { join } from "node:path";
import { echo } from "./echo.js";
import { compile, pythonOf, root, work } from "./places.js";
import { readMap } from "./sdkMap.js";

const output = join(root, "output/organization-access-tokens");
const python = pythonOf();

test("every operation of the token API sends what the document says, in TypeScript", async () => {
  const folder = join(work, "echo-tokens");
  expect(compile(join(output, "typescript"), folder)).toEqual([]);
  const map = readMap(join(output, "json"), "typescript");
  expect(await echo(map, "class", process.execPath, folder)).toEqual({ called: 4, mistakes: [] });
  expect(await echo(map, "function", process.execPath, folder)).toEqual({ called: 4, mistakes: [] });
});

(python === null ? test.skip : test)("every operation of the token API sends what the document says, in Python", async () => {
  const map = readMap(join(output, "json"), "python");
  expect(await echo(map, "sync", python ?? "", join(output, "python"))).toEqual({ called: 4, mistakes: [] });
  expect(await echo(map, "async", python ?? "", join(output, "python"))).toEqual({ called: 4, mistakes: [] });
});
