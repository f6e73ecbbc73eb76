import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './rule.ts'
import { SpecError } from './spec-error.ts'

/** A chapter as the document's README lists it. */
export interface ListedChapter {
  /** The file's name without `.md`. */
  readonly name: string
  /** What the ids of its rules begin with; an id that fits areas of several chapters belongs to the longest. */
  readonly areas: readonly string[]
  readonly place: Place
}

/**
 * The chapters that `folder`'s `spec/README.md` lists, in its order: `` - [Title](name.md): what it is about (`area`, `area`) ``.
 * Throws SpecError for an entry that is written otherwise: its chapter would be missing from every run, which would be green.
 */
export function listedChapters(folder: string): readonly ListedChapter[] {
  const file = 'spec/README.md'
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  const from = lines.indexOf('## Chapters')
  const next = lines.findIndex((line, index) => index > from && line.startsWith('#'))
  return lines.slice(0, next < 0 ? lines.length : next).flatMap((line, index) => {
    const [, name, areas] = (index > from && from >= 0 ? /^- \[[^\]]*\]\(([a-z0-9-]+)\.md\)(?:: .*)? \((`[^)]*`)\)$/.exec(line) : null) ?? []
    if (name === undefined || areas === undefined) {
      if (index <= from || from < 0 || !line.startsWith('- ')) return []
      throw new SpecError([{ place: { file, line: index + 1 }, message: `not an entry of the list of chapters, which is \`- [Title](name.md): what it is about (\`area\`)\`: ${line}` }])
    }
    return [{ name, areas: [...areas.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''), place: { file, line: index + 1 } }]
  })
}
