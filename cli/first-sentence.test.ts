import { expect, test } from 'vitest'
import { firstSentence } from './first-sentence.ts'

test('a text of several sentences gives its first, on one line', () => {
  expect(firstSentence('A door opens\nat once. More of it.')).toBe('A door opens at once.')
})

test('a dot inside a name ends nothing', () => {
  expect(firstSentence('`asyncio.run` of 3.12 closes the loop.')).toBe('`asyncio.run` of 3.12 closes the loop.')
})

test('what follows a colon belongs to the sentence, code may begin the next one', () => {
  expect(firstSentence('It raises: `ValueError` goes through. `KeyError` does not.')).toBe('It raises: `ValueError` goes through.')
})
