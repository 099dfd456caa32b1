import type { safe } from "./names.js";

export function stem(text: string): ReturnType<typeof safe> {
  return text.slice(1);
}
