import { parentPort } from "node:worker_threads";
import type { ClassFile } from "./classFile.js";
import { printClasses } from "./printClasses.js";

/** The thread of `startPrinter`: classes in, files out. */
parentPort?.on("message", (classes: readonly ClassFile[]) => {
  parentPort?.postMessage(printClasses(classes));
});
