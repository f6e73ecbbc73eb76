import { expect, test } from 'vitest'
import type { Adapter } from '../adapters/adapter.ts'
import { exitCode } from './exit-code.ts'
import { startAdapters } from './start-adapters.ts'
import { UserError } from './user-error.ts'

/** Starts whatever is named, but `absent` and `misnamed`; notes what is closed. */
function starter() {
  const closed: string[] = []
  const start = async (name: string): Promise<Adapter> => {
    if (name === 'absent') throw new UserError(exitCode.noAdapter, 'absent is not here')
    if (name === 'misnamed') throw new UserError(exitCode.badInput, 'no such name')
    if (name === 'bug') throw new TypeError('our own')
    return {
      name,
      claims: '3.14',
      clock: 'virtual',
      lacks: [],
      run: async () => ({ kind: 'faulted', fault: 'crash', message: 'none' }),
      close: async () => {
        closed.push(name)
      },
    }
  }
  return { start, closed }
}

test('those that start are given in the order of their names, with why the others did not', async () => {
  const { start, closed } = starter()
  const { adapters, failures } = await startAdapters(['a', 'absent', 'b'], start)
  expect([adapters.map(({ name }) => name), failures.map(({ message }) => message), closed]).toEqual([['a', 'b'], ['absent is not here'], []])
})

test('a name that is none stops all', async () => {
  const { start, closed } = starter()
  await expect(startAdapters(['a', 'absent', 'misnamed'], start)).rejects.toEqual(new UserError(exitCode.badInput, 'no such name'))
  expect(closed).toEqual(['a'])
})

test('a bug of ours is not taken for the adapter\'s', async () => {
  const { start, closed } = starter()
  await expect(startAdapters(['a', 'bug'], start)).rejects.toEqual(new TypeError('our own'))
  expect(closed).toEqual(['a'])
})

test('when none starts, all reasons are given', async () => {
  await expect(startAdapters(['absent', 'absent'], starter().start)).rejects.toEqual(new UserError(exitCode.noAdapter, 'absent is not here\nabsent is not here'))
})
