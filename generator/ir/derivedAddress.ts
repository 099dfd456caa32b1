import { partAddress, singleAddress } from "./address.js";
import { type Status, statusText } from "./behaviour.js";
import type { Address } from "./node.js";
import type { Content, Parameter } from "./operation.js";

/** Addresses of what an SDK has besides what the document describes: each has a name of its own in the NameTable. */

/** The attribute of the client or of an outer resource that leads to a resource. */
export const attributeOf = (resource: Address): Address => partAddress(resource, "attribute");

/** The module or file of a resource class. */
export const moduleOf = (resource: Address): Address => partAddress(resource, "module");

/** The type of an error's data. */
export const dataOf = (error: Address): Address => partAddress(error, "data");

/** The class of an error whose data is a model of its own. */
export const errorOf = (model: Address): Address => partAddress(model, "error");

/** The function that does what a method does. */
export const functionOf = (method: Address): Address => partAddress(method, "function");

/** What stands for an operation, or for a server, as a constant of a module. */
export const constantOf = (owner: Address): Address => partAddress(owner, "constant");

/** The type of the forms in which a method can be answered. */
export const acceptOf = (method: Address): Address => partAddress(method, "accept");

/** One way in which calls of a resource, or of the client, can fail: a status, a media type and the class that stands for it. */
export function failureOf(
  holder: Address,
  { status, content }: { readonly status: Status; readonly content: Content },
  type: Address,
): Address {
  return partAddress(holder, "failure", `${statusText(status)} ${content.mediaType} ${type}`);
}

/** Where the value of an argument goes. */
type Place =
  | { readonly kind: "parameter"; readonly parameter: Parameter }
  | { readonly kind: "field" }
  | { readonly kind: "body" }
  | { readonly kind: "rest" };

/** An argument of a method: its field may be called otherwise. */
export function argumentOf(method: Address, { place, slot }: { readonly place: Place; readonly slot: { readonly wire: string } }): Address {
  switch (place.kind) {
    case "parameter":
      return partAddress(method, "argument", `${place.parameter.in}:${slot.wire}`);
    case "field":
      return partAddress(method, "argument", `field:${slot.wire}`);
    case "body":
    case "rest":
      return partAddress(method, "argument", place.kind);
  }
}

/** An option of the client: for a credential, for a value that all operations share, for a variable of the servers' addresses. */
export function optionOf(kind: "credential" | "global" | "variable", key: string): Address {
  return partAddress(singleAddress("client"), "option", `${kind}:${key}`);
}
