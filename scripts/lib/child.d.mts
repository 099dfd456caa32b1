/** What scripts in TypeScript use of child.mjs. */
export function run(
  command: string,
  args: readonly string[],
  options?: {
    readonly cwd?: string;
    readonly env?: { readonly [name: string]: string };
    /** Limit; 600 without. */
    readonly seconds?: number;
    readonly node?: boolean;
  },
): Promise<{ readonly status: number; readonly out: string; readonly err: string; readonly seconds: number; readonly timedOut: boolean }>;
export function each<Item, Result>(list: readonly Item[], jobs: number, work: (item: Item) => Promise<Result>): Promise<readonly Result[]>;
export function table(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string;
