import { expect, test } from 'vitest'
import { readChapter } from '../spec/read-chapter.ts'
import { rulesMatching } from './rule-filter.ts'

const rule = (id: string): string => `### ${id}\n\n**MUST** · since 3.8 · observed\n\nIt is so.\n\nNot tested: an example.\n`
const { rules } = readChapter('spec/gather.md', `# Gather\n\n${['gather.order', 'gather.fail-fast', 'gather.fail-fast.siblings', 'gather.empty'].map(rule).join('\n')}`)
const matching = (...globs: readonly string[]): string[] => rulesMatching(rules, globs).map(({ id }) => id)

test('no glob is every rule', () => {
  expect(matching()).toEqual(['gather.order', 'gather.fail-fast', 'gather.fail-fast.siblings', 'gather.empty'])
})

test('a name is its rule and those below it', () => {
  expect(matching('gather.fail-fast')).toEqual(['gather.fail-fast', 'gather.fail-fast.siblings'])
})

test('a glob matches whole ids, a dot is a dot', () => {
  expect(matching('*.e*y', 'gather.orde?')).toEqual(['gather.order', 'gather.empty'])
  expect(() => matching('gather?order*x')).toThrow('no rule gather?order*x')
})

test('a glob without a match says what is near', () => {
  expect(() => matching('gather.oder')).toThrow('no rule gather.oder: did you mean gather.order or gather.empty?\nasyncio-conformance list shows them all.')
})
