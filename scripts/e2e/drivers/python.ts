import type { Language } from "../languages.js";
import { pythonOf } from "../places.js";

export const language: Language = {
  name: "python",
  modes: ["sync", "async"],
  driver: "driver.py",
  sessionDriver: "session.py",
  command: pythonOf,
  prepare: (sdk) => ({ folder: sdk, complaints: [] }),
};
