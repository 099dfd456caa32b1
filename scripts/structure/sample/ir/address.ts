export type Address = string & { readonly __id: "address" };

export function made(text: string): Address {
  return text as Address;
}
