/** One request of a `.http` file, its variables filled in: what an editor would send. */
export interface HttpRequest {
  readonly title: string;
  readonly name: string;
  readonly comments: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * Reads a `.http` file as the REST clients of editors do: `@name = value` at the top, requests behind lines of `###`, comments, `# @name`, a query over several lines,
 * headers up to an empty line, `< path` for the content of a file. `own` are values that people wrote behind variables.
 */
export function readHttpFile(
  text: string,
  own: { readonly [variable: string]: string },
  file: (path: string) => string,
): readonly HttpRequest[] {
  const [head = "", ...blocks] = text.split(/^###/m);
  const variables = new Map([...head.matchAll(/^@(\w+) *= *(.*)$/gm)].map(([, name = "", value = ""]) => [name, own[name] ?? value]));
  const stray = head.split("\n").filter((line) => !/^(?:#.*|@\w+ *=.*|\s*)$/.test(line));
  if (stray.length > 0) throw new Error(`before the first request: ${stray.join("\n")}`);
  const filled = (words: string): string =>
    words.replace(/\{\{(.*?)\}\}/g, (_, name: string) => {
      const value = variables.get(name);
      if (value === undefined) throw new Error(`no variable ${name}`);
      return value;
    });
  return blocks.map((block) => readRequest(block, filled, file));
}

function readRequest(block: string, filled: (text: string) => string, file: (path: string) => string): HttpRequest {
  const [title = "", ...lines] = block.split("\n");
  const at = lines.findIndex((line) => line.trim() !== "" && !isComment(line));
  const comments = lines.slice(0, at).filter(isComment);
  const settings = comments.flatMap((line) => /^(?:#|\/\/)\s*@([\w-]+)(?:\s+(.*))?$/.exec(line) ?? []);
  if (settings.length > 3) throw new Error(`more than a name: ${comments.join("\n")}`);
  const rest = lines.slice(at + 1);
  const query = rest.findIndex((line) => !/^\s+[?&]/.test(line));
  const [method = "", url = ""] = `${lines[at] ?? ""}${rest
    .slice(0, query)
    .map((line) => line.trim())
    .join("")}`.split(/ (.*)/);
  const below = rest.slice(query);
  const empty = below.indexOf("");
  const head = empty < 0 ? below : below.slice(0, empty);
  const headers = head.filter((line) => !isComment(line)).map((line) => header(filled(line)));
  const isForm = headers.some(([name, value]) => name.toLowerCase() === "content-type" && value.startsWith("multipart/"));
  const body = (empty < 0 ? [] : below.slice(empty + 1)).join("\n").replace(/\n+$/, "").split("\n");
  return {
    title: title.trim(),
    name: settings[1] === "name" ? (settings[2] ?? "") : "",
    comments,
    method,
    url: filled(url),
    headers,
    body: filled(body.map((line) => (/^< /.test(line) ? file(line.slice(2)) : line)).join(isForm ? "\r\n" : "\n")),
  };
}

function header(line: string): readonly [string, string] {
  const [name = "", value = ""] = line.split(/: *(.*)/);
  const [, user, password] = /^Basic (\S+) (\S+)$/.exec(value) ?? [];
  return [name, user === undefined ? value : `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`];
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/)/.test(line);
}
