import { ERR, OK, type Result } from "../types/fp.js";
import type { Codec, Issue } from "./codec.js";
import { decode } from "./decode.js";
import { encode } from "./encode.js";
import { IssueList, SDKValidationError } from "./errors.js";

/** Checks and converts values of one type, in one direction. */
export interface Schema<Output, Input = unknown> {
  /** Throws an SDKValidationError when the value does not fit. */
  parse(value: Input): Output;
  safeParse(value: Input): SafeParseResult<Output>;
}

export type SafeParseResult<Output> =
  | { success: true; data: Output; error?: never }
  | { success: false; data?: never; error: SDKValidationError };

/** JSON → value. */
export function inbound<T>(codec: Codec): Schema<T> {
  return schema((value, issues) => decode(codec, value, issues) as T);
}

/** Value → JSON. */
export function outbound<T>(codec: Codec): Schema<unknown, T> {
  return schema((value, issues) => encode(codec, value, issues));
}

/** The text of a value as the API takes it; throws an SDKValidationError when it does not fit. */
export function toJSON<T>(codec: Codec, value: T): string {
  return JSON.stringify(outbound<T>(codec).parse(value));
}

/** The value of a text that the API sent. */
export function fromJSON<T>(codec: Codec, text: string): Result<T, SDKValidationError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return ERR(new SDKValidationError("The text is not JSON", error, text));
  }
  const result = inbound<T>(codec).safeParse(value);
  return result.success ? OK(result.data) : ERR(result.error);
}

function schema<Output, Input>(convert: (value: Input, issues: Issue[]) => Output): Schema<Output, Input> {
  const safeParse = (value: Input): SafeParseResult<Output> => {
    const issues: Issue[] = [];
    const data = convert(value, issues);
    return issues.length === 0
      ? { success: true, data }
      : { success: false, error: new SDKValidationError("Validation failed", new IssueList(issues), value) };
  };
  return {
    safeParse,
    parse(value) {
      const result = safeParse(value);
      if (!result.success) {
        throw result.error;
      }
      return result.data;
    },
  };
}
