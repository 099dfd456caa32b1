export * from "./lib/config.js";
export * as files from "./lib/files.js";
export { type Fetcher, HTTPClient, type HTTPClientOptions } from "./lib/http.js";
export * from "./sdk/sdk.js";
