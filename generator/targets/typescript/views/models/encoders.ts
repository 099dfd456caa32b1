import type { ParameterStyle } from "../../../../ir/operation.js";
import type { Imports } from "../../imports.js";

/** What writes a value of each style: a function of `lib/encodings.ts`. */
const encoders: { readonly [S in ParameterStyle]: string } = {
  simple: "simple",
  label: "label",
  matrix: "matrix",
  form: "form",
  spaceDelimited: "spaceDelimited",
  pipeDelimited: "pipeDelimited",
  tabDelimited: "tabDelimited",
  deepObject: "deepObject",
};

export function encoder(style: ParameterStyle, imports: Imports): string {
  return imports.value("lib/encodings.ts", encoders[style]);
}
