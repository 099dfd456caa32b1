import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeFiles } from "../../../scripts/testing/generateSdk.js";
import { hostileDocument } from "../../../scripts/testing/hostileDocument.js";
import { pythonFiles } from "../../../scripts/testing/pythonFiles.js";

const python = fileURLToPath(new URL("../../../.venv/bin/python", import.meta.url));
const loader = fileURLToPath(new URL("../../../scripts/lib/importModels.py", import.meta.url));
const mypyCache = fileURLToPath(new URL("../../../build/mypy", import.meta.url));
const run = promisify(execFile);

/** `npm test` makes the environment; without it Python is skipped. */
const withPython = existsSync(python) ? describe : describe.skip;

/** What the models make of values, line by line as JSON. */
const values = `
import json, sys
sys.path.insert(0, sys.argv[1])
from acme_sdk import models
def show(value): print(json.dumps(value.model_dump(mode="json", by_alias=True)))
show(models.Hiding.model_validate({"int": 5, "str": "x", "datetime": "2026-01-01T00:00:00Z", "thing": "x", "share": 1.5}))
odd = {"price": "1.50", "prices": ["2.25"], "counts": ["12345678901234567890"], "_under": "u", "more": 1, "additional_properties": 2}
odd = models.Odd.model_validate(odd)
show(odd)
print(json.dumps(odd.model_extra))
show(models.Owner.model_validate({"pets": [{"kind": "kitten", "friend": {"kind": "dog"}}]}))
`;

withPython("models of a hostile document", () => {
  let src = "";

  beforeAll(async () => {
    src = join(writeFiles(await pythonFiles(hostileDocument)), "src");
  });

  test("load, and type-check", async () => {
    const { stdout } = await run(python, ["-W", "error::UserWarning", loader, src, "acme_sdk"]);
    expect(JSON.parse(stdout).failed).toEqual([]);
    const checked = await run(python, ["-m", "mypy", "--strict", "--cache-dir", mypyCache, join(src, "acme_sdk/models")]).catch(
      (error) => error,
    );
    expect(checked.stdout).toContain("Success");
  });

  test("read and write values as the document says", async () => {
    const { stdout } = await run(python, ["-c", values, src]);
    const [hiding, odd, rest, owner] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const told = { int: 5, str: "x", datetime: "2026-01-01T00:00:00Z", thing: "x", share: 1.5 };
    expect(hiding).toMatchObject({ ...told, quote: null, id: null });
    const numbers = { price: "1.50", prices: [2.25], counts: ["12345678901234567890"] };
    expect(odd).toMatchObject({ ...numbers, _under: "u", more: 1, additional_properties: 2 });
    expect(rest).toEqual({ more: 1 });
    expect(owner).toMatchObject({ pets: [{ kind: "kitten", friend: { kind: "dog" } }] });
  });
});
