/** "404" | "4XX" | default */
export type Status =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "range"; readonly hundreds: number }
  | { readonly kind: "default" };

/** As documents write it: "404", "4XX", "default". OpenAPI 3.1, 4.8.16. */
export function statusText(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return "default";
  }
}

/** $.pagination.max_page -> ["pagination", "max_page"]; any other JSONPath is a diagnostic. */
export type Path = readonly (string | number)[];

/** A parameter by wire name, or a place in the body. */
export interface Input {
  readonly in: "parameter" | "body";
  readonly path: Path;
}

/** items: where the results stand; last: number of pages; link: `Link: <…>; rel="next"` */
export type Pagination =
  | {
      readonly kind: "page" | "offset";
      readonly input: Input;
      readonly limit: Input | null;
      readonly items: Path;
      readonly last: Path | null;
    }
  | { readonly kind: "cursor"; readonly input: Input; readonly items: Path | null; readonly next: Path }
  | { readonly kind: "url"; readonly items: Path | null; readonly next: Path }
  | { readonly kind: "link"; readonly items: Path | null };

export interface Retry {
  readonly statuses: readonly Status[];
  readonly initialMs: number;
  readonly maxMs: number;
  readonly exponent: number;
  readonly budgetMs: number;
  readonly connection: boolean;
}
