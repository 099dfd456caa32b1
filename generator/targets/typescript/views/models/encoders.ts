import type { ParameterEncoding } from "../../../../ir/operation.js";
import type { Imports } from "../../imports.js";

type Style = Extract<ParameterEncoding, { kind: "styled" }>["style"];

/** What writes a value of each style: a function of `lib/encodings.ts`. */
const encoders: { readonly [S in Style]: string } = {
  simple: "simple",
  label: "label",
  matrix: "matrix",
  form: "form",
  spaceDelimited: "spaceDelimited",
  pipeDelimited: "pipeDelimited",
  tabDelimited: "tabDelimited",
  deepObject: "deepObject",
};

export function encoder(style: Style, imports: Imports): string {
  return imports.value("lib/encodings.ts", encoders[style]);
}
