const words: { readonly [code: string]: string } = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "402": "PaymentRequired",
  "403": "Forbidden",
  "404": "NotFound",
  "405": "MethodNotAllowed",
  "406": "NotAcceptable",
  "408": "RequestTimeout",
  "409": "Conflict",
  "410": "Gone",
  "412": "PreconditionFailed",
  "413": "PayloadTooLarge",
  "415": "UnsupportedMediaType",
  "422": "UnprocessableEntity",
  "423": "Locked",
  "424": "FailedDependency",
  "429": "TooManyRequests",
  "451": "UnavailableForLegalReasons",
  "500": "InternalServer",
  "501": "NotImplemented",
  "502": "BadGateway",
  "503": "ServiceUnavailable",
  "504": "GatewayTimeout",
};

/** The words of a status code in a type's name: "404" → "NotFound", "418" → "Status418". RFC 9110, 15. */
export function statusWord(code: string): string {
  return words[code] ?? `Status${code}`;
}
