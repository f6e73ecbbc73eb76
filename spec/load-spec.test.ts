import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chapterFiles, loadSpec } from './load-spec.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-'))
  mkdirSync(join(folder, 'spec'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'spec', name), text)
}

function chapter(id: string): string {
  return `# Title\n\n### ${id}\n\n**MUST** · since 3.8 · observed\n\nIt holds.\n\nNot tested: an example.\n`
}

test('chapters come in the order of the list, whatever else the README links to', () => {
  write('README.md', '# Spec\n\n- [Notation](trace-notation.md)\n\n## Chapters\n\n- [B](b.md): the second letter (latin) (`b`)\n- [A](a.md) (`z`, `a`)\n\n## Others\n\n- [C](c.md) (`c`)\n')
  write('a.md', chapter('a.holds'))
  write('b.md', chapter('b.holds'))
  const spec = loadSpec(folder)
  expect(spec.chapters.map(({ name }) => name)).toEqual(['b', 'a'])
  expect(spec.rules.map(({ id }) => id)).toEqual(['b.holds', 'a.holds'])
  expect(spec.retired).toEqual([])
})

test('a listed chapter without a file is an error at the list', () => {
  write('README.md', '## Chapters\n\n- [A](a.md) (`a`)\n')
  expect(() => loadSpec(folder)).toThrow(/^spec\/README\.md:3: chapter spec\/a\.md cannot be read: ENOENT/)
})

test('an entry that is written otherwise is an error, not a chapter less', () => {
  write('README.md', '## Chapters\n\n- [A](a.md) (`a`)\n- [B](b.md), (`b`)\n')
  write('a.md', chapter('a.holds'))
  expect(() => loadSpec(folder)).toThrow(/^spec\/README\.md:4: not an entry of the list of chapters, .*: - \[B\]\(b\.md\), \(`b`\)$/)
})

test('an id that does not begin with an area of its chapter is out of place', () => {
  write('README.md', '## Chapters\n\n- [A](a.md) (`a`, `alpha`)\n')
  write('a.md', chapter('b.holds'))
  expect(() => loadSpec(folder)).toThrow(`spec/a.md:3: rule b.holds is out of place: spec/README.md says that the ids of this chapter begin with 'a' or 'alpha'`)
})

test('of two areas that an id begins with the longer one tells the chapter', () => {
  write('README.md', '## Chapters\n\n- [A](a.md) (`a`)\n- [B](b.md) (`a.b`)\n')
  write('a.md', chapter('a.c'))
  write('b.md', chapter('a.b.holds'))
  expect(loadSpec(folder).rules.map(({ id }) => id)).toEqual(['a.c', 'a.b.holds'])
  write('a.md', chapter('a.b'))
  expect(() => loadSpec(folder)).toThrow(`spec/a.md:3: rule a.b is out of place: spec/README.md says that those that begin with 'a.b' are in spec/b.md`)
})

test('an id stands once in the whole document', () => {
  write('README.md', '## Chapters\n\n- [A](a.md) (`a`)\n- [B](b.md) (`a`)\n')
  write('a.md', chapter('a.holds'))
  write('b.md', chapter('a.holds'))
  expect(() => loadSpec(folder)).toThrow('spec/b.md:3: rule a.holds has the id of the rule at spec/a.md:3')
})

test('a retired id is not given away again', () => {
  write('README.md', '## Chapters\n\n- [A](a.md) (`a`)\n')
  write('a.md', chapter('a.holds'))
  write('retired.md', '# Retired\n\n- `a.holds`: it did not.\n')
  expect(() => loadSpec(folder)).toThrow('spec/a.md:3: rule a.holds has a retired id: it stands in spec/retired.md')
})

test('the chapter files are the listed ones in order, then those not listed yet', () => {
  write('README.md', '### like.this\n\n## Chapters\n\n- [B](b.md) (`b`)\n')
  write('trace-notation.md', '### A heading\n')
  write('a.md', chapter('a.holds'))
  write('b.md', chapter('b.holds'))
  expect(chapterFiles(folder)).toEqual([join(folder, 'spec/b.md'), join(folder, 'spec/a.md')])
})
