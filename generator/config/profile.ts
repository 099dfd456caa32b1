/** `standard`: pages as they should be. `speakeasy`: the pages of that vendor's older formats with their quirks, byte for byte. A target's table of quirks is the only reader. */
export const profiles = ["standard", "speakeasy"] as const;
export type Profile = (typeof profiles)[number];
