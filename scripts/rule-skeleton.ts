import { areaOf } from '../spec/area-of.ts'

/** A chapter's file as it stands. */
export interface ChapterFile {
  readonly file: string
  readonly text: string
}

/** A chapter's file with what the ids of its rules begin with. */
export interface ChapterHome extends ChapterFile {
  readonly areas: readonly string[]
}

/** No rule can be added under that id; the message says why and what to do. */
export class NewRuleError extends Error {}

const skeleton = (id: string) => `### ${id}

**SHOULD** · since ? · observed

What holds, in one to three sentences that stand alone.

\`\`\`python
async def main():
    log('shown')
\`\`\`

\`\`\`trace
\`\`\`
`

/** The chapter that gets the rule `id`, with its skeleton appended; `line` is that of its heading. Throws a NewRuleError. */
export function newRule(id: string, chapters: readonly ChapterHome[]): ChapterFile & { readonly line: number } {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$/.test(id))
    throw new NewRuleError(`'${id}' is no id: write area.subject or area.subject.case, lowercase, words joined by '-'`)
  const known = chapters.flatMap(({ areas }) => areas)
  const area = areaOf(id, known)
  const home = chapters.find(({ areas }) => area !== undefined && areas.includes(area))
  if (!home) {
    const roots = new Set(known.map(rootOf))
    throw new NewRuleError(`no chapter has rules of the area '${rootOf(id)}': ${[...roots].join(', ')}; for a new one see CONTRIBUTING.md, A new chapter`)
  }
  const lines = home.text.split('\n')
  const twin = lines.indexOf(`### ${id}`)
  if (twin >= 0) throw new NewRuleError(`${home.file}:${twin + 1}: the rule ${id} is there already`)
  const text = `${home.text.trimEnd()}\n\n`
  return { file: home.file, text: text + skeleton(id), line: text.split('\n').length }
}

function rootOf(id: string): string {
  return id.slice(0, `${id}.`.indexOf('.'))
}
