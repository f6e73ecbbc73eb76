import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { areaOf } from '../../spec/area-of.ts'
import { listedChapters } from '../../spec/listed-chapters.ts'
import { chapterFiles, loadSpec, packageFolder } from '../../spec/load-spec.ts'
import { allSuites } from '../all-suites.ts'
import { sourcesIn } from './sources.ts'

const spec = loadSpec()
const chapters = spec.chapters.map(({ name }) => name)

test('spec/README.md lists every chapter', () => {
  expect(chapters).toEqual(chapterFiles().map(file => basename(file, '.md')))
})

test('every area that spec/README.md lists is that of a rule, and is listed once', () => {
  const areas = listedChapters(packageFolder()).flatMap(chapter => chapter.areas)
  expect(areas.toSorted()).toEqual([...new Set(spec.rules.map(({ id }) => areaOf(id, areas)))].toSorted())
})

test('no chapter outgrows its subject: one of more than 50 rules wants to be split', () => {
  expect(spec.chapters.filter(({ rules }) => rules.length > 50).map(({ name }) => name)).toEqual([])
})

test('every rule has a program with its trace, or says why it has none', () => {
  expect(spec.rules.filter(({ scenarios, untestable }) => (scenarios.length === 0) === (untestable === undefined)).map(({ id }) => id)).toEqual([])
})

test('every chapter has a suite file of its name, every suite file a chapter', () => {
  const ofChapters = sourcesIn('suites', '.suite.ts').filter(({ path }) => !path.startsWith('suites/library/'))
  const files = ofChapters.map(({ path }) => basename(path, '.suite.ts'))
  expect(files.toSorted()).toEqual(chapters.toSorted())
})

test('allSuites has the suite of every chapter, in the order of the document', () => {
  expect(allSuites.map(suite => suite.chapter)).toEqual(chapters)
})

test('every property names a rule of its chapter', () => {
  const named = allSuites.flatMap(({ chapter, properties }) => properties.map(({ rule }) => ({ chapter, rule })))
  expect(named.filter(({ chapter, rule }) => !spec.rules.some(({ id, chapter: home }) => id === rule && home === chapter))).toEqual([])
})

/** The anchor that GitHub makes of a heading. */
function anchor(heading: string): string {
  return heading.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-')
}

test('every link between the pages of the document leads somewhere', () => {
  const pages = new Map(sourcesIn('spec', '.md').map(({ path, text }) => [path.slice('spec/'.length), text]))
  const anchors = new Map([...pages].map(([name, text]) => [name, new Set([...text.matchAll(/^#+ (.*)$/gm)].map(match => anchor(match[1] ?? '')))]))
  const dead = [...pages].flatMap(([name, text]) => [...text.matchAll(/\]\(([\w./-]+\.md)?(?:#([\w.-]+))?\)/g)].flatMap(match => {
    const [link, file = name, fragment] = match
    const known = anchors.get(file)
    return known === undefined ? (file.startsWith('../') ? [] : [`${name}: ${link}`]) : fragment === undefined || known.has(fragment) ? [] : [`${name}: ${link}`]
  }))
  expect(dead).toEqual([])
})
