import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Json, JsonObject } from "../../generator/ir/json.js";
import { generateSdk, writeDocument } from "./generateSdk.js";

/** The Python SDK of a document: path inside of the SDK → text. Nothing is written to the disk but the document itself. */
export async function pythonFiles(document: Json, options: JsonObject = {}): Promise<ReadonlyMap<string, string>> {
  const spec = writeDocument(document);
  try {
    return await generateSdk(spec, { packageName: "acme-sdk", ...options }, "python");
  } finally {
    rmSync(dirname(spec), { recursive: true });
  }
}
