import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { loadSpec } from '../../spec/load-spec.ts'
import { sourcesIn } from './sources.ts'

interface Claim {
  readonly note: number
  readonly number: number
  readonly rules: readonly string[]
  readonly programs: readonly string[]
  readonly verdict: string
  readonly reason: string | undefined
}

const { rules } = loadSpec()
const page = sourcesIn('spec', 'notes.md')[0]?.text ?? ''
const rows = page.split('\n').filter(line => /^\| \d\.\d+ \|/.test(line))

/** `| 2.7 | claim, [program](notes/program.py) | [rule](chapter.md#anchor), … | **verdict**: reason |` */
function claimOf(row: string): Claim {
  const [, place = '', claim = '', links = '', last = ''] = row.split('|').map(cell => cell.trim())
  const [note, number] = place.split('.').map(Number)
  const [, verdict = '', reason] = /^\*{0,2}(.*?)\*{0,2}(?:: (.+))?$/.exec(last) ?? []
  return {
    note: note ?? 0,
    number: number ?? 0,
    rules: [...links.matchAll(/\[([^\]]+)\]/g)].map(match => match[1] ?? ''),
    programs: [...claim.matchAll(/\]\(notes\/([^)]+)\)/g)].map(match => match[1] ?? ''),
    verdict,
    reason,
  }
}

const claims = rows.map(claimOf)
const names = ({ note, number }: Claim) => `${note}.${number}`

test('there are claims of five notes, numbered in their order', () => {
  const expected = [1, 2, 3, 4, 5].flatMap(note => claims.filter(claim => claim.note === note).map((_, index) => `${note}.${index + 1}`))
  expect(claims.map(names)).toEqual(expected)
  expect(new Set(claims.map(({ note }) => note))).toEqual(new Set([1, 2, 3, 4, 5]))
})

/** A verdict that is known, with what it needs: rules or a program to show it, a reason. */
function isComplete({ verdict, reason, rules: shown, programs }: Claim): boolean {
  switch (verdict) {
    case 'confirmed': return shown.length > 0 && reason === undefined
    case 'corrected': return shown.length + programs.length > 0 && reason !== undefined
    case `not asyncio's`: case 'not testable': return shown.length === 0 && reason !== undefined
    default: return false
  }
}

test('every claim has a verdict, with its reason where it is not confirmed', () => {
  expect(claims.filter(claim => !isComplete(claim)).map(names)).toEqual([])
})

test('every rule that a claim names exists', () => {
  const ids = new Set(rules.map(({ id }) => id))
  expect(claims.flatMap(claim => claim.rules.filter(id => !ids.has(id)).map(id => `${names(claim)}: ${id}`))).toEqual([])
})

/** The notes with a claim that names the rule. */
function notesNaming(id: string): readonly number[] {
  return [1, 2, 3, 4, 5].filter(note => claims.some(claim => claim.note === note && claim.rules.includes(id)))
}

test(`a rule's notes are the notes with a claim that names it`, () => {
  const differing = rules.filter(({ id, notes }) => notes.join(', ') !== notesNaming(id).join(', '))
  expect(differing.map(({ id, notes }) => `${id} has notes: ${notes.join(', ')}; claims of ${notesNaming(id).join(', ')} name it`)).toEqual([])
})

test('every program of the notes is named by a claim, and every program that is named is there', () => {
  const files = sourcesIn('spec/notes', '.py').map(({ path }) => basename(path))
  expect([...new Set(claims.flatMap(({ programs }) => programs))].toSorted()).toEqual(files)
})

test('the counts at the head of the page are those of the tables', () => {
  const verdicts = ['confirmed', 'corrected', `not asyncio's`, 'not testable']
  const count = (name: string, some: readonly Claim[]) => `| ${[name, some.length, ...verdicts.map(verdict => some.filter(claim => claim.verdict === verdict).length)].join(' | ')} |`
  const expected = [...[1, 2, 3, 4, 5].map(note => count(String(note), claims.filter(claim => claim.note === note))), count('all', claims)]
  expect(page.split('\n').filter(line => /^\| (\d|all) \|/.test(line))).toEqual(expected)
})
