import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { areaOf } from './area-of.ts'
import type { Chapter, Spec } from './chapter.ts'
import type { ListedChapter } from './listed-chapters.ts'
import { listedChapters } from './listed-chapters.ts'
import { readChapter } from './read-chapter.ts'
import type { Rule } from './rule.ts'
import type { Problem } from './spec-error.ts'
import { SpecError } from './spec-error.ts'

/** The package's folder, found upwards from here: the same from sources and from `dist/`. */
export function packageFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/**
 * Reads the document: the chapters that `spec/README.md` lists under `## Chapters`, in that order, and `spec/retired.md`.
 * `folder` holds `spec/`, by default this package's. Throws a SpecError with every problem found.
 */
export function loadSpec(folder = packageFolder()): Spec {
  const problems: Problem[] = []
  const chapters: Chapter[] = []
  const listed = listedChapters(folder)
  for (const { name, areas, place } of listed) {
    const file = `spec/${name}.md`
    try {
      const chapter = readChapter(file, readFileSync(join(folder, file), 'utf8'))
      chapters.push(chapter)
      problems.push(...misplaced(chapter.rules, areas, listed))
    } catch (error) {
      if (error instanceof SpecError) problems.push(...error.problems)
      else problems.push({ place, message: `chapter ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  const retired = retiredIds(folder)
  const rules = chapters.flatMap(chapter => chapter.rules)
  problems.push(...twins(rules), ...rules.filter(rule => retired.includes(rule.id)).map(revived))
  if (problems.length > 0) throw new SpecError(problems)
  return { chapters, rules, retired }
}

/** Paths of all chapters in `folder`'s `spec/`, also of those that the README does not list yet: the listed ones first, in its order. */
export function chapterFiles(folder = packageFolder()): readonly string[] {
  const listed = listedChapters(folder).map(({ name }) => `${name}.md`)
  const others = readdirSync(join(folder, 'spec')).filter(name =>
    name.endsWith('.md') && name !== 'README.md' && !listed.includes(name)
    && /^### [a-z0-9-]+(\.[a-z0-9-]+)+\s*$/m.test(readFileSync(join(folder, 'spec', name), 'utf8')))
  return [...listed, ...others.toSorted()].map(name => join(folder, 'spec', name))
}

/** The area of an id tells its chapter. */
function misplaced(rules: readonly Rule[], own: readonly string[], listed: readonly ListedChapter[]): readonly Problem[] {
  const all = listed.flatMap(({ areas }) => areas)
  return rules.flatMap(({ id, place }) => {
    const area = areaOf(id, all)
    if (area !== undefined && own.includes(area)) return []
    const home = listed.find(({ areas }) => area !== undefined && areas.includes(area))
    const why = home ? `those that begin with '${area}' are in spec/${home.name}.md` : `the ids of this chapter begin with ${own.map(each => `'${each}'`).join(' or ')}`
    return [{ place, message: `rule ${id} is out of place: spec/README.md says that ${why}` }]
  })
}

/** `` - `old.id`: why `` in `spec/retired.md`; no file, none retired. */
function retiredIds(folder: string): readonly string[] {
  const file = join(folder, 'spec/retired.md')
  if (!existsSync(file)) return []
  return [...readFileSync(file, 'utf8').matchAll(/^- `([^`]+)`/gm)].map(match => match[1] ?? '')
}

/** Two chapters may share an area, but no id. */
function twins(rules: readonly Rule[]): readonly Problem[] {
  const first = new Map<string, Rule>()
  return rules.flatMap(rule => {
    const twin = first.get(rule.id)
    if (!twin) first.set(rule.id, rule)
    return twin ? [{ place: rule.place, message: `rule ${rule.id} has the id of the rule at ${twin.place.file}:${twin.place.line}` }] : []
  })
}

function revived({ id, place }: Rule): Problem {
  return { place, message: `rule ${id} has a retired id: it stands in spec/retired.md` }
}
