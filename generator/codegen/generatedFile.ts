/** A file that a target wants to exist. Paths are relative to the SDK's folder, with `/`. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /** `generator`: replaced on each run. `user`: written only when missing. `both`: keeps what people wrote outside its marked sections. */
  readonly owner: "generator" | "user" | "both";
}
