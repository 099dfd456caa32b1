export * from "./async.js";
export * as discriminatedUnion from "./discriminatedUnion.js";
export * from "./enums.js";
export * from "./fp.js";
export * from "./operations.js";
export * from "./rfcdate.js";
export * from "./streams.js";
export * from "./unrecognized.js";
