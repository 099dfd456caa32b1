import type { LoadedConfiguration } from "../config/loadConfiguration.js";
import { settingsText } from "../config/settingsText.js";
import type { RunTexts } from "../write/inputsOf.js";

/** What decides what is written, besides documents and lock: the same before a run, to see whether there is anything to do, and behind it. */
export function runTexts({ configuration, text, outside }: LoadedConfiguration): Omit<RunTexts, "lock"> {
  return { revisions: outside.map(({ revision }) => revision), configuration: text, settings: settingsText(configuration) };
}
