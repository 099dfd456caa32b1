import { parentPort } from "node:worker_threads";
import { printClasses } from "./printClasses.js";
import type { ClassFile } from "./printer.js";

/** The thread of `startPrinter`: classes in, files out. */
parentPort?.on("message", (classes: readonly ClassFile[]) => {
  parentPort?.postMessage(printClasses(classes));
});
