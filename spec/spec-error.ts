import type { Place } from './rule.ts'

/** What is wrong with the document, and where. */
export interface Problem {
  readonly place: Place
  readonly message: string
}

/** The document cannot be read; the message has one line a problem: `spec/gather.md:41: rule gather.fail-fast has no trace`. */
export class SpecError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ place, message }) => `${place.file}:${place.line}: ${message}`).join('\n'))
    this.name = 'SpecError'
    this.problems = problems
  }
}
