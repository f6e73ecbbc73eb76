/** A line of an expected trace; `line` counts from 1 in the trace's own text. */
export interface ExpectedLine {
  readonly text: string
  readonly line: number
}

/** A line, or a block that leaves the order open: `unordered` matches its lines in any order, `either` one of its alternatives. */
export type ExpectedPart =
  | { readonly kind: 'line', readonly line: ExpectedLine }
  | { readonly kind: 'unordered', readonly lines: readonly ExpectedLine[] }
  | { readonly kind: 'either', readonly alternatives: readonly (readonly ExpectedLine[])[] }

/** What a program must leave behind: notation of `spec/trace-notation.md`, outcome line included as the last part. */
export interface ExpectedTrace {
  /** As written in the document. */
  readonly text: string
  readonly parts: readonly ExpectedPart[]
}
