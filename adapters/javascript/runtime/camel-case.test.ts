import { expect, test } from 'vitest'
import { camelCase, snakeCase } from './camel-case.ts'

test('attribute names are put into camelCase, except dunders and constants', () => {
  const names = ['add_done_callback', '_get_loop', 'a_1', 'FIRST_COMPLETED', '__aenter__', 'run', 'x_', '_', 'a_b_c']
  expect(names.map(camelCase)).toEqual(['addDoneCallback', '_getLoop', 'a_1', 'FIRST_COMPLETED', '__aenter__', 'run', 'x_', '_', 'aBC'])
})

test('and back, as far as it can be told', () => {
  expect(['addDoneCallback', '_getLoop', 'run'].map(snakeCase)).toEqual(['add_done_callback', '_get_loop', 'run'])
})
