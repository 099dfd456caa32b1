/** The words of one resource class; all text is safe already. */
export interface ClassFile {
  readonly path: string;
  readonly className: string;
  readonly base: string;
  readonly docs: string;
  readonly getters: readonly { readonly name: string; readonly field: string; readonly type: string; readonly code: string }[];
  readonly methods: readonly {
    readonly name: string;
    readonly docs: string;
    readonly parameters: readonly MethodParameter[];
    readonly returns: string;
    /** What callers see instead, where there are some. */
    readonly overloads: readonly { readonly parameters: readonly MethodParameter[]; readonly returns: string }[];
    readonly code: string;
  }[];
  /** Import declarations, printed. */
  readonly imports: string;
}

export interface MethodParameter {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}
