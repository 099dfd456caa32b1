import { wordSet } from "../../codegen/casing.js";

/** Modules of the standard library and of the SDK's own dependencies: a package of such a name would hide them. */
const takenModules = wordSet(
  "abc ast asyncio base64 calendar code collections contextlib copy csv dataclasses datetime decimal email enum functools html http httpx httpcore io itertools json keyword logging math operator os pathlib platform pydantic queue random re select shelve signal site socket sqlite3 ssl statistics string sys test time token trace types typing typing_extensions unittest uuid xml",
);

/** The package to import: "acme-sdk" → "acme_sdk", "types" → "types_sdk". */
export function moduleName(packageName: string): string {
  const name = packageName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const safe = name === "" ? "client_sdk" : /^\d/.test(name) ? `_${name}` : name;
  return takenModules.has(safe) ? `${safe}_sdk` : safe;
}
