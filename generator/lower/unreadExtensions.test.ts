import { readdirSync, readFileSync } from "node:fs";
import { readExtensions } from "./unreadExtensions.js";

test("what counts as read is what the code reads", () => {
  const files = readdirSync("generator/lower").filter((file) => file.endsWith(".ts") && !/(?:\.test|unreadExtensions)\.ts$/.test(file));
  const used = new Set(files.flatMap((file) => readFileSync(`generator/lower/${file}`, "utf8").match(/x-speakeasy-[a-z-]+/g) ?? []));
  expect([...readExtensions].sort()).toEqual([...used].sort());
});
