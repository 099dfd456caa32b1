import type { Language } from "../languages.js";
import { compile } from "../places.js";

export const language: Language = {
  name: "typescript",
  modes: ["class", "function"],
  driver: "driver.mjs",
  sessionDriver: "session.mjs",
  command: () => process.execPath,
  prepare: (sdk, to) => ({ folder: to, complaints: compile(sdk, to, { check: false }) }),
};
