import type { Chapter } from './chapter.ts'
import { SpecError } from './spec-error.ts'

/** Reads one chapter; `file` is its path relative to the package, for messages. Throws a SpecError with every problem found. */
export function readChapter(file: string, text: string): Chapter {
  throw new SpecError([{ place: { file, line: 1 }, message: `not built yet (${text.length} characters)` }])
}
