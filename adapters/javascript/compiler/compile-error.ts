/** A program that is outside the subset or does not parse: where, what, and what to write instead. */
export class CompileError extends Error {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly hint: string

  constructor(line: number, column: number, what: string, hint = '') {
    super(`line ${line}, column ${column}: ${what}${hint === '' ? '' : `; ${hint}`}`)
    this.name = 'CompileError'
    this.line = line
    this.column = column
    this.hint = hint
  }
}
