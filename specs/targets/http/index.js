import { targetPackage } from "sdksmith/target";

/** What sdksmith must know before anything is planned; the rest is loaded when an SDK of this target is written. */
export default targetPackage({
  name: "http",
  options: {
    server: { type: "string", minLength: 1, description: "Where requests go. Default: the first server of the document." },
    docs: { type: "boolean", description: "What the document says about an operation stands above its request.", default: true },
    extension: { enum: ["http", "rest"], description: "How the files are called; editors know both.", default: "http" },
  },
  templates: new URL("./templates/", import.meta.url),
  load: async () => (await import("./target.js")).httpTarget,
});
