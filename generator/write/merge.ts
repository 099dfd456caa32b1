import type { GeneratedFile } from "../codegen/generatedFile.js";
import { declinedSections, regionsOf, type Section, sectionsOf } from "./sections.js";

/**
 * The text that a file shall have, from what was generated and what stands there (null: nothing).
 *
 * - `generator`: the generated text.
 * - `user`: what stands there.
 * - `both`: a page with sections keeps everything outside of its sections, in the order that people gave it; a section that they deleted, or declined by
 *   `<!-- No … -->`, stays away. The generated text tells nothing about what was deleted, so `known` names the sections that the last run wrote:
 *   a section that is not there is new when it is not among them, and goes behind the section that it follows in the generated text.
 *   A file with code regions is generated anew and keeps what stands inside its regions.
 *   A file without any marker belongs to its author: it stays as it is.
 */
export function merge(file: GeneratedFile, present: string | null, known: ReadonlySet<string>): string {
  if (present === null) return file.text;
  switch (file.owner) {
    case "generator":
      return file.text;
    case "user":
      return present;
    case "both":
      return regionsOf(file.text).length > 0 ? keepRegions(file.text, present) : mergeSections(file.text, present, known);
  }
}

function keepRegions(generated: string, present: string): string {
  const kept = new Map(regionsOf(present).map((region) => [region.name, region.content]));
  let text = "";
  let from = 0;
  for (const region of regionsOf(generated)) {
    text += generated.slice(from, region.start) + (kept.get(region.name) ?? region.content);
    from = region.end;
  }
  return text + generated.slice(from);
}

function mergeSections(generated: string, present: string, known: ReadonlySet<string>): string {
  const wanted = sectionsOf(generated);
  const standing = sectionsOf(present);
  if (standing.length === 0) return present;
  const declined = declinedSections(present);
  const here = new Set(standing.map((section) => section.id));
  const missing = wanted.filter((section) => !here.has(section.id) && !declined.has(section.id) && !known.has(section.id));
  const texts = new Map(wanted.map((section) => [section.id, section.text]));
  let text = present.slice(0, standing[0]?.start ?? 0);
  for (const added of missing.filter((section) => anchorOf(section, wanted, here) === null)) text += `${added.text}\n\n`;
  for (const [index, section] of standing.entries()) {
    text += texts.get(section.id) ?? section.text;
    for (const added of missing.filter((candidate) => anchorOf(candidate, wanted, here) === section.id)) text += `\n\n${added.text}`;
    text += present.slice(section.end, standing[index + 1]?.start ?? present.length);
  }
  return text;
}

/** The section behind which a new one belongs: the nearest one before it in the generated text that stands in the file. */
function anchorOf(added: Section, wanted: readonly Section[], here: ReadonlySet<string>): string | null {
  const before = wanted.slice(0, wanted.indexOf(added)).filter((section) => here.has(section.id));
  return before.at(-1)?.id ?? null;
}

/** The part of a file that the generator answers for: what the manifest's hash is made of, so that an edit outside of it is nobody's business. */
export function managedText(owner: GeneratedFile["owner"], text: string): string {
  switch (owner) {
    case "generator":
      return text;
    case "user":
      return "";
    case "both": {
      const regions = regionsOf(text);
      if (regions.length === 0) {
        return sectionsOf(text)
          .map((section) => section.text)
          .join("\n");
      }
      return regions.reduceRight((rest, region) => rest.slice(0, region.start) + rest.slice(region.end), text);
    }
  }
}
