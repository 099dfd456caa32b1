/** Unit tests beside the code: they check behaviour, `npm run typecheck` checks types. */
export default {
  testEnvironment: "node",
  // No test waits for time to pass: one that takes this long hangs, also beside busy neighbours.
  testTimeout: 600_000,
  testMatch: ["<rootDir>/generator/**/*.test.ts", "<rootDir>/scripts/**/*.test.ts", "<rootDir>/templates/*/tests/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  // What is generated and built holds packages of its own.
  modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/dist/", "<rootDir>/output/"],
  // Sources import each other as "./x.js", the name after compilation; packages of targets import what is exported to them.
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1", "^sdksmith/target$": "<rootDir>/generator/target.ts" },
  globalSetup: "<rootDir>/scripts/lib/wireSdks.mjs",
  transform: { "^.+\\.ts$": "<rootDir>/scripts/lib/transform.mjs" },
  // No test depends on speed; this only ends what hangs, on a busy machine as well.
};
