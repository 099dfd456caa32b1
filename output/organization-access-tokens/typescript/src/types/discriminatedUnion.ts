/** A member of an open union that this version of the SDK does not know; `raw` is what the API sent. */
export type Unknown<Discriminator extends string, UnknownValue = "UNKNOWN"> = { [P in Discriminator]: UnknownValue } & {
  raw: unknown;
  isUnknown: true;
};

export function isUnknown(value: unknown): value is { raw: unknown; isUnknown: true } {
  return typeof value === "object" && value !== null && "isUnknown" in value && value.isUnknown === true;
}
