import { defineTarget, targetPackage } from "sdksmith/target";

const reading = { freeObject: "map", wrappedRef: "same", tuples: "tuple", stringUnions: "union", besideRef: "read", unknownValues: "keep" };

const pages = defineTarget({
  name: "pages",
  readOptions: () => ({ reading, calls: null }),
  start: () => null,
  plan: ({ apis }) => apis.map((api) => api.operations[0].id),
  render: async () => [],
});

export default targetPackage({ name: "pages", load: async () => pages });
