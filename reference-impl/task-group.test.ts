import { expect, test } from 'vitest'
import { asyncWith } from './async-with.ts'
import { coroutine } from './coroutine.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { ValueError } from './exceptions/errors.ts'
import { ExceptionGroup } from './exceptions/exception-group.ts'
import { runVirtual } from './run-virtual.ts'
import { sleep } from './sleep.ts'
import { TaskGroup } from './task-group.ts'

test('the first failure cancels the others and the block, and leaves it in a group', () => {
  const lines: string[] = []
  const child = coroutine(function* child(name: string, delay: number) {
    try {
      yield* sleep(delay)
    } catch (error) {
      if (error instanceof CancelledError) lines.push(`${name} cancelled`)
      throw error
    }
    throw new ValueError(name)
  })
  const main = coroutine(function* main() {
    try {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(child('a', 2))
        group.createTask(child('b', 1))
        yield* child('body', 3)
      })
    } catch (error) {
      return error instanceof ExceptionGroup ? error.exceptions.map(String) : []
    }
    return []
  })

  expect(runVirtual(main())).toEqual(['ValueError: b'])
  expect(lines).toEqual(['a cancelled', 'body cancelled'])
})
