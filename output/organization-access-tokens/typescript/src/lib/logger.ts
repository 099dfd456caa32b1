/** `console` is one. */
export interface Logger {
  group(label?: string): void;
  groupEnd(): void;
  log(message: unknown, ...others: unknown[]): void;
}

const secretName = /authorization|cookie|token|secret|password|passwd|signature|credential|api[-_]?key|(^|[-_])key$/i;

/** Prints a request and its response; whatever may be a credential is masked. */
export async function logExchange(logger: Logger, request: Request, response: Response | null, error: unknown): Promise<void> {
  logger.group(`> ${request.method} ${redactedURL(request.url)}`);
  logHeaders(logger, request.headers);
  logger.groupEnd();
  if (response === null) {
    logger.log("< no response:", error instanceof Error ? `${error.name}: ${error.message}` : error);
    return;
  }
  logger.group(`< ${response.status} ${response.statusText}`);
  logHeaders(logger, response.headers);
  if (/[/+]json *(;|$)|^text\/(?!event-stream)/.test(response.headers.get("content-type") ?? "")) {
    logger.log("Body:", redactedBody(await response.clone().text()));
  }
  logger.groupEnd();
}

function logHeaders(logger: Logger, headers: Headers): void {
  for (const [name, value] of headers) {
    logger.log(`${name}: ${secretName.test(name) ? "<redacted>" : value}`);
  }
}

function redactedURL(text: string): string {
  const url = new URL(text);
  for (const name of [...url.searchParams.keys()]) {
    if (secretName.test(name)) {
      url.searchParams.set(name, "<redacted>");
    }
  }
  return url.toString();
}

/** JSON with masked values of telling names; other text as it is. */
function redactedBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (name, value: unknown) =>
      typeof value === "string" && secretName.test(name) ? "<redacted>" : value,
    );
  } catch {
    return text;
  }
}
