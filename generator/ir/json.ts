/** Any JSON value. Nodes of a document are compared by identity, so they are never copied before `lower`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
