import { choose, contentProblems } from "./contents.js";
import { type Contract, leastProblems, type Operation, operationsFor } from "./contract.js";
import { below, childrenOf, flagAt, type Place, textAt } from "./place.js";
import { decodeQuery, type Pair, pairsOf, type Readings, readingsOf, takePairs, writingOf } from "./readings.js";
import type { Fits } from "./schemas.js";

/** A request as it arrived; names of headers in small letters. */
export interface Request {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface Response {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** What of a request its document does not allow; the path stands directly below the server's root. */
export function requestProblems(contract: Contract, request: Request): readonly string[] {
  const [path = "", query = ""] = request.url.split(/\?(.*)/s);
  const operations = operationsFor(contract, request.method, path);
  if (operations.length === 0) return [`no operation ${request.method} ${path}`];
  return leastProblems(operations, (operation) => [
    ...parameterProblems(contract, operation, request, path, pairsOf(query)),
    ...securityProblems(contract, operation, request, pairsOf(query)),
    ...bodyProblems(contract, operation, request),
  ]);
}

function parameterProblems(
  contract: Contract,
  operation: Operation,
  { headers }: Request,
  path: string,
  pairs: readonly Pair[],
): readonly string[] {
  const inPath = new Map(operation.names.map((name, i) => [name, operation.pattern.exec(path)?.[i + 1] ?? ""]));
  const cookies = (headers.cookie ?? "").split(/; */).map((part): Pair => [part.split("=")[0] ?? "", part.split(/=(.*)/s)[1] ?? ""]);
  const fixed = new Map(pairsOf(operation.query));
  let left = pairs.filter(([name, raw]) => !credentialsOf(contract, operation, "query").has(name) && fixed.get(name) !== raw);
  const problems: string[] = [];
  // An object spread over the query takes what the others leave.
  const isSpread = (parameter: Place) => pairs.every(([name]) => name !== textAt(parameter, "name"));
  for (const parameter of operation.parameters.toSorted((a, b) => Number(isSpread(a)) - Number(isSpread(b)))) {
    const [name, where] = [textAt(parameter, "name") ?? "", textAt(parameter, "in") ?? ""];
    const found = readParameter(parameter, name, where, inPath, left, headers, cookies);
    if (found === null) {
      if (flagAt(parameter, "required") === true) problems.push(`${where}.${name} is required`);
      continue;
    }
    if (where === "query") left = left.filter((pair) => !found.taken.includes(pair));
    problems.push(...valueProblems(parameter, found.readings, contract.request).map((why) => `${where}.${name} ${why}`));
  }
  return [...problems, ...left.map(([name]) => `query.${name} is not in the document`)];
}

function readParameter(
  parameter: Place,
  name: string,
  where: string,
  inPath: ReadonlyMap<string, string>,
  pairs: readonly Pair[],
  headers: Request["headers"],
  cookies: readonly Pair[],
): { readonly taken: readonly Pair[]; readonly readings: Readings } | null {
  const schema = below(parameter, "schema");
  const isContent = below(parameter, "content") !== null;
  switch (where) {
    case "path": {
      const raw = inPath.get(name) ?? "";
      if (raw === "") return null;
      return {
        taken: [],
        readings: isContent ? [decodeURIComponent(raw)] : readingsOf(name, raw, writingOf(parameter, "simple"), decodeURIComponent),
      };
    }
    case "header": {
      const raw = headers[name.toLowerCase()];
      if (raw === undefined) return null;
      // RFC 9110, 5.6.1: blanks may stand around the commas of a list.
      return { taken: [], readings: isContent ? [raw] : readingsOf(name, raw, writingOf(parameter, "simple"), (part) => part.trim()) };
    }
    case "cookie":
      return takePairs(name, schema, writingOf(parameter, "form"), cookies);
    case "query": {
      const own = pairs.filter(([key]) => key === name);
      if (isContent) return own.length === 0 ? null : { taken: own, readings: own.map(([, raw]) => decodeQuery(raw)) };
      return takePairs(name, schema, writingOf(parameter, "form"), pairs);
    }
    default:
      throw new Error(`a parameter stands in ${where}`);
  }
}

/** Of a parameter or of a header. */
function valueProblems(place: Place, readings: Readings, fits: { readonly value: Fits; readonly text: Fits }): readonly string[] {
  const contents = below(place, "content");
  const [contentType = ""] = childrenOf(contents).keys();
  if (contents !== null) return readings.flatMap((body) => contentProblems(contents, { contentType, body: String(body) }, fits));
  const schema = below(place, "schema");
  return schema === null ? [] : choose(schema, readings, fits.text)[1];
}

/** One alternative must be there as a whole; whether a credential is good is the server's matter. */
function securityProblems(contract: Contract, operation: Operation, request: Request, pairs: readonly Pair[]): readonly string[] {
  const alternatives = alternativesOf(contract, operation);
  const has = (scheme: Place): boolean => {
    const name = textAt(scheme, "name") ?? "";
    const authorization = request.headers.authorization ?? "";
    switch (textAt(scheme, "type")) {
      case "apiKey":
        if (textAt(scheme, "in") === "query") return pairs.some(([key]) => key === name);
        if (textAt(scheme, "in") === "header") return request.headers[name.toLowerCase()] !== undefined;
        return new RegExp(`(?:^|; *)${name}=`).test(request.headers.cookie ?? "");
      case "http":
        return authorization.toLowerCase().startsWith(`${textAt(scheme, "scheme")?.toLowerCase()} `);
      case "oauth2":
      case "openIdConnect":
        return /^bearer /i.test(authorization);
      default:
        return true;
    }
  };
  if (alternatives.length === 0 || alternatives.some((schemes) => schemes.every(has))) return [];
  return ["no credential of the document is sent"];
}

function alternativesOf({ root }: Contract, operation: Operation): readonly (readonly Place[])[] {
  const requirements = below(operation.place, "security") ?? below(root, "security");
  return [...childrenOf(requirements).values()].map((alternative) =>
    [...childrenOf(alternative).keys()].map((name) => {
      const scheme = below(root, "components", "securitySchemes", name);
      if (scheme === null) throw new Error(`no security scheme ${name}`);
      return scheme;
    }),
  );
}

function credentialsOf(contract: Contract, operation: Operation, where: string): ReadonlySet<string> {
  const schemes = alternativesOf(contract, operation).flat();
  return new Set(schemes.flatMap((scheme) => (textAt(scheme, "in") === where ? [textAt(scheme, "name") ?? ""] : [])));
}

function bodyProblems(contract: Contract, operation: Operation, { headers, body }: Request): readonly string[] {
  const documented = below(operation.place, "requestBody");
  const contentType = headers["content-type"] ?? "";
  if (documented === null) return body === "" ? [] : ["a body is not in the document"];
  // An empty text is a body as well, and says what it is.
  if (body === "" && contentType === "") return flagAt(documented, "required") === true ? ["the body is required"] : [];
  return contentProblems(below(documented, "content"), { contentType, body }, contract.request).map((why) => `body ${why}`);
}

/** What of the answer to a request its document does not allow. */
export function responseProblems(contract: Contract, request: Request, { status, headers, body }: Response): readonly string[] {
  const operations = operationsFor(contract, request.method, request.url.split("?")[0] ?? "");
  return leastProblems(operations, (operation) => answerProblems(contract, operation, request.method, { status, headers, body }));
}

function answerProblems(contract: Contract, operation: Operation, method: string, { status, headers, body }: Response): readonly string[] {
  const responses = below(operation.place, "responses");
  const documented = [String(status), `${String(status)[0]}XX`, "default"]
    .map((key) => childrenOf(responses).get(key))
    .find((one) => one !== undefined);
  if (documented === undefined) return [`status ${status} is not in the document`];
  const missing = [...childrenOf(below(documented, "headers"))].flatMap(([name, header]) => {
    const raw = headers[name.toLowerCase()];
    if (name.toLowerCase() === "content-type") return [];
    if (raw === undefined) return flagAt(header, "required") === true ? [`header.${name} is required`] : [];
    const readings = below(header, "content") === null ? readingsOf(name, raw, writingOf(header, "simple"), (part) => part.trim()) : [raw];
    return valueProblems(header, readings, contract.response).map((why) => `header.${name} ${why}`);
  });
  const contents = below(documented, "content");
  if (method === "HEAD" || status === 304) return missing;
  if (childrenOf(contents).size === 0)
    return body === "" ? missing : [...missing, `status ${status} has a body, which is not in the document`];
  return [
    ...missing,
    ...contentProblems(contents, { contentType: headers["content-type"] ?? "", body }, contract.response).map((why) => `body ${why}`),
  ];
}
