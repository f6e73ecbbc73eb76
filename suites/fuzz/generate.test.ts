import { check, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allConstructs } from './constructs/all-constructs.ts'
import { generateTree, programOf } from './generate.ts'
import { mixture } from './mixture.ts'
import { focuses } from './program-options.ts'
import { programs } from './programs.ts'
import { textOf } from './python-text.ts'
import { parseTree } from './python-tree.ts'
import { seeded } from './random.ts'

const source = (seed: number, index: number, options = {}) => programOf('p', generateTree(seeded(seed, index), options)).source
const some = Array.from({ length: 150 }, (_, index) => index)

const meanLines = (size: number) => some.reduce((sum, index) => sum + source(7, index, { size }).split('\n').length, 0) / some.length
const withShields = (focus: 'all' | 'shield') => some.filter(index => source(8, index, { focus }).includes('asyncio.shield(')).length

test('a seed and a number always give the same program, others other ones', () => {
  expect(source(3, 14)).toBe(source(3, 14))
  expect(new Set([...some.map(index => source(3, index)), ...some.map(index => source(4, index))]).size).toBeGreaterThan(295)
})

test('the text of a program is Python whose tree has the same text', () => {
  for (const index of some) expect(textOf(parseTree(source(5, index)))).toBe(source(5, index))
})

test('a function calls, starts and awaits only functions with a greater number: so every program ends', () => {
  for (const index of some) {
    for (const statement of generateTree(seeded(6, index)).body) {
      if (statement.nodeType !== 'AsyncFunctionDef' && statement.nodeType !== 'FunctionDef') continue
      const own = Number(/\d+/.exec(statement.name)?.[0] ?? 0)
      const body = textOf({ nodeType: 'Module', body: [statement], lineno: 1, col_offset: 0 })
      const called = [...body.matchAll(/(?<!def )(?<![\w'.])[ckg](\d+)\b(?!\.)/g)].map(([, number]) => Number(number))
      expect(called.filter(number => number <= own)).toEqual([])
    }
  }
})

test('size is about the number of statements', () => {
  expect(meanLines(10)).toBeLessThan(meanLines(30))
  expect(meanLines(30)).toBeLessThan(meanLines(90))
})

describe('constructs', () => {
  test('each has a name of its own', () => {
    expect(new Set(allConstructs.map(({ name }) => name)).size).toBe(allConstructs.length)
  })

  test('every focus but `all`, and `runners`, which is about how a program is run, is that of some construct', () => {
    expect(focuses.filter(focus => focus !== 'all' && focus !== 'runners' && !allConstructs.some(construct => construct.focus.includes(focus)))).toEqual([])
  })

  test('a focus makes its constructs frequent', () => {
    expect(withShields('shield')).toBeGreaterThan(1.3 * withShields('all'))
  })

  test('what an older version lacks can be left out', () => {
    const texts = some.map(index => source(9, index, { version: '3.13' })).join('')
    expect(texts).not.toMatch(/eager_start|eager_task_factory|asyncio\.shield\((?!1\))/)
    expect(some.map(index => source(9, index, { version: '3.12' })).join('')).not.toMatch(/\bq\d\.shutdown\(|async for x/)
  })

  test('a construct can be left out by name; a name that is none is refused', () => {
    expect(some.map(index => source(10, index, { without: ['cancelling'] })).join('')).not.toMatch(/current_task\(\)\.cancelling\(/)
    expect(() => mixture({ without: ['cancel-everybody'] })).toThrow('no construct is called cancel-everybody; there are log, sleep, ')
  })

  test.each([
    ['size', NaN, 'size is a number above 0, at most 1000, not NaN'],
    ['size', 'x', 'size is a number above 0, at most 1000, not x'],
    ['size', -1, 'size is a number above 0, at most 1000, not -1'],
    ['focus', 'zzz', 'focus is one of all, tasks, '],
    ['version', 'x', 'version is one of 3.12, 3.13, 3.14, not x'],
  ])('%s %j is refused before anything is drawn', (option, value, message) => {
    expect(() => programs(Object.fromEntries([[option, value]]))).toThrow(message)
  })

  test('to leave out all of them is refused before anything is drawn', () => {
    expect(() => programs({ without: allConstructs.map(({ name }) => name) })).toThrow('without leaves no construct that may stand anywhere, such as log')
  })
})

test('as a fast-check arbitrary programs shrink construct by construct', () => {
  const result = check(property(programs(), ({ source: text }) => !text.includes('.cancel(')), { seed: 1, numRuns: 200 })
  expect(result.failed).toBe(true)
  expect(result.counterexample?.[0].source.split('\n').length).toBeLessThan(5)
})
