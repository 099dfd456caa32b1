import { targetPackage } from "sdksmith/target";

export default targetPackage({
  name: "pages",
  options: {
    width: { type: "int" },
    colour: { enum: ["red"], values: ["red"] },
    naming: { type: "string" },
    paths: { type: "object", properties: { docs: { pattern: "(" } } },
  },
  load: async () => ({}),
});
