import { ClientSDK } from "./lib/sdks.js";

/**
 * A client without methods, for the functions in `funcs/`: a bundler keeps only the functions that you import.
 *
 *     const polar = new PolarCore({ … });
 *     const result = await organizationAccessTokensList(polar, …);
 */
export class PolarCore extends ClientSDK {}
