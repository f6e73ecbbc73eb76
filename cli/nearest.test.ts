import { expect, test } from 'vitest'
import { didYouMean, nearest } from './nearest.ts'

const rules = ['gather.order', 'gather.fail-fast', 'gather.empty', 'wait.timeout', 'shield.outer']

test('a misspelt word finds what was meant', () => {
  expect(nearest('gather.fialfast', rules, 1)).toEqual(['gather.fail-fast'])
})

test('the beginning of a word finds all that begin so', () => {
  expect(nearest('gather', rules, 3)).toEqual(['gather.order', 'gather.fail-fast', 'gather.empty'])
})

test('nothing near is nothing said', () => {
  expect(didYouMean('zzzzzz', rules)).toBe('')
})

test('several candidates read as a sentence', () => {
  expect(didYouMean('gather', rules)).toBe(': did you mean gather.order, gather.fail-fast or gather.empty?')
})
