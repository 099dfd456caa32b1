import { quirk } from "../../codegen/quirkTable.js";
import { languageQuirks } from "../commonQuirks.js";

export const quirksOf = languageQuirks("2.737", {
  /** Target of the link of a date-time and of a date: old pages have the two swapped. */
  dateLink: quirk<"swapped" | "right">("right", ["0", "swapped"]),
  /** Link of the security row of a method that takes a request: old pages leave out `models/`. */
  securityLink: quirk<"missingFolder" | "right">("right", ["0", "missingFolder"]),
  /** Line below the title of an SDK page: `(*path*)`. */
  pathLine: quirk<"shown" | "hidden">("shown", ["0", "shown"], ["2.772", "hidden"]),
  /** Pages of resources without operations. */
  rootPage: quirk<"always" | "withOperations">("withOperations", ["0", "always"], ["2.723", "withOperations"]),
  /** How null is written in example cells. */
  nullExample: quirk<"<nil>" | "null">("null", ["0", "<nil>"], ["2.889", "null"]),
  examples: quirk<"first" | "all">("first", ["0", "first"], ["2.832.9", "all"]),
  /** What the init hook gets, where the options do not say. */
  initHook: quirk<"configuration" | "client">("configuration", ["0", "client"]),
  /** Case of the attribute of a constant field, where the options do not say. */
  constants: quirk<"upper" | "normal">("normal", ["0", "upper"]),
  /** What a client gets its tokens with: that alone, or a token instead. */
  clientCredentials: quirk<"object" | "objectOrToken">("objectOrToken", ["0", "object"]),
  /** Class of file streams in the type of a binary body. */
  binary: quirk<string>(
    "*Union[bytes, IO[bytes], io.BufferedReader]*",
    ["0", "*Union[bytes, IO[bytes], io.BufferedReader]*"],
    ["2.911", "*Union[bytes, IO[bytes], io.IOBase]*"],
  ),
});

export type Quirks = ReturnType<typeof quirksOf>;
