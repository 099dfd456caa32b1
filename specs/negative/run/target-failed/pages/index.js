import { defineTarget, targetPackage, usualReading } from "sdksmith/target";

const pages = defineTarget({
  name: "pages",
  readOptions: () => ({ reading: usualReading, calls: null }),
  start: () => null,
  render: async ({ apis }) => apis.map((api) => api.operations[0].id),
});

export default targetPackage({ name: "pages", load: async () => pages });
