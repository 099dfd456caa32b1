import { schemasOf, targetPackage } from "sdksmith/target";
import { fields } from "./options.js";

/** What sdksmith must know before anything is planned; the rest is loaded when an SDK of this target is written. */
export default targetPackage({
  name: "http",
  options: schemasOf([fields]),
  templates: new URL("./templates/", import.meta.url),
  load: async () => (await import("./target.js")).httpTarget,
});
