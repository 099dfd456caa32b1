import { ClientSDK } from "../lib/sdks.js";
import { OrganizationAccessTokens } from "./organizationaccesstokens.js";

/**
 * Polar API: The part of the Polar API that manages organization access tokens: list them page by page, create one, change its comment or its scopes, revoke it.
 */
export class Polar extends ClientSDK {
  #organizationAccessTokens?: OrganizationAccessTokens;

  get organizationAccessTokens(): OrganizationAccessTokens {
    return (this.#organizationAccessTokens ??= new OrganizationAccessTokens(this._options));
  }
}
