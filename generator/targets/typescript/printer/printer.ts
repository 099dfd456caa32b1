import { Worker } from "node:worker_threads";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { ClassFile } from "./classFile.js";

/** Prints classes. */
export interface ClassPrinter {
  print(classes: readonly ClassFile[]): Promise<readonly GeneratedFile[]>;
}

/**
 * ts-morph takes a while to load, so a thread of its own begins with that before the documents are read and has it ready when there is something to print. Where there is
 * no compiled thread (the sources run in tests) it is loaded in place.
 */
export function startPrinter(): ClassPrinter {
  if (!import.meta.url.endsWith(".js")) {
    return {
      async print(classes) {
        const { printClasses } = await import("./printClasses.js");
        return printClasses(classes);
      },
    };
  }
  const worker = new Worker(new URL("./printWorker.js", import.meta.url));
  // A run that stops early does not wait for it.
  worker.unref();
  return {
    print(classes) {
      worker.ref();
      return new Promise((resolve, reject) => {
        worker.once("message", (files: readonly GeneratedFile[]) => {
          resolve(files);
          void worker.terminate();
        });
        worker.once("error", reject);
        worker.postMessage(classes);
      });
    },
  };
}
