import type { Property } from './property.ts'

/** What is run for a chapter: its scenarios, which stand in the chapter itself, and these properties of its rules. */
export interface Suite {
  readonly chapter: string
  readonly properties: readonly Property[]
}

let listener: ((suite: Suite) => void) | undefined

/** A chapter's suite; the file `<chapter>.suite.ts` exports it. */
export function suite(chapter: string, ...properties: readonly Property[]): Suite {
  const made = { chapter, properties }
  listener?.(made)
  return made
}

/** From now on every suite that is made is also given to `register`: so a suite file is a test file where a test runner wants it to be one. */
export function onSuite(register: (suite: Suite) => void): void {
  listener = register
}
