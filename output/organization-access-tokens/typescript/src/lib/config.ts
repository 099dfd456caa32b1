import { ResponseValidationError } from "../models/errors/responsevalidationerror.js";
import { SDKError } from "../models/errors/sdkerror.js";
import type { ClientOptions, Settings } from "./client.js";
import { chooseServer } from "./servers.js";

/** Production environment */
export const ServerProduction = "production";

/** Sandbox environment */
export const ServerSandbox = "sandbox";

/** The servers of the API. */
export const ServerList = {
  production: "https://api.polar.sh",
  sandbox: "https://sandbox-api.polar.sh",
} as const;

export type SDKOptions = ClientOptions & {
  /** An organization access token, made in the settings of the organization or by another token. */
  accessToken?: string | (() => string | Promise<string>) | undefined;
  /** The server to use, by name. */
  server?: keyof typeof ServerList | undefined;
};

export const SDK_METADATA = {
  language: "typescript",
  openapiDocVersion: "0.1.0",
  sdkVersion: "0.1.0",
  genVersion: "0.1.0",
  userAgent: "@polar-sh/sdk 0.1.0 typescript",
} as const;

/** What the library needs to know of this API. */
export const settings: Settings = {
  userAgent: SDK_METADATA.userAgent,
  servers: [{ id: "production", url: ServerList.production }, { id: "sandbox", url: ServerList.sandbox }],
  security: { schemes: { accessToken: { kind: "bearer", env: "POLAR_ACCESS_TOKEN" } }, alternatives: [{ accessToken: [] }] },
  debugVariable: "POLAR_DEBUG",
  errors: { unexpected: SDKError, mismatch: ResponseValidationError },
};

/** The server that the options choose. */
export function serverURLFromOptions(options: SDKOptions): URL | null {
  return chooseServer(settings.servers, options);
}
