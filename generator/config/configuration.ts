import type { Json } from "../ir/json.js";
import type { Profile } from "./profile.js";

/** What one run does: every path is ready to be opened, every default is filled in. */
export interface Configuration {
  /** The lock beside it; null where there is no configuration to stand beside. */
  readonly lockFile: string | null;
  /** Folder that relative names of inputs start at: that of the configuration, else of the document. */
  readonly base: string;
  readonly sdks: readonly SdkConfiguration[];
}

export interface SdkConfiguration {
  /** Its folder below `out`, its key in the lock. */
  readonly name: string;
  readonly target: string;
  /** Null only for targets that describe the whole run. */
  readonly document: DocumentInput | null;
  readonly profile: Profile;
  /** Version of the old generator whose page format is kept; null: the newest one that the profile knows. */
  readonly pageFormat: string | null;
  readonly naming: NamingStrategy;
  readonly validation: Validation;
  /** The folder that the SDK is written to. */
  readonly folder: string;
  /** False when `--target` leaves it out: it is planned, for those that look at it, and not written. */
  readonly selected: boolean;
  /** Checked against the target's schema; defaults are the target's business. */
  readonly options: Options;
}

export type Options = { readonly [key: string]: Json };

/** A document and its overlays in order, paths relative to the working folder or absolute. */
export interface DocumentInput {
  readonly location: string;
  readonly overlays: readonly OverlayInput[];
}

export interface OverlayInput {
  readonly file: string;
  /** Dialect of its JSONPath: that of RFC 9535, or an older one in which a filter on an object tests that object. */
  readonly jsonpath: "rfc9535" | "legacy";
}

export const namingStrategies = ["shortest", "ordered"] as const;
export type NamingStrategy = (typeof namingStrategies)[number];

/** What a client does with a response that does not fit the document. */
export const validations = ["lax", "strict"] as const;
type Validation = (typeof validations)[number];
