type Id<K extends string> = string & { readonly __id: K };
/** The address of a named type; what a `ref` holds. */
export type TypeId = Id<"address">;
/** operationId, or "<method>_<path>" where it is missing. */
export type OperationId = Id<"operation">;
/** Key under components.securitySchemes. */
export type SchemeId = Id<"scheme">;
