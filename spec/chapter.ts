import type { Rule } from './rule.ts'

/** One file of the document. */
export interface Chapter {
  /** The file's name without `.md`: `gather`. */
  readonly name: string
  /** Relative to the package: `spec/gather.md`. */
  readonly file: string
  readonly title: string
  /** Markdown between the title and the first rule. */
  readonly introduction: string
  readonly rules: readonly Rule[]
}

/** The whole document, chapters in reading order. */
export interface Spec {
  readonly chapters: readonly Chapter[]
  /** Every rule of every chapter, in reading order. */
  readonly rules: readonly Rule[]
  /** Ids that once named a rule and never will again. */
  readonly retired: readonly string[]
}
