export interface paths {
    "/v1/organization-access-tokens/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organization_access_tokens:list"];
        put?: never;
        post: operations["organization_access_tokens:create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization-access-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["organization_access_tokens:delete"];
        options?: never;
        head?: never;
        patch: operations["organization_access_tokens:update"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Filter by organization ID. */
        OrganizationAccessTokensListQueryParamOrganizationIDFilter: string | string[];
        /** @enum {string} */
        OrganizationAccessTokenSortProperty: "created_at" | "-created_at" | "comment" | "-comment" | "last_used_at" | "-last_used_at" | "organization_id" | "-organization_id";
        ListResourceOrganizationAccessToken: {
            items: components["schemas"]["OrganizationAccessToken"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A token that acts for one organization; its secret is not part of it. */
        OrganizationAccessToken: {
            /** @description Creation timestamp of the object. */
            created_at: string;
            /** @description Last modification timestamp of the object. */
            modified_at: string | null;
            id: string;
            scopes: components["schemas"]["AvailableScope"][];
            /** @description When the token stops working; null if it never does. */
            expires_at: string | null;
            /** @description What the token is for, in the words of its owner. */
            comment: string;
            last_used_at: string | null;
            /** @description The organization ID. */
            organization_id: string;
        };
        /**
         * @description What a token may do.
         * @enum {string}
         */
        AvailableScope: "openid" | "profile" | "email" | "organizations:read" | "organizations:write" | "products:read" | "products:write" | "benefits:read" | "benefits:write" | "checkouts:read" | "checkouts:write" | "customers:read" | "customers:write" | "discounts:read" | "discounts:write" | "events:read" | "events:write" | "files:read" | "files:write" | "license_keys:read" | "license_keys:write" | "meters:read" | "meters:write" | "metrics:read" | "orders:read" | "orders:write" | "organization_access_tokens:read" | "organization_access_tokens:write" | "payouts:read" | "refunds:read" | "refunds:write" | "subscriptions:read" | "subscriptions:write" | "webhooks:read" | "webhooks:write";
        Pagination: {
            total_count: number;
            max_page: number;
        };
        HTTPValidationError: {
            detail?: components["schemas"]["ValidationError"][];
        };
        ValidationError: {
            /** @description The way to the wrong value, from the outermost part inwards. */
            loc: components["schemas"]["Loc"][];
            msg: string;
            type: string;
            input?: unknown;
            ctx?: components["schemas"]["Ctx"];
        };
        Loc: string | number;
        Ctx: Record<string, never>;
        OrganizationAccessTokenCreate: {
            /** @description The organization that the token acts for; that of the caller's token where it is left out. */
            organization_id?: string | null;
            /** @description What the token is for, in the words of its owner. */
            comment: string;
            /** @description How long the token works; forever where it is left out. */
            expires_in?: string | null;
            scopes: components["schemas"]["AvailableScope"][];
        };
        OrganizationAccessTokenCreateResponse: {
            organization_access_token: components["schemas"]["OrganizationAccessToken"];
            /** @description The secret; it is shown this once. */
            token: string;
        };
        OrganizationAccessTokenUpdate: {
            comment?: string | null;
            scopes?: components["schemas"]["AvailableScope"][] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "organization_access_tokens:list": {
        parameters: {
            query?: {
                organization_id?: components["schemas"]["OrganizationAccessTokensListQueryParamOrganizationIDFilter"] | null;
                page?: number;
                limit?: number;
                sorting?: components["schemas"]["OrganizationAccessTokenSortProperty"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListResourceOrganizationAccessToken"];
                };
            };
            /** @description The token is missing, unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was understood, but some of its values are not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Something went wrong on the server; the same request may succeed later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "organization_access_tokens:create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAccessTokenCreate"];
            };
        };
        responses: {
            /** @description The new token, with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationAccessTokenCreateResponse"];
                };
            };
            /** @description The token is missing, unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was understood, but some of its values are not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Something went wrong on the server; the same request may succeed later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "organization_access_tokens:delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is missing, unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was understood, but some of its values are not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Something went wrong on the server; the same request may succeed later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "organization_access_tokens:update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAccessTokenUpdate"];
            };
        };
        responses: {
            /** @description The token as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationAccessToken"];
                };
            };
            /** @description The token is missing, unknown, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was understood, but some of its values are not allowed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Something went wrong on the server; the same request may succeed later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
