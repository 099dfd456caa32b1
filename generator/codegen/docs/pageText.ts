/** Text of a document on a page of ours. */

/** One line: what stands in a list or a heading. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
}

/** Text between our markers: it can start or end no section. */
export function inert(text: string): string {
  return text.replaceAll("<!--", "&lt;!--");
}

/** Nothing in an attribute of a comment may end it. */
export function attributeText(text: string): string {
  return text
    .replaceAll("--", "- -")
    .replaceAll('"', "&quot;")
    .replace(/[\r\n]+/g, " ")
    .replaceAll(">", "&gt;");
}

export function requiredMark(required: boolean): string {
  return required ? ":heavy_check_mark:" : ":heavy_minus_sign:";
}
