import { targetPackage } from "sdksmith/target";

export default targetPackage({ name: "acme", load: async () => ({}) });
